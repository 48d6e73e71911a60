// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

/** What a thread leaves behind while it works, so that another one can see whether it hangs. */
final class Pulse {

    private volatile long steps;
    private volatile boolean resting;
    private long seen = -1;

    /** The thread waits for work. */
    void rests() {
        resting = true;
    }

    /** The thread begins a piece of work; to be called by that thread only. */
    void works() {
        steps = steps + 1;
        resting = false;
    }

    /** Returns whether the thread waits for work or has begun another piece since this was asked last. */
    boolean beats() {
        long now = steps;
        boolean gotOn = resting || now != seen;
        seen = now;
        return gotOn;
    }
}
