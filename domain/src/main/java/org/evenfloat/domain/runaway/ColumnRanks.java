// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

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
        Arrays.sort(scratch, 0, count);
        double place = share * (count - 1);
        int below = (int) place;
        int above = Math.min(below + 1, count - 1);
        return scratch[below] + (place - below) * (scratch[above] - scratch[below]);
    }
}
