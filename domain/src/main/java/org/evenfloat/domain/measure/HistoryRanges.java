// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

/**
 * Lowest and highest values of many columns over time, summarised to points; a column is one kind of one block, or a
 * sensor. Shapes: all arrays hold one entry a point; the second index of the two-dimensional ones is the column. Where
 * a point has no usable sample of a column, the lowest is above the highest. Only GOOD and SUSPECT samples count.
 *
 * @param fromMillis instant of the first sample of the point, epoch ms, ascending
 * @param toMillis instant of the last sample of the point, epoch ms
 * @param min lowest value, by point and column, in the unit of the column
 * @param max highest value, by point and column
 */
public record HistoryRanges(long[] fromMillis, long[] toMillis, int[][] min, int[][] max) {

    /** Returns ranges without a point. */
    public static HistoryRanges empty() {
        return new HistoryRanges(new long[0], new long[0], new int[0][], new int[0][]);
    }

    /** Returns the number of points. */
    public int points() {
        return fromMillis.length;
    }

    /** Returns whether that column has a usable sample in that point. */
    public boolean measured(int point, int column) {
        return min[point][column] <= max[point][column];
    }
}
