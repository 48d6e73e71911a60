// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.health;

import java.util.Arrays;

/** The middle of values. */
final class Median {

    private Median() {}

    /** Returns the median of the values that are numbers, the mean of the two middle ones; NaN when there is none. */
    static double of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return ofSorted(sorted);
    }

    /** Returns the median of ascending numbers; NaN when there is none. */
    static double ofSorted(double[] sorted) {
        int count = sorted.length;
        if (count == 0) {
            return Double.NaN;
        }
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }
}
