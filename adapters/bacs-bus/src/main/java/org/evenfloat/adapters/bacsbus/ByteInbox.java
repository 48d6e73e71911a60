// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands bytes from a port's reader thread to the line's thread as soon as they come. Bounded: what nobody fetched
 * is dropped oldest first, as it is too late by then anyhow.
 */
final class ByteInbox {

    /** Some 700 ms at the fastest rate: longer than any answer can take to be fetched in time. */
    static final int CAPACITY = 8192;

    /** Waking up so much too late means that the machine stalled, and the port's reader thread with it. */
    private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    /** What the reader thread then gets to hand over what came in time. */
    private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring = new byte[CAPACITY];
    private int first;
    private int count;
    private IOException failure;

    /** Adds bytes. */
    void put(byte[] bytes, int length) {
        lock.lock();
        try {
            for (int i = 0; i < length; i++) {
                ring[(first + count) % CAPACITY] = bytes[i];
                if (count < CAPACITY) {
                    count++;
                } else {
                    first = (first + 1) % CAPACITY;
                }
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the flow: the reader gets what is left, then the first such cause. */
    void fail(IOException cause) {
        lock.lock();
        try {
            if (failure == null) {
                failure = cause;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many bytes were put into {@code target}, 0 when none came up to the deadline. */
    int take(byte[] target, long deadlineNanos) throws IOException {
        lock.lock();
        try {
            long end = deadlineNanos;
            while (count == 0) {
                if (failure != null) {
                    throw failure;
                }
                long wait = end - System.nanoTime();
                if (wait <= -STALL_NANOS && end == deadlineNanos) {
                    wait = CATCH_UP_NANOS;
                    end = System.nanoTime() + wait;
                }
                if (wait <= 0) {
                    return 0;
                }
                changed.awaitNanos(wait);
            }
            int taken = Math.min(count, target.length);
            for (int i = 0; i < taken; i++) {
                target[i] = ring[(first + i) % CAPACITY];
            }
            first = (first + taken) % CAPACITY;
            count -= taken;
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }
}
