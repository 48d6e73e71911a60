// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.health;

import java.util.Arrays;

/**
 * The line through points by the median of the slopes of all pairs: outliers, up to a quarter of the points, do not
 * move it. Source: Theil 1950, Sen 1968, with Kendall's confidence interval of 95 %.
 *
 * @param slope change of y for each unit of x; NaN with fewer than two different x
 * @param intercept y at x = 0: the median of y − slope · x
 * @param lowSlope lower end of the interval of 95 %; −∞ when the points are too few for one
 * @param highSlope upper end of it; +∞ when they are too few
 */
public record TheilSenLine(double slope, double intercept, double lowSlope, double highSlope) {

    /** Of a normal distribution: 95 % lie within so many standard deviations. */
    private static final double DEVIATIONS = 1.96;

    /**
     * Returns the line through points; the work grows with the square of their number.
     *
     * @param x places
     * @param y as many values
     */
    public static TheilSenLine through(double[] x, double[] y) {
        int points = x.length;
        double[] slopes = new double[points * (points - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < points; i++) {
            for (int j = i + 1; j < points; j++) {
                if (x[i] != x[j]) {
                    slopes[pairs++] = (y[j] - y[i]) / (x[j] - x[i]);
                }
            }
        }
        slopes = Arrays.copyOf(slopes, pairs);
        Arrays.sort(slopes);
        double slope = Median.ofSorted(slopes);
        double[] rest = new double[points];
        for (int i = 0; i < points; i++) {
            rest[i] = y[i] - slope * x[i];
        }
        double width = DEVIATIONS * Math.sqrt(points * (points - 1.0) * (2.0 * points + 5) / 18);
        int low = (int) Math.floor((pairs - width) / 2);
        int high = (int) Math.ceil((pairs + width) / 2);
        return new TheilSenLine(
                slope, Median.of(rest), low < 0 || pairs == 0 ? Double.NEGATIVE_INFINITY : slopes[low],
                high >= pairs ? Double.POSITIVE_INFINITY : slopes[high]);
    }

    /** Returns y at that x. */
    public double at(double x) {
        return intercept + slope * x;
    }

    /** Returns whether y certainly grows. */
    public boolean rises() {
        return lowSlope > 0;
    }
}
