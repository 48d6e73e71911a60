// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/**
 * That an alarm is hidden.
 *
 * @param who decided it; {@code server} when nobody did
 * @param why in his words
 * @param sinceMillis since when, epoch ms
 * @param untilMillis until when at the latest, epoch ms; 0 without end
 */
public record Hiding(String who, String why, long sinceMillis, long untilMillis) {}
