// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/**
 * Something to tell, to keep and to explain.
 *
 * @param atMillis when, on the clock of the steps
 * @param news what
 * @param who persons that did it, separated by a comma; empty for the policy itself
 * @param attempt number of the order, from 1; 0 before the first
 */
public record TripNotice(long atMillis, TripNews news, String who, int attempt) {}
