// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

/**
 * The filtered float current over the one that is normal for this string. What the modules and their bypasses take is
 * not counted: it does not gas.
 */
final class FloatCurrent {

    private static final int MOST_COUNTED = 1_000_000;

    private final RunawayConstants.Gassing constants;
    private final int holdSamples;
    private final boolean leadAcid;
    private final int cells;
    private final double bypassAmps;
    private final double selfAmps;
    private final double leastAmps;
    private final double[] samples;
    private final ColumnRanks ranks;
    private int sampled;
    private int badInARow;
    private double filtered = Double.NaN;
    private double reference = Double.NaN;
    private double ratio = Double.NaN;

    FloatCurrent(GuardedString string, RunawayConstants constants) {
        this.constants = constants.gassing();
        this.holdSamples = constants.sensing().holdSamples();
        leadAcid = string.leadAcid();
        cells = string.cells();
        bypassAmps = string.bypassAmps();
        selfAmps = string.selfAmps();
        leastAmps = this.constants.leastAmpsPerAmpHour() * string.ampHours();
        samples = new double[this.constants.referenceSamples()];
        ranks = new ColumnRanks(samples.length);
        Arrays.fill(samples, Double.NaN);
    }

    /** @param meanDuty mean duty of all blocks, 0 to 1 */
    void step(double dtSeconds, double stringAmps, double meanDuty, boolean discharging) {
        double amps = stringAmps - meanDuty * bypassAmps - selfAmps;
        if (Double.isNaN(amps)) {
            badInARow = Math.min(badInARow + 1, MOST_COUNTED);
            return;
        }
        badInARow = 0;
        filtered = discharging || Double.isNaN(filtered) ? amps
                : filtered + Math.min(1, dtSeconds / constants.currentFilterSeconds()) * (amps - filtered);
    }

    /** Returns the filtered current, A; NaN while it is not known. */
    double filteredAmps() {
        return badInARow > holdSamples ? Double.NaN : filtered;
    }

    /** Returns whether the current of this sample is known. */
    boolean good() {
        return badInARow == 0 && !Double.isNaN(filtered);
    }

    /** Returns what the filtered current would be at the reference voltage and temperature, A. */
    double normalisedAmps(double blockVolts, double celsius) {
        double exponent = leadAcid
                ? constants.perVolt() * (blockVolts / cells - constants.referenceCellVolts())
                        + constants.perKelvin() * (celsius - constants.referenceCelsius())
                : 0;
        return filteredAmps() / StrictMath.exp(exponent);
    }

    /** Takes a sample for the reference, as long as that is not complete. */
    void learn(double normalisedAmps) {
        if (good() && sampled < samples.length && !Double.isNaN(normalisedAmps)) {
            samples[sampled++] = normalisedAmps;
            reference = sampled == samples.length ? ranks.median(samples) : Double.NaN;
        }
    }

    /** Forgets the reference. */
    void learnAnew() {
        Arrays.fill(samples, Double.NaN);
        sampled = 0;
        reference = Double.NaN;
    }

    /**
     * Compares with the reference.
     *
     * @param told false before anything is to be told, and in a discharge
     * @param refused whether no reference may be learnt: then the least one stands
     */
    void compare(boolean told, boolean refused) {
        double normal = refused && Double.isNaN(reference) ? leastAmps : Math.max(reference, leastAmps);
        ratio = told && leastAmps > 0 ? filteredAmps() / normal : Double.NaN;
    }

    /** Returns how many times the normal current flows; NaN when that cannot be told. */
    double ratio() {
        return ratio;
    }

    /** Returns the normal current at 25 °C and 2.27 V per cell, A; NaN before it is known. */
    double referenceAmps() {
        return reference;
    }

    void visit(StateTape tape) {
        tape.all(samples);
        sampled = tape.count(sampled);
        badInARow = tape.count(badInARow);
        filtered = tape.number(filtered);
        reference = tape.number(reference);
        ratio = tape.number(ratio);
    }
}
