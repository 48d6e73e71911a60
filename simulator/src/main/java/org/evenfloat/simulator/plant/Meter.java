// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import java.util.Random;

/** The measuring inputs of a string's battery modules: noise, gain and offset errors, resolution. */
public final class Meter {

    private final MeterAccuracy accuracy;
    // Random, because its sequence is part of its contract: the same seed gives the same readings on every Java
    private final Random random;
    private final double[] gain;
    private final double[] offset;

    /** Builds the inputs of so many modules; the seed fixes their errors and their noise. */
    public Meter(long seed, int modules, MeterAccuracy accuracy) {
        this.accuracy = accuracy;
        random = new Random(seed);
        gain = new double[modules];
        offset = new double[modules];
        for (int i = 0; i < modules; i++) {
            gain[i] = 1 + accuracy.gainSigma() * random.nextGaussian();
            offset[i] = accuracy.offsetKelvin() * random.nextGaussian();
        }
    }

    /** Returns what module {@code i} reads when its block has that voltage, V. */
    public double volts(int i, double trueVolts) {
        double read = trueVolts * gain[i] + accuracy.noiseVolts() * random.nextGaussian();
        return Math.rint(read / accuracy.stepVolts()) * accuracy.stepVolts();
    }

    /** Returns what module {@code i} reads when its block has that temperature, °C. */
    public double celsius(int i, double trueCelsius) {
        return Math.rint((trueCelsius + offset[i]) / accuracy.stepKelvin()) * accuracy.stepKelvin();
    }

    /** Returns the gain of module {@code i}: 1 reads true. */
    public double gain(int i) {
        return gain[i];
    }
}
