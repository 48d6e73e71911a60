// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.evenfloat.domain.measure.RelayWord;

/**
 * The relays of one line. An order overtakes everything else on it: it leaves before the next frame of whatever the line
 * is doing.
 */
public interface RelayBus {

    /** Every order has its answer after this time, ms. */
    int PATIENCE_MILLIS = 5_000;

    /**
     * Hands an order over; never waits, any thread may call it. Then let the thread that owns the line {@link #attend},
     * lest the order waits for the next frame.
     *
     * @return the answer, in {@value #PATIENCE_MILLIS} ms at most; never completed exceptionally. What is attached to it
     *     runs on the line's thread and must not wait
     */
    CompletableFuture<RelayAnswer> order(RelayOrder order);

    /** Sends what was ordered, on the thread that owns the line. Does nothing when nothing was. */
    void attend();

    /**
     * Says what the module at that address does when no server is heard any more, on the thread that owns the line.
     *
     * @param restMask relays that are released then, bit 0 for relay 1
     * @param silenceSeconds after how long, 5 s to 250 s
     * @return whether it has taken notice
     */
    boolean onSilence(int address, int restMask, int silenceSeconds) throws LineFailure;

    /**
     * Asks the module at that address what its relays and inputs are now, on the thread that owns the line; empty when it
     * is silent or has none.
     */
    Optional<RelayWord> ask(int address) throws LineFailure;

    /**
     * Returns what the module at that address has said last, in a sweep, to an order or to {@link #ask}; empty when it was
     * silent the last time. Never waits, any thread may call it.
     */
    Optional<RelayWord> last(int address);
}
