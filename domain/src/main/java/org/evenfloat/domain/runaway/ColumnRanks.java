// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** Median and lower quarter of the numbers in a column that are there. One thread; allocates nothing. */
final class ColumnRanks {

    private final double[] scratch;

    ColumnRanks(int most) {
        scratch = new double[most];
    }

    /** Returns the median of those that are not NaN; NaN when none is. */
    double median(double[] values) {
        return rank(values, 0.5);
    }

    /** Returns what a quarter of those that are not NaN lie below; NaN when none is. */
    double quarter(double[] values) {
        return rank(values, 0.25);
    }

    private double rank(double[] values, double share) {
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                scratch[count++] = value;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double place = share * (count - 1);
        int below = (int) place;
        select(below, count);
        double above = below + 1 < count ? scratch[below + 1] : scratch[below];
        for (int i = below + 2; i < count; i++) {
            above = scratch[i] < above ? scratch[i] : above;
        }
        return scratch[below] + (place - below) * (above - scratch[below]);
    }

    /** Hoare's selection: puts the number there that would stand there in order, larger ones behind it. */
    private void select(int place, int count) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            double pivot = scratch[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (scratch[left] < pivot) {
                    left++;
                }
                while (scratch[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double other = scratch[left];
                    scratch[left++] = scratch[right];
                    scratch[right--] = other;
                }
            }
            if (place <= right) {
                high = right;
            } else if (place >= left) {
                low = left;
            } else {
                return;
            }
        }
    }
}
