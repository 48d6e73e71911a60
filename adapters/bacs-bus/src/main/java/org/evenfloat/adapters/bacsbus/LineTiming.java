// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.concurrent.TimeUnit;

/** How long things take on a line of a given rate (docs/module-bus.md, sections 1, 3 and 5); all results in ns. */
public final class LineTiming {

    /** Slots that one COLLECT may ask for. */
    static final int WINDOW = 32;
    /** Addresses that one DUTY frame may carry. */
    static final int DUTY_ADDRESSES = 64;

    private static final long BITS_PER_CHARACTER = 10;
    private static final int TURN_CHARACTERS = 4;
    private static final int COLLECT_SLOT_CHARACTERS = 14;
    private static final int SEARCH_SLOT_CHARACTERS = 18;
    private static final int GAP_CHARACTERS = 20;
    private static final long SHORTEST_TURN = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SHORTEST_GAP = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long ANSWER_WITHIN = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long CONVERSION = TimeUnit.MILLISECONDS.toNanos(120);
    /** SAMPLE and COLLECT alike. */
    private static final int SHORT_FRAME_CHARACTERS = 8;
    private static final int DUTY_OVERHEAD_CHARACTERS = 10;

    private final int baud;
    private final long allowanceNanos;

    /** Creates the timing of a line whose port adds at most so much to an answer. */
    LineTiming(int baud, int allowanceMillis) {
        this.baud = baud;
        this.allowanceNanos = TimeUnit.MILLISECONDS.toNanos(allowanceMillis);
    }

    /** Returns the time of so many characters. */
    long characters(int count) {
        return count * BITS_PER_CHARACTER * TimeUnit.SECONDS.toNanos(1) / baud;
    }

    /** Returns the silence between an answer and the next request, and between a request and the first slot. */
    long turn() {
        return Math.max(characters(TURN_CHARACTERS), SHORTEST_TURN);
    }

    /** Returns the longest silence inside a frame, with what the port may add when it hands a frame over in parts. */
    long gap() {
        return Math.max(characters(GAP_CHARACTERS), SHORTEST_GAP) + allowanceNanos;
    }

    /** Returns when so many COLLECT slots are over for sure, from the end of the request. */
    long collected(int slots) {
        return turn() + characters(slots * COLLECT_SLOT_CHARACTERS) + allowanceNanos;
    }

    /** Returns before which the last of so many COLLECT slots cannot be over, not even by a fast clock. */
    long collectedAtLeast(int slots) {
        return turn() + characters((slots - 1) * COLLECT_SLOT_CHARACTERS);
    }

    /** Returns when so many SEARCH slots are over for sure, from the end of the request. */
    long searched(int slots) {
        return turn() + characters(slots * SEARCH_SLOT_CHARACTERS) + allowanceNanos;
    }

    /** Returns when an answer of so many bytes of payload is over for sure, from the end of an addressed request. */
    long answered(int payload) {
        return turn() + ANSWER_WITHIN + characters(Frame.OVERHEAD + payload) + allowanceNanos;
    }

    /**
     * Returns the time that the bus document allows for one sweep when every device answers, without what the
     * server's own port adds.
     *
     * @param addresses of all devices on the line, ascending
     * @param baud rate of the line
     * @param dutyToAll whether every device gets a new duty in the sweep
     */
    public static long theoreticalSweepNanos(int[] addresses, int baud, boolean dutyToAll) {
        LineTiming timing = new LineTiming(baud, 0);
        int windows = runs(addresses, WINDOW);
        int dutyCharacters = dutyToAll
                ? runs(addresses, DUTY_ADDRESSES) * DUTY_OVERHEAD_CHARACTERS + 2 * addresses.length : 0;
        return timing.characters(SHORT_FRAME_CHARACTERS)
                + Math.max(CONVERSION, timing.characters(dutyCharacters))
                + windows * (timing.characters(SHORT_FRAME_CHARACTERS) + 2 * timing.turn())
                + timing.characters(addresses.length * COLLECT_SLOT_CHARACTERS);
    }

    /** Returns how many frames it takes to name all addresses, each at most so many successive ones. */
    private static int runs(int[] addresses, int longest) {
        int runs = 0;
        int inRun = 0;
        for (int i = 0; i < addresses.length; i++) {
            boolean goesOn = i > 0 && addresses[i] == addresses[i - 1] + 1 && inRun < longest;
            inRun = goesOn ? inRun + 1 : 1;
            runs += goesOn ? 0 : 1;
        }
        return runs;
    }
}
