// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

/**
 * A bounded queue with one reading thread, and the only place where that thread waits. Any thread may offer.
 *
 * @param <T> what is read
 */
public interface Mailbox<T> extends AutoCloseable {

    /** Adds a message if there is room; never waits. Returns whether there was. */
    boolean offer(T message);

    /**
     * Returns the next message, waiting for one until the monotonic clock reads {@code untilMillis}; null when that
     * instant came first.
     */
    T take(long untilMillis) throws InterruptedException;

    /** Returns the next message, or null when there is none; never waits. */
    T poll();

    /** Takes the mailbox out of service; its thread no longer holds simulated time. */
    @Override
    void close();
}
