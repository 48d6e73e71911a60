// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;

/**
 * The newest usable values of a string, gathered from the images of its lines: only GOOD values of a fresh sweep
 * count. Shapes: arrays hold one entry per block in string order; NaN where nothing usable came.
 */
final class StringGather {

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

    StringGather(StringLayout layout, long freshMillis) {
        this.layout = layout;
        this.freshMillis = freshMillis;
        this.volts = new double[layout.rows().length];
        this.celsius = new double[layout.rows().length];
        this.silent = new boolean[layout.rows().length];
    }

    void take(SiteView view, SweepImage trigger) {
        good = 0;
        sumVolts = 0;
        double sumCelsius = 0;
        int warm = 0;
        for (int i = 0; i < volts.length; i++) {
            SweepImage image = fresh(view, layout.lines()[i], trigger);
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
        currentMilliamps = sensor(view, layout.currentSensor(), trigger);
        ambientCentidegrees = sensor(view, layout.ambientSensor(), trigger);
    }

    private SweepImage fresh(SiteView view, int line, SweepImage trigger) {
        SweepImage image = view.newest(line);
        boolean old = image == null
                || trigger.sampledMonotonicMillis() - image.sampledMonotonicMillis() > freshMillis;
        return old ? null : image;
    }

    private static double value(SweepImage image, MeasurementKind kind, int row) {
        return image != null && image.good(kind, row) ? image.value(kind, row) : Double.NaN;
    }

    private Integer sensor(SiteView view, StringLayout.Place place, SweepImage trigger) {
        if (place == null) {
            return null;
        }
        SweepImage image = fresh(view, place.line(), trigger);
        boolean usable = image != null && image.sensorQuality(place.row()) == Quality.GOOD;
        return usable ? (Integer) image.sensorValue(place.row()) : null;
    }

    /** Returns whether nothing at all came from that block in the newest fresh sweep. */
    boolean silent(int block) {
        return silent[block];
    }

    double[] volts() {
        return volts;
    }

    double celsius(int block) {
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

    double currentAmps() {
        return currentMilliamps == null ? Double.NaN : currentMilliamps / 1000.0;
    }

    Integer currentMilliamps() {
        return currentMilliamps;
    }

    Integer ambientCentidegrees() {
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
