// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import java.util.Arrays;
import java.util.Random;

/**
 * Full blocks on a charger that holds the sum of their voltages: polarisation, gassing and the current they share.
 * The linearly implicit step keeps it stable at any period used here.
 */
final class FloatingString {

    private static final double OPEN_CIRCUIT_VOLTS = 2.145;
    private static final double GASSING_AT_223_AMPS_PER_AMP_HOUR = 0.0002;
    private static final double GASSING_PER_VOLT = 11;
    private static final double WARMER_BY_5_KELVIN = 0.06 * 5;
    private static final double FARAD_PER_AMP_HOUR = 25;

    private final int cells;
    private final double ampHours;
    private final double fullCurrentAmps;
    private final double setVolts;
    private final double[] gassingFactor;
    private final double[] polarisationVolts;
    private final double ohms;
    final double[] volts;

    FloatingString(int cells, double ampHours, double fullCurrentAmps, double[] gassingFactor) {
        this.cells = cells;
        this.ampHours = ampHours;
        this.fullCurrentAmps = fullCurrentAmps;
        this.gassingFactor = gassingFactor;
        this.ohms = 0.060 * Math.pow(ampHours, -0.55) * cells / 6;
        this.polarisationVolts = new double[gassingFactor.length];
        this.volts = new double[gassingFactor.length];
        double mean = 0;
        for (int i = 0; i < volts.length; i++) {
            polarisationVolts[i] = 0.125 - Math.log(gassingFactor[i]) / GASSING_PER_VOLT;
            mean += polarisationVolts[i] / volts.length;
        }
        for (int i = 0; i < volts.length; i++) {
            polarisationVolts[i] += 0.125 - mean;
            volts[i] = cells * (OPEN_CIRCUIT_VOLTS + polarisationVolts[i]);
        }
        this.setVolts = 2.27 * cells * volts.length;
    }

    /** Blocks whose gassing makes them float between both ends of a window of that many volts. */
    static FloatingString withWindow(int blocks, double windowVolts, double ampHours, Random random) {
        double[] gassing = new double[blocks];
        for (int i = 0; i < blocks; i++) {
            double place = i < 2 ? i - 0.5 : random.nextDouble() - 0.5;
            gassing[i] = Math.exp(place * windowVolts * GASSING_PER_VOLT / 6);
        }
        return new FloatingString(6, ampHours, 0.15, gassing);
    }

    void step(double dtSeconds, double[] duties) {
        double[] bypassAmps = new double[volts.length];
        double[] stiffness = new double[volts.length];
        double[] gassingAmps = new double[volts.length];
        double fixedVolts = 0;
        double perAmp = 0;
        for (int i = 0; i < volts.length; i++) {
            double cell = OPEN_CIRCUIT_VOLTS + polarisationVolts[i];
            bypassAmps[i] = duties[i] * fullCurrentAmps * Math.min(1.2, Math.max(0.2, volts[i] / (2.27 * cells)));
            gassingAmps[i] = ampHours * gassingFactor[i] * GASSING_AT_223_AMPS_PER_AMP_HOUR
                    * Math.exp(GASSING_PER_VOLT * (cell - 2.23) + WARMER_BY_5_KELVIN);
            stiffness[i] = dtSeconds / (FARAD_PER_AMP_HOUR * ampHours + dtSeconds * GASSING_PER_VOLT * gassingAmps[i]);
            fixedVolts += cells * (cell - stiffness[i] * (bypassAmps[i] + gassingAmps[i])) - ohms * bypassAmps[i];
            perAmp += cells * stiffness[i] + ohms;
        }
        double amps = Math.max(0, (setVolts - fixedVolts) / perAmp);
        for (int i = 0; i < volts.length; i++) {
            polarisationVolts[i] += stiffness[i] * (amps - bypassAmps[i] - gassingAmps[i]);
            volts[i] = cells * (OPEN_CIRCUIT_VOLTS + polarisationVolts[i]) + ohms * (amps - bypassAmps[i]);
        }
    }

    /** What the modules read: noise of 1.5 mV, steps of 1 mV. */
    double[] measured(Random random) {
        return Arrays.stream(volts)
                .map(v -> Math.round((v + 0.0015 * random.nextGaussian()) * 1000) / 1000.0)
                .toArray();
    }
}
