// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.health;

import java.util.Arrays;

/**
 * The internal resistance of one block over its reference, over the years. Measurements are brought to 25 °C; the
 * reference is the median of the first ones. A single measurement is 2 % noisy and now and then off by half, so the
 * present ratio is that of a line through the last year, and a warning takes several medians. Thresholds after the
 * practice of IEEE 1188 (20 to 30 %, 50 %); the estimator is the best of those tried on verify-physics, kind ri.
 */
public final class ResistanceTrend {

    /** How much of its resistance a block loses for each kelvin that it is warmer. */
    public static final double PER_KELVIN = 0.007;

    /** Weekly measurements that make the reference. */
    public static final int REFERENCE_SAMPLES = 13;

    /** Ratio that is worth a warning. */
    public static final double WARN_RATIO = 1.25;

    /** Ratio at which a block is to be replaced. */
    public static final double ALARM_RATIO = 1.5;

    private static final double REFERENCE_CELSIUS = 25;
    private static final double WINDOW_DAYS = 365;

    /** Ageing that speeds up is seen in a shorter window first. */
    private static final double SHORT_WINDOW_DAYS = 120;

    private static final int MEDIAN_SAMPLES = 4;
    private static final int MEDIANS_IN_A_ROW = 3;

    private final double[] days;
    private final double[] ratios;
    private final double reference;

    private ResistanceTrend(double[] days, double[] ratios, double reference) {
        this.days = days;
        this.ratios = ratios;
        this.reference = reference;
    }

    /** Returns what a resistance would be at 25 °C. */
    public static double at25(double resistance, double celsius, double perKelvin) {
        return resistance * Math.exp(perKelvin * (celsius - REFERENCE_CELSIUS));
    }

    /**
     * Makes the trend of measurements that carry their own reference.
     *
     * @param days when, ascending, days
     * @param at25 resistance at 25 °C, as many, in any unit
     */
    public static ResistanceTrend of(double[] days, double[] at25) {
        return of(days, at25, Median.of(Arrays.copyOf(at25, Math.min(REFERENCE_SAMPLES, at25.length))));
    }

    /**
     * Makes the trend of measurements over a reference that was found earlier.
     *
     * @param days when, ascending, days
     * @param at25 resistance at 25 °C, as many, in any unit
     * @param reference in the same unit
     */
    public static ResistanceTrend of(double[] days, double[] at25, double reference) {
        double[] ratios = Arrays.stream(at25).map(value -> value / reference).toArray();
        return new ResistanceTrend(days.clone(), ratios, reference);
    }

    /** Returns the reference, in the unit of the measurements. */
    public double reference() {
        return reference;
    }

    /** Returns whether there are enough measurements for a reference. */
    public boolean hasReference() {
        return ratios.length >= REFERENCE_SAMPLES;
    }

    /** Returns the line through the ratios of the last days; x is in days. */
    public TheilSenLine line() {
        return line(WINDOW_DAYS);
    }

    private TheilSenLine line(double windowDays) {
        double from = days.length == 0 ? 0 : days[days.length - 1] - windowDays;
        int first = 0;
        while (first < days.length && days[first] < from) {
            first++;
        }
        return TheilSenLine.through(
                Arrays.copyOfRange(days, first, days.length), Arrays.copyOfRange(ratios, first, ratios.length));
    }

    /** Returns the ratio today: that of the line of the last year on the last day. */
    public double presentRatio() {
        return line().at(days[days.length - 1]);
    }

    /**
     * Returns the ratio that the last three medians of four in a row agree on: the one nearest to 1, and 1 when they are on
     * both sides of it; NaN with fewer than six measurements. It reaches a limit above or below when {@link #dayAbove}
     * would say so, so that neither noise nor a single wrong measurement does it, and a lasting step does within weeks.
     */
    public double steadyRatio() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int end = ratios.length; end > ratios.length - MEDIANS_IN_A_ROW; end--) {
            if (end < MEDIAN_SAMPLES) {
                return Double.NaN;
            }
            double median = Median.of(Arrays.copyOfRange(ratios, end - MEDIAN_SAMPLES, end));
            least = Math.min(least, median);
            most = Math.max(most, median);
        }
        return least > 1 ? least : Math.min(most, 1);
    }

    /** Returns the day of the first measurement at which three medians of four in a row reached that ratio; NaN never. */
    public double dayAbove(double ratio) {
        int inARow = 0;
        for (int end = MEDIAN_SAMPLES; end <= ratios.length; end++) {
            double median = Median.of(Arrays.copyOfRange(ratios, end - MEDIAN_SAMPLES, end));
            inARow = median >= ratio ? inARow + 1 : 0;
            if (inARow == MEDIANS_IN_A_ROW) {
                return days[end - 1];
            }
        }
        return Double.NaN;
    }

    /**
     * When a block reaches the ratio at which it is to be replaced, if it goes on like this.
     *
     * @param soonestDays days from the last measurement at the steepest likely slope
     * @param likelyDays at the likely slope
     * @param latestDays at the flattest likely slope
     */
    public record ReplaceBy(double soonestDays, double likelyDays, double latestDays) {}

    /** Returns when it is to be replaced; null while nothing certainly grows. The design life is a bound of its own. */
    public ReplaceBy replaceBy() {
        TheilSenLine year = line(WINDOW_DAYS);
        if (!year.rises()) {
            return null;
        }
        TheilSenLine recent = line(SHORT_WINDOW_DAYS);
        double slope = recent.rises() ? Math.max(year.slope(), recent.slope()) : year.slope();
        double steepest = Math.max(year.highSlope(), slope);
        double left = Math.max(0, ALARM_RATIO - presentRatio());
        return new ReplaceBy(left / steepest, left / slope, left / year.lowSlope());
    }
}
