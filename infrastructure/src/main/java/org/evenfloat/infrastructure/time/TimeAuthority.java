// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

/** Who decides how simulated time goes on: the clock of a simulated room, in this process or another one. */
public interface TimeAuthority extends AutoCloseable {

    /** Returns the simulated monotonic time, ms. */
    long monotonicMillis();

    /** Returns the simulated wall-clock time, epoch ms. */
    long wallMillis();

    /**
     * Says that this server has nothing to do until {@code untilMillis} and waits until time has gone on.
     *
     * @return the new monotonic time, at most {@code untilMillis}; Long.MIN_VALUE when the room is gone
     */
    long idleUntil(long untilMillis) throws InterruptedException;

    /** Returns simulated seconds per real second as they really pass. */
    double speed();

    @Override
    void close();
}
