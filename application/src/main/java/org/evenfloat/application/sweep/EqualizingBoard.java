// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.evenfloat.domain.equalize.Equalizer;

/**
 * What conductor and guard tell each other about the equalizing of each string: the newest only, no lock, nobody waits.
 * Strings by their index in the site.
 */
public final class EqualizingBoard {

    private static final Sight NOTHING = new Sight(false, false, new BitSet());

    private final AtomicReferenceArray<Sight> sights;
    private final AtomicIntegerArray stopped;

    /**
     * What an equalizer does.
     *
     * @param active whether it is at work
     * @param converged whether the blocks have come together
     * @param held blocks whose duty something else than the equalizer holds down; nobody changes it any more
     */
    public record Sight(boolean active, boolean converged, BitSet held) {}

    /** @param strings number of strings of the site */
    public EqualizingBoard(int strings) {
        sights = new AtomicReferenceArray<>(strings);
        stopped = new AtomicIntegerArray(strings);
        for (int i = 0; i < strings; i++) {
            sights.set(i, NOTHING);
        }
    }

    /** Shows what the equalizer of a string does, on the conductor's thread. */
    void show(int string, Equalizer equalizer) {
        Sight last = sights.get(string);
        boolean active = equalizer.enabled();
        boolean converged = equalizer.diagnosis().converged();
        boolean same = last.active == active && last.converged == converged;
        for (int i = 0; same && i < equalizer.blocks(); i++) {
            same = last.held.get(i) != equalizer.mayBypass(i);
        }
        if (!same) {
            BitSet held = new BitSet();
            for (int i = 0; i < equalizer.blocks(); i++) {
                held.set(i, !equalizer.mayBypass(i));
            }
            sights.set(string, new Sight(active, converged, held));
        }
    }

    /** Returns what the equalizer of a string did last. */
    public Sight sight(int string) {
        return sights.get(string);
    }

    /** Has the equalizing of a string stopped, or lets it go on. */
    public void stop(int string, boolean stop) {
        stopped.set(string, stop ? 1 : 0);
    }

    /** Returns whether the equalizing of a string is stopped by its guard. */
    public boolean stopped(int string) {
        return stopped.get(string) != 0;
    }
}
