// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.Arrays;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;

/** The values of one sweep in little room; columns that did not change are shared with the sweep before. */
final class PackedImage {

    private static final MeasurementKind[] KINDS = MeasurementKind.values();
    private static final int QUALITY_BITS = 2;
    private static final int QUALITY_MASK = 3;

    private final long number;
    private final long atMillis;
    private final long monotonicMillis;
    private final PackedColumn[] columns = new PackedColumn[KINDS.length];
    private final byte[] qualities;
    private final int[] sensorValues;
    private final byte[] sensorQualities;

    PackedImage(long number, SweepImage image, PackedImage previous) {
        this.number = number;
        this.atMillis = image.sampledAtMillis();
        this.monotonicMillis = image.sampledMonotonicMillis();
        int rows = image.moduleCount();
        int[] values = new int[rows];
        byte[] codes = new byte[rows];
        byte[] packed = new byte[rows];
        for (int kind = 0; kind < KINDS.length; kind++) {
            image.copyValues(KINDS[kind], values);
            columns[kind] = PackedColumn.of(values, previous == null ? null : previous.columns[kind]);
            image.copyQualities(KINDS[kind], codes);
            for (int row = 0; row < rows; row++) {
                packed[row] |= (byte) (codes[row] << (kind * QUALITY_BITS));
            }
        }
        boolean same = previous != null && Arrays.equals(previous.qualities, packed);
        this.qualities = same ? previous.qualities : packed;
        int[] sensors = new int[image.sensorCount()];
        byte[] sensorCodes = new byte[sensors.length];
        for (int row = 0; row < sensors.length; row++) {
            sensors[row] = image.sensorValue(row);
            sensorCodes[row] = image.sensorQuality(row).code();
        }
        same = previous != null && Arrays.equals(previous.sensorValues, sensors);
        this.sensorValues = same ? previous.sensorValues : sensors;
        same = previous != null && Arrays.equals(previous.sensorQualities, sensorCodes);
        this.sensorQualities = same ? previous.sensorQualities : sensorCodes;
    }

    /** Returns its place in the sequence of all images of the ring, from 0. */
    long number() {
        return number;
    }

    long atMillis() {
        return atMillis;
    }

    long monotonicMillis() {
        return monotonicMillis;
    }

    int value(int kind, int row) {
        return columns[kind].value(row);
    }

    /** Returns whether the value was measured in that sweep, be it plausible or not. */
    boolean measured(int kind, int row) {
        return code(kind, row) <= Quality.SUSPECT.code();
    }

    private int code(int kind, int row) {
        return (qualities[row] >> (kind * QUALITY_BITS)) & QUALITY_MASK;
    }

    Quality quality(int kind, int row) {
        return Quality.of((byte) code(kind, row));
    }

    int sensorValue(int sensorRow) {
        return sensorValues[sensorRow];
    }

    Quality sensorQuality(int sensorRow) {
        return Quality.of(sensorQualities[sensorRow]);
    }

    /** Lets a point have what was measured of a kind and of sensors in that sweep, be it plausible or not. */
    void putInto(RangePoint point, int kind, PickedRows modules, PickedRows sensors) {
        PackedColumn column = columns[kind];
        for (int i = 0; i < modules.count(); i++) {
            if (measured(kind, modules.row(i))) {
                point.take(modules.column(i), column.value(modules.row(i)));
            }
        }
        for (int i = 0; i < sensors.count(); i++) {
            int row = sensors.row(i);
            if (sensorQualities[row] <= Quality.SUSPECT.code()) {
                point.take(sensors.column(i), sensorValues[row]);
            }
        }
    }
}
