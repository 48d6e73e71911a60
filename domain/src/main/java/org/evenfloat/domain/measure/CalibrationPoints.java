// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person has read on a reference instrument beside what was shown, and the calibration that follows from it.
 * Two voltages give gain and offset, one the offset alone: the gain stays as it is. Without a temperature its offset
 * stays as it is.
 *
 * @param voltages none, one or two
 * @param temperature may be absent
 */
public record CalibrationPoints(List<Point> voltages, Optional<Point> temperature) {

    /** A gain of more than this from 1, in millionths, is a fault and not a tolerance. */
    public static final int MOST_GAIN_MILLIONTHS = 20_000;

    /** An offset of more than this share of the block's float voltage is one too, in percent. */
    public static final int MOST_OFFSET_PERCENT = 2;

    /** So is a temperature offset of more than this, 0.01 °C. */
    public static final int MOST_TEMPERATURE_CENTIDEGREES = 500;

    /** Two voltages closer than this share of the block's float voltage tell no gain, in percent. */
    public static final int LEAST_DISTANCE_PERCENT = 3;

    /**
     * One reading.
     *
     * @param shown what was shown, with the present calibration; mV or 0.01 °C
     * @param truth what it really was; mV or 0.01 °C
     */
    public record Point(int shown, int truth) {}

    public CalibrationPoints {
        voltages = List.copyOf(voltages);
    }

    /**
     * Returns the calibration that shows the truth at these points.
     *
     * @param present what the shown values were corrected with
     * @param floatMillivolts float voltage of the block, as the measure of what is much
     * @param problems takes what is wrong, each {@code where: what was given - what is allowed}
     */
    public Calibration calibration(Calibration present, int floatMillivolts, List<String> problems) {
        int gain = present.gainMillionths();
        double offset = present.offsetMicrovolts();
        if (voltages.size() == 2) {
            double low = present.rawMillivolts(voltages.get(0).shown);
            double high = present.rawMillivolts(voltages.get(1).shown);
            int least = floatMillivolts * LEAST_DISTANCE_PERCENT / 100;
            if (Math.abs(high - low) < least) {
                problems.add("voltagePoints: " + Math.round(Math.abs(high - low)) + " mV apart - allowed: at least "
                        + least + " mV, or one point alone for the offset");
                return present;
            }
            double slope = (voltages.get(1).truth - voltages.get(0).truth) / (high - low);
            gain = (int) Math.round(slope * Calibration.UNITY);
        }
        if (!voltages.isEmpty()) {
            offset = offsetMicrovolts(present, gain);
        }
        int degrees = present.temperatureOffsetCentidegrees()
                + temperature.map(point -> point.truth - point.shown).orElse(0);
        problems.addAll(problems(gain, offset, degrees, floatMillivolts));
        return problems.isEmpty() ? new Calibration(gain, (int) Math.round(offset), degrees) : present;
    }

    /** Returns the offset that splits what the rounded gain leaves evenly between the points. */
    private double offsetMicrovolts(Calibration present, int gainMillionths) {
        double sum = 0;
        for (Point point : voltages) {
            sum += point.truth * 1_000.0 - present.rawMillivolts(point.shown) * gainMillionths / 1_000.0;
        }
        return sum / voltages.size();
    }

    private static List<String> problems(int gain, double offset, int degrees, int floatMillivolts) {
        List<String> problems = new ArrayList<>();
        if (Math.abs((long) gain - Calibration.UNITY) > MOST_GAIN_MILLIONTHS) {
            problems.add(String.format(Locale.ROOT, "voltagePoints: they make a gain of %.4f - allowed: 0.98 to 1.02;"
                    + " a module that is off by more is faulty, or a point is misread", gain / 1e6));
        }
        int most = floatMillivolts * MOST_OFFSET_PERCENT / 100;
        if (Math.abs(offset) > most * 1_000.0) {
            problems.add(String.format(Locale.ROOT, "voltagePoints: they make an offset of %.1f mV - allowed: -%d to %d"
                    + " mV; a module that is off by more is faulty, or a point is misread", offset / 1e3, most, most));
        }
        if (Math.abs(degrees) > MOST_TEMPERATURE_CENTIDEGREES) {
            problems.add(String.format(Locale.ROOT, "temperature: it makes an offset of %.2f K - allowed: -5 to 5 K;"
                    + " a sensor that is off by more is faulty, or the point is misread", degrees / 100.0));
        }
        return problems;
    }
}
