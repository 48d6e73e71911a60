// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.evenfloat.application.port.out.MonotonicClock;

/**
 * Simulated time: it goes on only when every mailbox is empty and its thread waits, and then jumps to the next instant
 * that any of them waits for. So a sweep and all that follows from it take no simulated time, at any speed.
 */
public final class LockstepTimekeeper implements Timekeeper {

    private final TimeAuthority authority;
    private final Runnable whenRoomIsGone;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final List<LockstepMailbox<?>> mailboxes = new ArrayList<>();
    private final Thread driver;
    private volatile long nowMillis;
    private volatile boolean closed;

    /**
     * Starts at the authority's present time.
     *
     * @param whenRoomIsGone called once, on the driving thread, when the authority can no longer be reached
     */
    public LockstepTimekeeper(TimeAuthority authority, Runnable whenRoomIsGone) {
        this.authority = authority;
        this.whenRoomIsGone = whenRoomIsGone;
        this.nowMillis = authority.monotonicMillis();
        this.driver = new Thread(this::drive, "simulated-time");
        this.driver.setDaemon(true);
        this.driver.start();
    }

    @Override
    public InstantSource wallClock() {
        return () -> Instant.ofEpochMilli(authority.wallMillis());
    }

    @Override
    public MonotonicClock monotonicClock() {
        return () -> nowMillis;
    }

    @Override
    public <T> Mailbox<T> mailbox(String name, int capacity) {
        LockstepMailbox<T> mailbox = new LockstepMailbox<>(capacity);
        lock.lock();
        try {
            mailboxes.add(mailbox);
        } finally {
            lock.unlock();
        }
        return mailbox;
    }

    @Override
    public double speed() {
        return authority.speed();
    }

    @Override
    public void close() {
        closed = true;
        driver.interrupt();
        authority.close();
    }

    private void drive() {
        try {
            while (!closed) {
                long untilMillis = awaitIdle();
                long reached = authority.idleUntil(untilMillis);
                if (reached == Long.MIN_VALUE) {
                    if (!closed) {
                        whenRoomIsGone.run();
                    }
                    return;
                }
                advanceTo(reached);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until nobody has anything to do and returns the next instant that somebody waits for. */
    private long awaitIdle() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                long next = nextMillis();
                if (next > nowMillis) {
                    return next;
                }
                idle.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the next instant somebody waits for; not after now while somebody is at work or nobody is there. */
    private long nextMillis() {
        long next = Long.MAX_VALUE;
        for (LockstepMailbox<?> mailbox : mailboxes) {
            if (!mailbox.waiting || !mailbox.queue.isEmpty()) {
                return Long.MIN_VALUE;
            }
            next = Math.min(next, mailbox.untilMillis);
        }
        return next == Long.MAX_VALUE ? Long.MIN_VALUE : next;
    }

    private void advanceTo(long millis) {
        lock.lock();
        try {
            nowMillis = millis;
            for (LockstepMailbox<?> mailbox : mailboxes) {
                if (mailbox.untilMillis <= millis) {
                    mailbox.wake.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private final class LockstepMailbox<T> implements Mailbox<T> {

        private final Queue<T> queue = new ArrayDeque<>();
        private final Condition wake = lock.newCondition();
        private final int capacity;
        private boolean waiting;
        private long untilMillis;

        private LockstepMailbox(int capacity) {
            this.capacity = capacity;
        }

        @Override
        public boolean offer(T message) {
            lock.lock();
            try {
                if (queue.size() >= capacity) {
                    return false;
                }
                queue.add(message);
                wake.signal();
                return true;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public T take(long until) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                untilMillis = until;
                while (queue.isEmpty() && nowMillis < until) {
                    waiting = true;
                    idle.signal();
                    wake.await();
                }
                return queue.poll();
            } finally {
                waiting = false;
                lock.unlock();
            }
        }

        @Override
        public T poll() {
            lock.lock();
            try {
                return queue.poll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                mailboxes.remove(this);
                queue.clear();
                idle.signal();
            } finally {
                lock.unlock();
            }
        }
    }
}
