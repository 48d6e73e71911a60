// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

/** The block voltages: the last good one of each, for a time, and how far each is from the median. */
final class VoltageSense {

    private static final int MOST_COUNTED = 1_000_000;

    private final int holdSamples;
    private final double[] held;
    private final int[] badInARow;
    private final double[] beside;
    private int good;
    private double meanVolts = Double.NaN;

    VoltageSense(int blocks, int holdSamples) {
        this.holdSamples = holdSamples;
        held = new double[blocks];
        Arrays.fill(held, Double.NaN);
        badInARow = new int[blocks];
        beside = new double[blocks];
        Arrays.fill(beside, Double.NaN);
    }

    void step(RunawaySample sample, ColumnRanks ranks) {
        good = 0;
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < held.length; i++) {
            double read = sample.volts(i);
            if (Double.isNaN(read)) {
                badInARow[i] = Math.min(badInARow[i] + 1, MOST_COUNTED);
            } else {
                held[i] = read;
                badInARow[i] = 0;
                good++;
            }
            beside[i] = badInARow[i] > holdSamples ? Double.NaN : held[i];
            sum += Double.isNaN(beside[i]) ? 0 : beside[i];
            counted += Double.isNaN(beside[i]) ? 0 : 1;
        }
        meanVolts = counted == 0 ? Double.NaN : sum / counted;
        double median = ranks.median(beside);
        for (int i = 0; i < beside.length; i++) {
            beside[i] -= median;
        }
    }

    /** Returns whether at least half of the voltages were measured in this sample. */
    boolean known() {
        return 2 * good >= held.length;
    }

    /** Returns the mean block voltage, V; NaN when none counts. */
    double meanVolts() {
        return meanVolts;
    }

    /** Returns how far each block is above the median, V; NaN where that is not known. */
    double[] beside() {
        return beside;
    }

    void visit(StateTape tape) {
        tape.all(held);
        tape.all(badInARow);
        tape.all(beside);
        good = tape.count(good);
        meanVolts = tape.number(meanVolts);
    }
}
