// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.infrastructure.time.Mailbox;
import org.evenfloat.infrastructure.time.Timekeeper;

/** Time for a thread's body that runs on the test's own thread: waiting goes at once to the instant waited for. */
final class SteppedTime implements Timekeeper {

    /** Called whenever the body waits and has no message. */
    private final Runnable whenIdle;
    private final long endMillis;
    long nowMillis;
    boolean mailboxClosed;

    /** Ends the body's waiting for anything after {@code endMillis} by an interruption. */
    SteppedTime(long endMillis, Runnable whenIdle) {
        this.endMillis = endMillis;
        this.whenIdle = whenIdle;
    }

    @Override
    public InstantSource wallClock() {
        return () -> Instant.ofEpochMilli(1_800_000_000_000L + nowMillis);
    }

    @Override
    public MonotonicClock monotonicClock() {
        return () -> nowMillis;
    }

    @Override
    public <T> Mailbox<T> mailbox(String name, int capacity) {
        return new SteppedMailbox<>(capacity);
    }

    @Override
    public double speed() {
        return 1;
    }

    @Override
    public void close() {}

    private final class SteppedMailbox<T> implements Mailbox<T> {

        private final Queue<T> queue = new ArrayDeque<>();
        private final int capacity;

        private SteppedMailbox(int capacity) {
            this.capacity = capacity;
        }

        @Override
        public boolean offer(T message) {
            return queue.size() < capacity && queue.add(message);
        }

        @Override
        public T take(long untilMillis) throws InterruptedException {
            if (queue.isEmpty()) {
                whenIdle.run();
            }
            if (!queue.isEmpty()) {
                return queue.remove();
            }
            if (untilMillis > endMillis) {
                throw new InterruptedException("the test is over");
            }
            nowMillis = Math.max(nowMillis, untilMillis);
            return null;
        }

        @Override
        public T poll() {
            return queue.poll();
        }

        @Override
        public void close() {
            mailboxClosed = true;
        }
    }
}
