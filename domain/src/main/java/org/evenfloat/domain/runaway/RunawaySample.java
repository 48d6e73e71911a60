// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.state.StringState;

/**
 * What one string is like at one moment, in columns; filled anew for each step, nothing allocated. Only a GOOD value
 * counts; every other quality is a value that is not there.
 */
public final class RunawaySample {

    private static final byte GOOD = Quality.GOOD.code();

    private final int[] centiCelsius;
    private final byte[] temperatureQuality;
    private final int[] millivolts;
    private final byte[] voltageQuality;
    private final int[] dutyPermille;
    private final boolean[] dutyFree;
    private long monotonicMillis;
    private int milliamps;
    private byte currentQuality;
    private int ambientCentiCelsius;
    private byte ambientQuality;
    private StringState state = StringState.UNKNOWN;
    private boolean equalizing;
    private boolean converged;

    /** Creates a sample of so many blocks in which nothing is there. */
    public RunawaySample(int blocks) {
        centiCelsius = new int[blocks];
        temperatureQuality = new byte[blocks];
        millivolts = new int[blocks];
        voltageQuality = new byte[blocks];
        dutyPermille = new int[blocks];
        dutyFree = new boolean[blocks];
        begin(0);
    }

    /** Begins anew: nothing is there yet. The time is of a clock that never jumps, ms. */
    public void begin(long atMonotonicMillis) {
        monotonicMillis = atMonotonicMillis;
        byte missing = Quality.MISSING.code();
        Arrays.fill(temperatureQuality, missing);
        Arrays.fill(voltageQuality, missing);
        Arrays.fill(dutyPermille, 0);
        Arrays.fill(dutyFree, true);
        currentQuality = missing;
        ambientQuality = missing;
        state = StringState.UNKNOWN;
        equalizing = false;
        converged = false;
    }

    /** Sets the temperature of a block, 0.01 °C. */
    public void temperature(int block, int hundredthsCelsius, byte quality) {
        centiCelsius[block] = hundredthsCelsius;
        temperatureQuality[block] = quality;
    }

    /** Sets the voltage of a block, mV. */
    public void voltage(int block, int blockMillivolts, byte quality) {
        millivolts[block] = blockMillivolts;
        voltageQuality[block] = quality;
    }

    /**
     * Sets the duty of a block's bypass, 0 to 1000.
     *
     * @param free whether the equalizer alone decided about it; false where a limit by temperature or an exclusion holds
     *     it down, which would make a sensor its own witness
     */
    public void duty(int block, int permille, boolean free) {
        dutyPermille[block] = permille;
        dutyFree[block] = free;
    }

    /** Sets the string current, mA, positive charges. */
    public void current(int stringMilliamps, byte quality) {
        milliamps = stringMilliamps;
        currentQuality = quality;
    }

    /** Sets the air temperature around the string, 0.01 °C. */
    public void ambient(int hundredthsCelsius, byte quality) {
        ambientCentiCelsius = hundredthsCelsius;
        ambientQuality = quality;
    }

    /** Sets what the string is doing, whether it is equalized, and whether the blocks have come together. */
    public void state(StringState now, boolean isEqualizing, boolean hasConverged) {
        state = now;
        equalizing = isEqualizing;
        converged = hasConverged;
    }

    /** Returns another sample with the same values. */
    public RunawaySample copy() {
        RunawaySample copy = new RunawaySample(blocks());
        for (int i = 0; i < blocks(); i++) {
            copy.temperature(i, centiCelsius[i], temperatureQuality[i]);
            copy.voltage(i, millivolts[i], voltageQuality[i]);
            copy.duty(i, dutyPermille[i], dutyFree[i]);
        }
        copy.monotonicMillis = monotonicMillis;
        copy.current(milliamps, currentQuality);
        copy.ambient(ambientCentiCelsius, ambientQuality);
        copy.state(state, equalizing, converged);
        return copy;
    }

    /** Returns the number of blocks. */
    public int blocks() {
        return centiCelsius.length;
    }

    /** Returns the temperature of a block as it was set, 0.01 °C. */
    public int hundredthsCelsius(int block) {
        return centiCelsius[block];
    }

    /** Returns the quality of that temperature. */
    public byte temperatureQuality(int block) {
        return temperatureQuality[block];
    }

    /** Returns the voltage of a block as it was set, mV. */
    public int millivolts(int block) {
        return millivolts[block];
    }

    /** Returns the quality of that voltage. */
    public byte voltageQuality(int block) {
        return voltageQuality[block];
    }

    /** Returns the duty of a block, 0 to 1000. */
    public int dutyPermille(int block) {
        return dutyPermille[block];
    }

    /** Returns whether the equalizer alone decided about that duty. */
    public boolean isDutyFree(int block) {
        return dutyFree[block];
    }

    /** Returns the string current as it was set, mA. */
    public int milliamps() {
        return milliamps;
    }

    /** Returns the quality of that current. */
    public byte currentQuality() {
        return currentQuality;
    }

    /** Returns the air temperature as it was set, 0.01 °C. */
    public int ambientHundredthsCelsius() {
        return ambientCentiCelsius;
    }

    /** Returns the quality of that air temperature. */
    public byte ambientQuality() {
        return ambientQuality;
    }

    /** Returns its time on a clock that never jumps, ms. */
    public long monotonicMillis() {
        return monotonicMillis;
    }

    /** Returns the temperature of a block, °C; NaN when it is not there. */
    double celsius(int block) {
        return temperatureQuality[block] == GOOD ? centiCelsius[block] / 100.0 : Double.NaN;
    }

    /** Returns the voltage of a block, V; NaN when it is not there. */
    double volts(int block) {
        return voltageQuality[block] == GOOD ? millivolts[block] / 1000.0 : Double.NaN;
    }

    /** Returns the duty of a block, 0 to 1. */
    double duty(int block) {
        return dutyPermille[block] / 1000.0;
    }

    boolean dutyFree(int block) {
        return dutyFree[block];
    }

    /** Returns the mean duty of all blocks, 0 to 1. */
    double meanDuty() {
        long sum = 0;
        for (int permille : dutyPermille) {
            sum += permille;
        }
        return sum / 1000.0 / dutyPermille.length;
    }

    /** Returns the string current, A; NaN when it is not there. */
    double amps() {
        return currentQuality == GOOD ? milliamps / 1000.0 : Double.NaN;
    }

    /** Returns the air temperature, °C; NaN when it is not there. */
    double ambientCelsius() {
        return ambientQuality == GOOD ? ambientCentiCelsius / 100.0 : Double.NaN;
    }

    /** Returns what the string is doing. */
    public StringState state() {
        return state;
    }

    /** Returns whether it is equalized. */
    public boolean equalizing() {
        return equalizing;
    }

    /** Returns whether it is equalized and its blocks have come together. */
    public boolean converged() {
        return equalizing && converged;
    }
}
