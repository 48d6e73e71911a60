// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/**
 * How a proof test ended.
 *
 * @param passed whether every relay has opened the breaker in time
 * @param by who has made it
 * @param openedMillis how long the breaker took to open after the order of the first relay, ms; 0 when nobody measured it
 * @param secondOpenedMillis the same of the second relay; 0 when there is none
 * @param seenByInput whether the status input has seen it open; else a person said so
 * @param why what went wrong, for people; empty when it passed
 */
public record ProofResult(
        boolean passed, String by, long openedMillis, long secondOpenedMillis, boolean seenByInput, String why) {}
