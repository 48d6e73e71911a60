// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.MonotonicClock;

/** The clocks of this machine. */
public final class RealTimekeeper implements Timekeeper {

    private static final long START_NANOS = System.nanoTime();

    @Override
    public InstantSource wallClock() {
        return InstantSource.system();
    }

    @Override
    public MonotonicClock monotonicClock() {
        return RealTimekeeper::monotonicMillis;
    }

    @Override
    public <T> Mailbox<T> mailbox(String name, int capacity) {
        return new QueueMailbox<>(new ArrayBlockingQueue<>(capacity));
    }

    @Override
    public double speed() {
        return 1;
    }

    @Override
    public boolean pauses() {
        return false;
    }

    @Override
    public void close() {}

    private static long monotonicMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - START_NANOS);
    }

    private record QueueMailbox<T>(BlockingQueue<T> queue) implements Mailbox<T> {

        @Override
        public boolean offer(T message) {
            return queue.offer(message);
        }

        @Override
        public T take(long untilMillis) throws InterruptedException {
            long waitMillis = untilMillis == Long.MAX_VALUE ? Long.MAX_VALUE : untilMillis - monotonicMillis();
            return queue.poll(Math.max(0, waitMillis), TimeUnit.MILLISECONDS);
        }

        @Override
        public T poll() {
            return queue.poll();
        }

        @Override
        public void close() {
            queue.clear();
        }
    }
}
