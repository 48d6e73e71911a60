// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

import java.util.Arrays;
import org.evenfloat.domain.topology.LineRoster;

/**
 * An image in the making, owned by one thread until it is frozen. Starts as a copy of the image before it with
 * GOOD and SUSPECT turned into STALE, or all MISSING when there is none.
 */
public final class SweepFill {

    final int[][] values;
    final byte[][] qualities;
    final int[] sensorValues;
    final byte[] sensorQualities;
    final int[] relayWords;
    final byte[] relayQualities;
    final long[] relaySeenMillis;
    private final LineRoster roster;
    private final long sweep;
    private long sampledAtMillis;
    private long sampledMonotonicMillis;
    private boolean lineUp = true;
    private boolean frozen;

    private SweepFill(LineRoster roster, long sweep) {
        this.roster = roster;
        this.sweep = sweep;
        this.values = new int[MeasurementKind.count()][roster.moduleCount()];
        this.qualities = new byte[MeasurementKind.count()][roster.moduleCount()];
        this.sensorValues = new int[roster.sensorCount()];
        this.sensorQualities = new byte[roster.sensorCount()];
        this.relayWords = new int[roster.relayModuleCount()];
        this.relayQualities = new byte[roster.relayModuleCount()];
        this.relaySeenMillis = new long[roster.relayModuleCount()];
    }

    /** Returns the fill of a line's first sweep: everything MISSING. */
    public static SweepFill first(LineRoster roster) {
        SweepFill fill = new SweepFill(roster, 1);
        for (byte[] column : fill.qualities) {
            Arrays.fill(column, Quality.MISSING.code());
        }
        Arrays.fill(fill.sensorQualities, Quality.MISSING.code());
        Arrays.fill(fill.relayQualities, Quality.MISSING.code());
        return fill;
    }

    /** Returns the fill that follows {@code previous}: its values, none of them fresh. */
    public static SweepFill after(LineRoster roster, SweepImage previous) {
        SweepFill fill = new SweepFill(roster, previous.sweep() + 1);
        for (MeasurementKind kind : MeasurementKind.values()) {
            previous.copyValues(kind, fill.values[kind.ordinal()]);
            byte[] column = fill.qualities[kind.ordinal()];
            previous.copyQualities(kind, column);
            age(column);
        }
        for (int i = 0; i < fill.sensorValues.length; i++) {
            fill.sensorValues[i] = previous.sensorValue(i);
            fill.sensorQualities[i] = previous.sensorQuality(i).code();
        }
        age(fill.sensorQualities);
        previous.copyRelays(fill.relayWords, fill.relayQualities, fill.relaySeenMillis);
        age(fill.relayQualities);
        return fill;
    }

    private static void age(byte[] qualities) {
        for (int i = 0; i < qualities.length; i++) {
            if (qualities[i] < Quality.STALE.code()) {
                qualities[i] = Quality.STALE.code();
            }
        }
    }

    /** Returns which device stands in which row. */
    public LineRoster roster() {
        return roster;
    }

    /** Returns the id of the line. */
    public String line() {
        return roster.line();
    }

    /** Returns the number of this sweep. */
    public long sweep() {
        return sweep;
    }

    /** Sets the instant of sampling on both clocks, ms. */
    public void sampledAt(long wallMillis, long monotonicMillis) {
        sampledAtMillis = wallMillis;
        sampledMonotonicMillis = monotonicMillis;
    }

    /** Returns the wall-clock instant of sampling, epoch ms. */
    public long sampledAtMillis() {
        return sampledAtMillis;
    }

    /** Returns the monotonic instant of sampling, ms. */
    public long sampledMonotonicMillis() {
        return sampledMonotonicMillis;
    }

    /** Marks the line unusable: every voltage, temperature, sensor and relay module of it becomes MISSING. */
    public void lineDown() {
        lineUp = false;
        Arrays.fill(qualities[MeasurementKind.VOLTAGE.ordinal()], Quality.MISSING.code());
        Arrays.fill(qualities[MeasurementKind.TEMPERATURE.ordinal()], Quality.MISSING.code());
        Arrays.fill(sensorQualities, Quality.MISSING.code());
        Arrays.fill(relayQualities, Quality.MISSING.code());
    }

    /** Returns whether the line could be used. */
    public boolean lineUp() {
        return lineUp;
    }

    /** Sets a value in the unit of its kind. */
    public void set(MeasurementKind kind, int row, int value, Quality quality) {
        requireOpen();
        values[kind.ordinal()][row] = value;
        qualities[kind.ordinal()][row] = quality.code();
    }

    /** Marks a value, leaving it as it is. */
    public void mark(MeasurementKind kind, int row, Quality quality) {
        requireOpen();
        qualities[kind.ordinal()][row] = quality.code();
    }

    /** Returns the present value of that kind in that row. */
    public int value(MeasurementKind kind, int row) {
        return values[kind.ordinal()][row];
    }

    /** Returns the present quality of that kind in that row. */
    public Quality quality(MeasurementKind kind, int row) {
        return Quality.of(qualities[kind.ordinal()][row]);
    }

    /** Sets a sensor's value, mA or 0.01 °C. */
    public void setSensor(int sensorRow, int value, Quality quality) {
        requireOpen();
        sensorValues[sensorRow] = value;
        sensorQualities[sensorRow] = quality.code();
    }

    /** Marks a sensor's value, leaving it as it is. */
    public void markSensor(int sensorRow, Quality quality) {
        requireOpen();
        sensorQualities[sensorRow] = quality.code();
    }

    /** Returns the present quality of the sensor in that sensor row. */
    public Quality sensorQuality(int sensorRow) {
        return Quality.of(sensorQualities[sensorRow]);
    }

    /** Sets what a relay module says; it was seen at the instant of sampling. */
    public void setRelays(int relayRow, RelayWord word) {
        requireOpen();
        relayWords[relayRow] = word.packed();
        relayQualities[relayRow] = Quality.GOOD.code();
        relaySeenMillis[relayRow] = sampledAtMillis;
    }

    /** Marks what a relay module said as not there, leaving it as it is. */
    public void missRelays(int relayRow) {
        requireOpen();
        relayQualities[relayRow] = Quality.MISSING.code();
    }

    /** Returns what the relay module in that row says at present; without meaning while it is MISSING. */
    public RelayWord relays(int relayRow) {
        return RelayWord.of(relayWords[relayRow]);
    }

    /** Returns the present quality of what the relay module in that row says. */
    public Quality relayQuality(int relayRow) {
        return Quality.of(relayQualities[relayRow]);
    }

    /** Returns the image; nothing can be set afterwards. The columns are handed over, not copied. */
    public SweepImage freeze() {
        requireOpen();
        frozen = true;
        return new SweepImage(this);
    }

    private void requireOpen() {
        if (frozen) {
            throw new IllegalStateException("sweep " + sweep + " of line " + line() + " is frozen already");
        }
    }
}
