// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

/**
 * How well battery modules measure.
 *
 * @param noiseVolts standard deviation of a voltage reading, V
 * @param stepVolts resolution of a voltage reading, V
 * @param gainSigma standard deviation of the modules' gain errors, share of the reading
 * @param stepKelvin resolution of a temperature reading, K
 * @param offsetKelvin standard deviation of the sensors' offsets, K
 */
public record MeterAccuracy(
        double noiseVolts, double stepVolts, double gainSigma, double stepKelvin, double offsetKelvin) {

    /** The module of the BACS data sheet: 0.5 % gain (three sigma), sensors ±0.7 K in steps of 0.5 K. */
    public static final MeterAccuracy DATA_SHEET = new MeterAccuracy(0.0015, 0.001, 0.005 / 3, 0.5, 0.7);

    /** The same without gain error and offset, as after a calibration of each module. */
    public static final MeterAccuracy CALIBRATED = new MeterAccuracy(0.0015, 0.001, 0, 0.5, 0);

    /** Refuses steps of zero and negative spreads. */
    public MeterAccuracy {
        if (!(noiseVolts >= 0) || !(stepVolts > 0) || !(gainSigma >= 0) || !(stepKelvin > 0) || !(offsetKelvin >= 0)) {
            throw new IllegalArgumentException("meter with steps " + stepVolts + " V, " + stepKelvin + " K and spreads "
                    + noiseVolts + " V, " + gainSigma + ", " + offsetKelvin + " K - steps above 0, no negative spread");
        }
    }
}
