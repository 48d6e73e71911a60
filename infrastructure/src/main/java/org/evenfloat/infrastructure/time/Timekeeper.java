// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

import java.time.InstantSource;
import org.evenfloat.application.port.out.MonotonicClock;

/** Gives the server its clocks and mailboxes. */
public interface Timekeeper extends AutoCloseable {

    /** Returns the clock for stamps; it may jump. */
    InstantSource wallClock();

    /** Returns the clock for durations; it never jumps. */
    MonotonicClock monotonicClock();

    /**
     * Makes a mailbox. In a simulation time stands still until its thread waits in {@link Mailbox#take}.
     *
     * @param name says whose it is, for diagnosis
     * @param capacity most messages it holds
     */
    <T> Mailbox<T> mailbox(String name, int capacity);

    /** Returns simulated seconds per real second as they really pass; 1 outside a simulation. */
    double speed();

    /** Returns whether time may stand still, as in a room that waits for somebody; then who waits may wait for ever. */
    default boolean pauses() {
        return true;
    }

    @Override
    void close();
}
