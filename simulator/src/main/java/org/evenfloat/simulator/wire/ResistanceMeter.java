// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** Measures the resistance of a block with a pulse of its own and keeps the newest result (document, §7). */
final class ResistanceMeter {

    /** How long the pulse loads the block; the document allows at most 3 s. */
    static final long PULSE_MILLIS = 3_000;

    private static final int AGE_UNKNOWN_OR_MORE = 0xFFFF;

    private final BlockTerminals terminals;
    private boolean running;
    private long startedMillis;
    private boolean measured;
    private long measuredMillis;
    private long microohms;
    private int deciCelsius;

    ResistanceMeter(BlockTerminals terminals) {
        this.terminals = terminals;
    }

    boolean isRunning() {
        return running;
    }

    void start(long nowMillis) {
        running = true;
        startedMillis = nowMillis;
    }

    void abort() {
        running = false;
    }

    void forget() {
        running = false;
        measured = false;
    }

    /** Ends a measurement whose time is over; returns whether that gave a new result. */
    boolean settle(long nowMillis) {
        if (!running || nowMillis - startedMillis < PULSE_MILLIS) {
            return false;
        }
        running = false;
        measured = true;
        measuredMillis = nowMillis;
        microohms = WireValue.microohms(terminals.microohms());
        deciCelsius = WireValue.deciCelsius(terminals.celsius());
        return true;
    }

    /** Writes the payload of RESISTANCE_IS. */
    void write(WireFrame answer, long nowMillis) {
        if (!measured) {
            answer.u32(WireValue.NO_RESISTANCE).u16(WireValue.NO_TEMPERATURE).u16(AGE_UNKNOWN_OR_MORE);
            return;
        }
        long ageSeconds = Math.min(AGE_UNKNOWN_OR_MORE, (nowMillis - measuredMillis) / 1000);
        answer.u32(microohms).u16(deciCelsius).u16((int) ageSeconds);
    }
}
