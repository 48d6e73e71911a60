// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

/**
 * Measurements over time, summarised to points. Shapes: all arrays hold one entry a point; the first index of the
 * two-dimensional ones is {@link MeasurementKind#ordinal()} for a block and 0 for a sensor, which has one column. A
 * point without a usable sample of a kind has count 0 there, and its values mean nothing. Only GOOD and SUSPECT
 * samples are summarised.
 *
 * @param fromMillis instant of the first sample of the point, epoch ms, ascending
 * @param toMillis instant of the last sample of the point, epoch ms
 * @param count samples in the point, by column
 * @param min lowest value, by column, in the unit of the column
 * @param mean mean value, rounded, by column
 * @param max highest value, by column
 */
public record HistorySeries(
        long[] fromMillis, long[] toMillis, int[][] count, int[][] min, int[][] mean, int[][] max) {

    /** Returns the number of points. */
    public int points() {
        return fromMillis.length;
    }
}
