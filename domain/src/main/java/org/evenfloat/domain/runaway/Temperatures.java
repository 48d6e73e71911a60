// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

/** The blocks' temperatures against the air and against each other. Columns, one entry a block, NaN where blind. */
final class Temperatures {

    /** Without the sensor's self-heating, °C. */
    final double[] warmed;
    /** Without self-heating and offsets, °C. */
    final double[] corrected;
    /** Above the air reference, K. */
    final double[] rise;
    /** How fast it rises, K/h. */
    double[] slope;
    private final RunawayConstants.Sensing constants;
    private final ColumnRanks ranks;
    private final double[] duty;
    private double median = Double.NaN;
    private double medianCelsius = Double.NaN;
    private double medianSlope = Double.NaN;

    Temperatures(int blocks, RunawayConstants.Sensing constants, ColumnRanks ranks) {
        this.constants = constants;
        this.ranks = ranks;
        warmed = new double[blocks];
        corrected = new double[blocks];
        rise = new double[blocks];
        slope = new double[blocks];
        duty = new double[blocks];
        Arrays.fill(rise, Double.NaN);
    }

    void step(double dtSeconds, RunawaySample sample, TemperatureSense sense, double referenceCelsius, Baseline baseline,
            double[] slopes) {
        slope = slopes;
        // the sensor warms up and cools down with its module, so its duty is filtered like the air
        double share = Math.min(1, dtSeconds / constants.ambientFilterSeconds());
        for (int i = 0; i < warmed.length; i++) {
            duty[i] += share * (sample.duty(i) - duty[i]);
            warmed[i] = sense.counting()[i] - constants.selfHeatingKelvin() * duty[i];
            corrected[i] = warmed[i] - baseline.offsetKelvin[i] - baseline.ambientOffset();
            rise[i] = corrected[i] - referenceCelsius;
        }
        median = ranks.median(rise);
        medianCelsius = ranks.median(corrected);
        medianSlope = ranks.median(slope);
    }

    /** Returns the rise of the median block, K. */
    double medianRise() {
        return median;
    }

    /** Returns the temperature of the median block, °C. */
    double medianCelsius() {
        return medianCelsius;
    }

    /** Returns the slope of the median block, K/h. */
    double medianSlope() {
        return medianSlope;
    }

    /** Returns how far that block is above the median one, K. */
    double excess(int block) {
        return rise[block] - median;
    }

    /** Returns how far the warmer of its neighbours in the string is above the median block, K; NaN when unknown. */
    double neighbourExcess(int block) {
        double before = block > 0 ? excess(block - 1) : Double.NaN;
        double after = block + 1 < rise.length ? excess(block + 1) : Double.NaN;
        return Double.isNaN(before) ? after : Double.isNaN(after) ? before : Math.max(before, after);
    }

    /** Returns the block that has risen furthest; -1 when all are blind. */
    int hottest() {
        int hottest = -1;
        for (int i = 0; i < rise.length; i++) {
            if (!Double.isNaN(rise[i]) && (hottest < 0 || rise[i] > rise[hottest])) {
                hottest = i;
            }
        }
        return hottest;
    }

    void visit(StateTape tape) {
        tape.all(duty);
        tape.all(warmed);
        tape.all(corrected);
        tape.all(rise);
        median = tape.number(median);
        medianCelsius = tape.number(medianCelsius);
        medianSlope = tape.number(medianSlope);
    }
}
