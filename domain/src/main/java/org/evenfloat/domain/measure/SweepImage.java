// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

/**
 * What one sweep of one line saw; immutable. Shapes: one column of {@code moduleCount} ints and one of
 * {@code moduleCount} quality codes per {@link MeasurementKind}, row order as in the line's
 * {@link org.evenfloat.domain.topology.LineRoster}; one value and one quality per sensor, mA or 0.01 °C by the
 * sensor's kind; one word and one quality per relay module. A value whose quality is MISSING has no meaning.
 */
public final class SweepImage {

    private final String line;
    private final long sweep;
    private final long sampledAtMillis;
    private final long sampledMonotonicMillis;
    private final boolean lineUp;
    private final int[][] values;
    private final byte[][] qualities;
    private final int[] sensorValues;
    private final byte[] sensorQualities;
    private final int[] relayWords;
    private final byte[] relayQualities;
    private final long[] relaySeenMillis;

    SweepImage(SweepFill fill) {
        this.line = fill.line();
        this.sweep = fill.sweep();
        this.sampledAtMillis = fill.sampledAtMillis();
        this.sampledMonotonicMillis = fill.sampledMonotonicMillis();
        this.lineUp = fill.lineUp();
        this.values = fill.values;
        this.qualities = fill.qualities;
        this.sensorValues = fill.sensorValues;
        this.sensorQualities = fill.sensorQualities;
        this.relayWords = fill.relayWords;
        this.relayQualities = fill.relayQualities;
        this.relaySeenMillis = fill.relaySeenMillis;
    }

    /** Returns the id of the line. */
    public String line() {
        return line;
    }

    /** Returns the number of this sweep on its line, from 1 since the start of the server. */
    public long sweep() {
        return sweep;
    }

    /** Returns the wall-clock instant of sampling, epoch ms. */
    public long sampledAtMillis() {
        return sampledAtMillis;
    }

    /** Returns the monotonic instant of sampling, ms since an arbitrary origin; never jumps. */
    public long sampledMonotonicMillis() {
        return sampledMonotonicMillis;
    }

    /** Returns whether the line itself could be used in this sweep. */
    public boolean lineUp() {
        return lineUp;
    }

    /** Returns the number of battery modules on the line. */
    public int moduleCount() {
        return values[0].length;
    }

    /** Returns the number of sensors on the line. */
    public int sensorCount() {
        return sensorValues.length;
    }

    /** Returns the value of that kind in that row, in the unit of the kind. */
    public int value(MeasurementKind kind, int row) {
        return values[kind.ordinal()][row];
    }

    /** Returns the quality of that kind in that row. */
    public Quality quality(MeasurementKind kind, int row) {
        return Quality.of(qualities[kind.ordinal()][row]);
    }

    /** Returns whether the value of that kind in that row was measured in this sweep and is plausible. */
    public boolean good(MeasurementKind kind, int row) {
        return qualities[kind.ordinal()][row] == 0;
    }

    /** Returns the value of the sensor in that sensor row, mA or 0.01 °C. */
    public int sensorValue(int sensorRow) {
        return sensorValues[sensorRow];
    }

    /** Returns the quality of the sensor in that sensor row. */
    public Quality sensorQuality(int sensorRow) {
        return Quality.of(sensorQualities[sensorRow]);
    }

    /** Returns the number of relay modules on the line. */
    public int relayModuleCount() {
        return relayWords.length;
    }

    /** Returns what the relay module in that relay row said last; without meaning when it was never seen. */
    public RelayWord relays(int relayRow) {
        return RelayWord.of(relayWords[relayRow]);
    }

    /** Returns the quality of what the relay module in that relay row says. */
    public Quality relayQuality(int relayRow) {
        return Quality.of(relayQualities[relayRow]);
    }

    /** Returns when the relay module in that relay row was seen last, epoch ms; 0 for never. */
    public long relaySeenMillis(int relayRow) {
        return relaySeenMillis[relayRow];
    }

    void copyRelays(int[] words, byte[] relayQualityCodes, long[] seenMillis) {
        System.arraycopy(relayWords, 0, words, 0, relayWords.length);
        System.arraycopy(relayQualities, 0, relayQualityCodes, 0, relayWords.length);
        System.arraycopy(relaySeenMillis, 0, seenMillis, 0, relayWords.length);
    }

    /** Copies the column of that kind into {@code target} (length at least {@code moduleCount()}). */
    public void copyValues(MeasurementKind kind, int[] target) {
        System.arraycopy(values[kind.ordinal()], 0, target, 0, moduleCount());
    }

    /** Copies the quality codes of that kind into {@code target} (length at least {@code moduleCount()}). */
    public void copyQualities(MeasurementKind kind, byte[] target) {
        System.arraycopy(qualities[kind.ordinal()], 0, target, 0, moduleCount());
    }
}
