// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;
import java.util.Optional;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.Chemistry;

/** A string of 12 V 100 Ah blocks in float at 25 °C, and its guard; a step is a minute. */
final class Rig {

    static final byte GOOD = Quality.GOOD.code();
    static final byte MISSING = Quality.MISSING.code();

    /** Minutes until everything is learnt and the float current has a reference. */
    static final int LEARNT = 12 * 60 + 61;

    final GuardedString string;
    final RunawaySample sample;
    final int[] centi;
    final byte[] temperatureQuality;
    final int[] millivolts;
    final byte[] voltageQuality;
    final int[] duty;
    final boolean[] limited;
    RunawayGuard guard;
    int milliamps = 52; // 10 of them for the modules
    byte currentQuality = GOOD;
    int ambient = 2_500;
    byte ambientQuality = GOOD;
    StringState state = StringState.FLOAT;
    boolean equalizing;
    boolean converged;
    int stepMillis = 60_000;
    long millis;

    Rig(GuardedString string) {
        this.string = string;
        int blocks = string.blocks();
        sample = new RunawaySample(blocks);
        guard = new RunawayGuard(string, RunawayConstants.STANDARD);
        centi = new int[blocks];
        temperatureQuality = new byte[blocks];
        millivolts = new int[blocks];
        voltageQuality = new byte[blocks];
        duty = new int[blocks];
        limited = new boolean[blocks];
        Arrays.fill(centi, 2_570);
        Arrays.fill(millivolts, 13_620);
    }

    static GuardedString string(int blocks) {
        return new GuardedString("A1", blocks, 6, 100, 0.15, 0.010, Chemistry.VRLA_AGM, true, true, false, Optional.empty());
    }

    static GuardedString lithium(int blocks) {
        return new GuardedString("L1", blocks, 4, 100, 0.3, 0.0375, Chemistry.LI_ION, true, true, false, Optional.empty());
    }

    static Rig of(int blocks) {
        return new Rig(string(blocks));
    }

    boolean step() {
        millis += stepMillis;
        fill(sample);
        return guard.step(sample);
    }

    void fill(RunawaySample into) {
        into.begin(millis);
        for (int i = 0; i < centi.length; i++) {
            into.temperature(i, centi[i], temperatureQuality[i]);
            into.voltage(i, millivolts[i], voltageQuality[i]);
            into.duty(i, duty[i], !limited[i]);
        }
        into.current(milliamps, currentQuality);
        into.ambient(ambient, ambientQuality);
        into.state(state, equalizing, converged);
    }

    Rig steps(int count) {
        for (int i = 0; i < count; i++) {
            step();
        }
        return this;
    }

    /** Sets the temperature of some blocks, 0.01 °C. */
    Rig heat(int hundredths, int... blocks) {
        for (int block : blocks) {
            centi[block] = hundredths;
        }
        return this;
    }

    Rig heatAll(int hundredths) {
        Arrays.fill(centi, hundredths);
        return this;
    }

    /** Warms some blocks up by so many hundredths a minute, for so many minutes. */
    Rig ramp(int hundredthsPerMinute, int minutes, int... blocks) {
        for (int minute = 0; minute < minutes; minute++) {
            for (int block : blocks) {
                centi[block] += hundredthsPerMinute;
            }
            step();
        }
        return this;
    }

    int[] all() {
        int[] all = new int[centi.length];
        Arrays.setAll(all, i -> i);
        return all;
    }

    RunawayRule rule() {
        return guard.rule();
    }

    RunawayFinding finding() {
        return guard.finding();
    }
}
