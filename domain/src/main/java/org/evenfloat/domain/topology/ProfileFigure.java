// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

/**
 * A figure that a battery profile gives for an alarm, in place of the one that counts for every battery.
 *
 * @param key row of the alarm table and part of its limit, such as {@code string-voltage-low-alarm.limit}
 * @param value with its unit, as its canonical text; per cell where limits of that row are
 * @param source for people: the data sheet or standard that says so
 */
public record ProfileFigure(String key, String value, String source) {}
