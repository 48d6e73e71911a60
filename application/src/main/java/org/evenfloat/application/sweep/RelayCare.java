// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.BitSet;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;

/**
 * What a line's relay modules need beside polling: told what their relays do when no server is heard, whenever they
 * appear or have started anew. Owned by the line's thread.
 */
public final class RelayCare {

    private static final int SHORTEST_SILENCE_SECONDS = 60;
    private static final int LONGEST_SILENCE_SECONDS = 250;
    /** Sweeps that may be lost before a line counts as silent. */
    private static final int SWEEPS = 3;

    private final LineRoster roster;
    private final ModuleBus bus;
    private final int silenceSeconds;
    private final BitSet told = new BitSet();
    private final BitSet waiting = new BitSet();

    /**
     * Makes the care of one line.
     *
     * @param sweepPeriodMillis how often the line is swept
     */
    public RelayCare(LineRoster roster, ModuleBus bus, long sweepPeriodMillis) {
        this.roster = roster;
        this.bus = bus;
        this.silenceSeconds = (int) Math.max(SHORTEST_SILENCE_SECONDS,
                Math.min(LONGEST_SILENCE_SECONDS, SWEEPS * sweepPeriodMillis / 1_000));
    }

    /** Takes note of modules that have just appeared or want attention. */
    void note(SweepFill fill) {
        for (int row = 0; row < roster.relayModuleCount(); row++) {
            boolean answers = fill.relayQuality(row) == Quality.GOOD;
            if (!answers) {
                told.clear(row);
            }
            waiting.set(row, answers && (!told.get(row) || fill.relays(row).attention()));
        }
    }

    /** Tells one module, so that the line is free again soon. */
    void work() throws LineFailure {
        int row = waiting.nextSetBit(0);
        if (row < 0) {
            return;
        }
        waiting.clear(row);
        int address = roster.relayAddress(row);
        // Before it is told: a restart in between asks for attention again.
        boolean noticed = bus.status(address).isPresent();
        told.set(row, noticed
                && bus.relays().onSilence(address, roster.relayModule(row).restMask(), silenceSeconds));
    }
}
