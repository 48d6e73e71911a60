// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.function.IntFunction;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;

/**
 * The newest usable values of a string, gathered from the images of its lines: only GOOD values of a fresh sweep
 * count. Shapes: arrays hold one entry per block in string order; NaN where nothing usable came.
 */
public final class StringGather {

    private final StringLayout layout;
    private final long freshMillis;
    private final double[] volts;
    private final double[] celsius;
    private final boolean[] silent;
    private int good;
    private int lowestBlock;
    private int highestBlock;
    private double sumVolts;
    private double meanCelsius;
    private Integer currentMilliamps;
    private Integer ambientCentidegrees;

    /** @param freshMillis values of another line count when they are not older than that beside the trigger */
    public StringGather(StringLayout layout, long freshMillis) {
        this.layout = layout;
        this.freshMillis = freshMillis;
        this.volts = new double[layout.rows().length];
        this.celsius = new double[layout.rows().length];
        this.silent = new boolean[layout.rows().length];
    }

    /**
     * Gathers anew.
     *
     * @param newest gives the newest image of the line of that index; null before its first sweep
     * @param nowMillis when, on the monotonic clock
     */
    public void take(IntFunction<SweepImage> newest, long nowMillis) {
        good = 0;
        sumVolts = 0;
        double sumCelsius = 0;
        int warm = 0;
        for (int i = 0; i < volts.length; i++) {
            SweepImage image = fresh(newest, layout.lines()[i], nowMillis);
            silent[i] = image == null
                    || image.quality(MeasurementKind.VOLTAGE, layout.rows()[i]).code() >= Quality.STALE.code();
            volts[i] = value(image, MeasurementKind.VOLTAGE, layout.rows()[i]) / 1000;
            celsius[i] = value(image, MeasurementKind.TEMPERATURE, layout.rows()[i]) / 100;
            if (!Double.isNaN(celsius[i])) {
                sumCelsius += celsius[i];
                warm++;
            }
            if (!Double.isNaN(volts[i])) {
                lowestBlock = good == 0 || volts[i] < volts[lowestBlock] ? i : lowestBlock;
                highestBlock = good == 0 || volts[i] > volts[highestBlock] ? i : highestBlock;
                sumVolts += volts[i];
                good++;
            }
        }
        meanCelsius = warm == 0 ? Double.NaN : sumCelsius / warm;
        currentMilliamps = sensor(newest, layout.currentSensor(), nowMillis);
        ambientCentidegrees = sensor(newest, layout.ambientSensor(), nowMillis);
    }

    /** Returns the newest image of a line; null when it is too old. */
    private SweepImage fresh(IntFunction<SweepImage> newest, int line, long nowMillis) {
        SweepImage image = newest.apply(line);
        return image == null || nowMillis - image.sampledMonotonicMillis() > freshMillis ? null : image;
    }

    private static double value(SweepImage image, MeasurementKind kind, int row) {
        return image != null && image.good(kind, row) ? image.value(kind, row) : Double.NaN;
    }

    private Integer sensor(IntFunction<SweepImage> newest, StringLayout.Place place, long nowMillis) {
        if (place == null) {
            return null;
        }
        SweepImage image = fresh(newest, place.line(), nowMillis);
        boolean usable = image != null && image.sensorQuality(place.row()) == Quality.GOOD;
        return usable ? (Integer) image.sensorValue(place.row()) : null;
    }

    /** Returns whether nothing at all came from that block in the newest fresh sweep. */
    boolean silent(int block) {
        return silent[block];
    }

    /** Returns the voltages, V; NaN where none is usable. The array is the own one. */
    public double[] volts() {
        return volts;
    }

    /** Returns the temperature of a block, from 0, °C; NaN when it is not usable. */
    public double celsius(int block) {
        return celsius[block];
    }

    int good() {
        return good;
    }

    /** Returns the mean block voltage in V, NaN when less than half of the blocks are measured. */
    double meanVolts() {
        return 2 * good < volts.length || good == 0 ? Double.NaN : sumVolts / good;
    }

    double meanCelsius() {
        return meanCelsius;
    }

    /** Returns the string current, A; NaN when it is not usable. */
    public double currentAmps() {
        return currentMilliamps == null ? Double.NaN : currentMilliamps / 1000.0;
    }

    /** Returns the string current, mA; null when it is not usable. */
    public Integer currentMilliamps() {
        return currentMilliamps;
    }

    /** Returns the air temperature, 0.01 °C; null when it is not usable. */
    public Integer ambientCentidegrees() {
        return ambientCentidegrees;
    }

    int lowestMillivolts() {
        return good == 0 ? 0 : (int) Math.round(volts[lowestBlock] * 1000);
    }

    /** Returns the number of the lowest block, from 1. */
    int lowestBlock() {
        return lowestBlock + 1;
    }

    int highestMillivolts() {
        return good == 0 ? 0 : (int) Math.round(volts[highestBlock] * 1000);
    }

    /** Returns the number of the highest block, from 1. */
    int highestBlock() {
        return highestBlock + 1;
    }
}
