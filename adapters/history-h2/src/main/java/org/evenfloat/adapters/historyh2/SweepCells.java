// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.SweepImage;

/**
 * One or more sweeps of one roster. Shapes: {@code n} sweeps; the cell of row {@code r} in sweep {@code t} is
 * {@code r * n + t}, for modules and for sensors.
 *
 * @param atMillis instant of each sweep, epoch ms
 * @param rows number of battery modules
 * @param sensors number of sensors
 * @param values per kind one value per module cell
 * @param qualities per kind one quality code per module cell
 * @param states one state code per module cell
 * @param sensorValues one value per sensor cell
 * @param sensorQualities one quality code per sensor cell
 */
record SweepCells(
        long[] atMillis, int rows, int sensors, int[][] values, byte[][] qualities, byte[] states, int[] sensorValues,
        byte[] sensorQualities) {

    static SweepCells empty(int sweeps, int kinds, int rows, int sensors) {
        return new SweepCells(
                new long[sweeps], rows, sensors, new int[kinds][rows * sweeps], new byte[kinds][rows * sweeps],
                new byte[rows * sweeps], new int[sensors * sweeps], new byte[sensors * sweeps]);
    }

    static SweepCells of(SweepImage image, byte[] states) {
        SweepCells cells = empty(1, MeasurementKind.count(), image.moduleCount(), image.sensorCount());
        cells.atMillis[0] = image.sampledAtMillis();
        for (MeasurementKind kind : MeasurementKind.values()) {
            image.copyValues(kind, cells.values[kind.ordinal()]);
            image.copyQualities(kind, cells.qualities[kind.ordinal()]);
        }
        System.arraycopy(states, 0, cells.states, 0, states.length);
        for (int sensor = 0; sensor < cells.sensors; sensor++) {
            cells.sensorValues[sensor] = image.sensorValue(sensor);
            cells.sensorQualities[sensor] = image.sensorQuality(sensor).code();
        }
        return cells;
    }

    int sweeps() {
        return atMillis.length;
    }

    int kinds() {
        return values.length;
    }

    /** Puts the one sweep of {@code single} into place {@code sweep} of these. */
    void put(int sweep, SweepCells single) {
        int sweeps = sweeps();
        atMillis[sweep] = single.atMillis[0];
        for (int row = 0; row < rows; row++) {
            int cell = row * sweeps + sweep;
            for (int kind = 0; kind < single.kinds(); kind++) {
                values[kind][cell] = single.values[kind][row];
                qualities[kind][cell] = single.qualities[kind][row];
            }
            states[cell] = single.states[row];
        }
        for (int sensor = 0; sensor < sensors; sensor++) {
            sensorValues[sensor * sweeps + sweep] = single.sensorValues[sensor];
            sensorQualities[sensor * sweeps + sweep] = single.sensorQualities[sensor];
        }
    }
}
