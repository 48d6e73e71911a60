// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Blames the bytes that belong to no frame on slots: they lie between the answer before and the answer behind them,
 * so on the slots in between that stayed without an answer. The order of bytes is sure; the time at which a port
 * hands them over is not.
 */
final class SlotNoise {

    private final int frameBytes;
    private final int[] bytesBefore = new int[LineTiming.WINDOW + 1];
    private final BitSet answered = new BitSet();
    private final BitSet blamed = new BitSet();
    private int slots;

    /** Creates the book for slots whose frames have so many bytes. */
    SlotNoise(int frameBytes) {
        this.frameBytes = frameBytes;
    }

    /** Begins so many slots. */
    void begin(int slotCount) {
        slots = slotCount;
        answered.clear();
        blamed.clear();
        for (int slot = 0; slot <= slotCount; slot++) {
            bytesBefore[slot] = 0;
        }
    }

    /** Books a good answer and how many bytes of noise came before it. */
    void answered(int slot, int noise) {
        answered.set(slot);
        bytesBefore[slot] += noise;
    }

    /** Books the noise that came behind the last answer. */
    void end(int noise) {
        bytesBefore[slots] += noise;
    }

    /**
     * Returns the slots that were hit, as many as the noise is frames long: first those that a broken frame names.
     *
     * @param named whether a broken frame seemed to come from that slot
     */
    BitSet hit(IntPredicate named) {
        int start = 0;
        for (int slot = 0; slot <= slots; slot++) {
            if (slot == slots || answered.get(slot)) {
                if (bytesBefore[slot] > 0) {
                    blame(start, slot, Math.max(1, Math.round((float) bytesBefore[slot] / frameBytes)), named);
                }
                start = slot + 1;
            }
        }
        return blamed;
    }

    private void blame(int from, int to, int hits, IntPredicate named) {
        int left = hits;
        for (int slot = from; slot < to && left > 0; slot++) {
            if (named.test(slot)) {
                blamed.set(slot);
                left--;
            }
        }
        for (int slot = from; slot < to && left > 0; slot++) {
            if (!blamed.get(slot)) {
                blamed.set(slot);
                left--;
            }
        }
    }

    /** Returns how many frames long all the noise is, rounded. */
    int frames() {
        int bytes = 0;
        for (int slot = 0; slot <= slots; slot++) {
            bytes += bytesBefore[slot];
        }
        return Math.max(1, Math.round((float) bytes / frameBytes));
    }

    /** Returns every slot where answers may have collided: all silent ones beside noise, or its neighbours. */
    BitSet suspects() {
        int start = 0;
        for (int slot = 0; slot <= slots; slot++) {
            if (slot == slots || answered.get(slot)) {
                if (bytesBefore[slot] > 0) {
                    int beside = slot > start ? 0 : 1;
                    blamed.set(Math.max(0, start - beside), Math.min(slots, slot + beside));
                }
                start = slot + 1;
            }
        }
        return blamed;
    }
}
