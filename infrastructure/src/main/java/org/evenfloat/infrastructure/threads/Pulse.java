// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

/**
 * What a thread leaves behind while it works, so that another one can see whether it hangs. The thread wakes every few
 * seconds even when there is nothing to do; only where time may stand still it may rest for longer.
 */
final class Pulse {

    private volatile long steps;
    private volatile boolean resting;
    private final boolean mayRest;
    private long seen = -1;

    /** @param mayRest whether a thread that waits for work is alive however long it waits */
    Pulse(boolean mayRest) {
        this.mayRest = mayRest;
    }

    /** The thread waits for work. */
    void rests() {
        resting = true;
    }

    /** The thread begins a piece of work; to be called by that thread only. */
    void works() {
        steps = steps + 1;
        resting = false;
    }

    /** Returns whether the thread has begun another piece since this was asked last, or may rest and does. */
    boolean beats() {
        long now = steps;
        boolean gotOn = now != seen || (mayRest && resting);
        seen = now;
        return gotOn;
    }
}
