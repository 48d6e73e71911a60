// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

import java.util.Locale;

/**
 * How the readings of one battery module are corrected: voltage in mV = raw × gain + offset, temperature in 0.01 °C =
 * raw + offset. A corrected value is rounded to the nearest whole unit, halves towards the higher one.
 *
 * @param gainMillionths gain of the voltage, 1,000,000 for none
 * @param offsetMicrovolts offset of the voltage, µV
 * @param temperatureOffsetCentidegrees offset of the temperature, 0.01 °C
 */
public record Calibration(int gainMillionths, int offsetMicrovolts, int temperatureOffsetCentidegrees) {

    /** Gain of a voltage that is left as it is. */
    public static final int UNITY = 1_000_000;

    /** Changes nothing. */
    public static final Calibration NONE = new Calibration(UNITY, 0, 0);

    private static final int MICROVOLTS = 1_000;
    private static final int HALF = UNITY / 2;

    /** Returns whether it changes nothing. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Returns the corrected voltage, mV. */
    public int millivolts(int rawMillivolts) {
        return millivolts(rawMillivolts, gainMillionths, offsetMicrovolts);
    }

    static int millivolts(int rawMillivolts, int gainMillionths, int offsetMicrovolts) {
        long sum = (long) rawMillivolts * gainMillionths + (long) offsetMicrovolts * (UNITY / MICROVOLTS);
        return (int) Math.floorDiv(sum + HALF, UNITY);
    }

    /** Returns the raw voltage of which {@code millivolts} is the corrected one, mV, not rounded. */
    public double rawMillivolts(int millivolts) {
        return (millivolts - offsetMicrovolts / (double) MICROVOLTS) * UNITY / gainMillionths;
    }

    /** Returns the corrected temperature, 0.01 °C. */
    public int centidegrees(int rawCentidegrees) {
        return rawCentidegrees + temperatureOffsetCentidegrees;
    }

    /** Returns the correction as people read it, such as {@code gain 1.001230, offset -12.3 mV, temperature +0.50 K}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "gain %.6f, offset %+.1f mV, temperature %+.2f K",
                gainMillionths / (double) UNITY, offsetMicrovolts / (double) MICROVOLTS,
                temperatureOffsetCentidegrees / 100.0);
    }
}
