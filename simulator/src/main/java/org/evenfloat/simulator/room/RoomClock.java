// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one clock of a simulated room. While servers take part it goes on only when all of them are idle, at most to the
 * next instant that one of them waits for, and no faster than the wanted speed. While none takes part the room goes on
 * in real time, because an outage of a server happens in real time.
 */
public final class RoomClock {

    /** Longest step of the plant; its numbers are proven for steps of 10 s. */
    private static final long MAX_STEP_MILLIS = 10_000;

    private static final long MIN_STEP_MILLIS = 100;

    /** Real time over which the effective speed is averaged. */
    private static final long SPEED_WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What happens in the room while time goes on. Called with no lock held. */
    @FunctionalInterface
    public interface Course {

        /**
         * Lets the room go on.
         *
         * @param fromMillis monotonic time of the room before
         * @param toMillis monotonic time after, at most 10 s later
         */
        void advance(long fromMillis, long toMillis);
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition advanced = lock.newCondition();
    private final List<Participant> participants = new ArrayList<>();
    private volatile long nowMillis;
    private volatile long wallOffsetMillis;
    private volatile double wantedSpeed = 1;
    private volatile double effectiveSpeed = 1;
    private volatile boolean stopped;
    private boolean stepping;
    private long changes;

    /** Makes a clock whose monotonic time begins at 0 and whose wall clock begins at that instant, epoch ms. */
    public RoomClock(long wallStartMillis) {
        this.wallOffsetMillis = wallStartMillis;
    }

    /** Returns the monotonic time of the room, ms. */
    public long monotonicMillis() {
        return nowMillis;
    }

    /** Returns the wall-clock time of the room, epoch ms. */
    public long wallMillis() {
        return nowMillis + wallOffsetMillis;
    }

    /** Lets the wall clock jump; the monotonic time goes on as before. */
    public void jumpWallClock(long millis) {
        wallOffsetMillis += millis;
    }

    /** Sets the wanted speed in simulated seconds per real second; infinity for as fast as possible. */
    public void speed(double simulatedPerReal) {
        lock.lock();
        try {
            wantedSpeed = simulatedPerReal;
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns simulated seconds per real second as they really passed during the last second or so. */
    public double effectiveSpeed() {
        return effectiveSpeed;
    }

    /** Lets a server take part from now on, after the step under way. Time stands still until it is idle. */
    public Participant join() {
        Participant participant = new Participant();
        lock.lock();
        try {
            while (stepping && !stopped) {
                advanced.awaitUninterruptibly();
            }
            participants.add(participant);
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return participant;
    }

    /** Ends {@link #run}. */
    public void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether it was stopped. */
    public boolean isStopped() {
        return stopped;
    }

    /** Runs the room on the calling thread until {@link #stop} or interruption. */
    public void run(Course course) throws InterruptedException {
        long anchorNanos = System.nanoTime();
        long anchorMillis = nowMillis;
        double anchorSpeed = wantedSpeed;
        long windowNanos = anchorNanos;
        long windowMillis = nowMillis;
        while (!stopped) {
            Step step = nextStep();
            if (step == null) {
                return;
            }
            long next = step.endMillis();
            double speed = step.speed();
            long dueNanos = anchorNanos + (long) ((next - anchorMillis) / speed * 1e6);
            if (speed != anchorSpeed || System.nanoTime() - dueNanos > SPEED_WINDOW_NANOS / 10) {
                anchorNanos = System.nanoTime();
                anchorMillis = nowMillis;
                anchorSpeed = speed;
                dueNanos = anchorNanos + (long) ((next - anchorMillis) / speed * 1e6);
            }
            if (!begins(step, dueNanos)) {
                continue;
            }
            try {
                course.advance(nowMillis, next);
            } finally {
                advanceTo(next);
            }
            long passedNanos = System.nanoTime() - windowNanos;
            if (passedNanos > SPEED_WINDOW_NANOS) {
                effectiveSpeed = (nowMillis - windowMillis) * 1e6 / passedNanos;
                windowNanos += passedNanos;
                windowMillis = nowMillis;
            }
        }
    }

    /**
     * A step that may be made.
     *
     * @param endMillis its end
     * @param speed how fast
     * @param change the change after which it was decided on; any other one makes it void
     */
    private record Step(long endMillis, double speed, long change) {}

    /** Waits until all servers are idle; returns the next step, or null when the clock was stopped. */
    private Step nextStep() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped) {
                long next = Long.MAX_VALUE;
                for (Participant participant : participants) {
                    next = Math.min(next, participant.idle ? participant.untilMillis : nowMillis);
                }
                if (next > nowMillis) {
                    double speed = participants.isEmpty() ? Math.min(1, wantedSpeed) : wantedSpeed;
                    long step = (long) Math.max(MIN_STEP_MILLIS, Math.min(MAX_STEP_MILLIS, speed * MIN_STEP_MILLIS));
                    return new Step(Math.min(next, nowMillis + step), speed, changes);
                }
                changed.await();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the step is due in real time. Returns false when something changed meanwhile. */
    private boolean begins(Step step, long dueNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = dueNanos - System.nanoTime();
            while (left > 0 && !stopped && changes == step.change()) {
                left = changed.awaitNanos(left);
            }
            stepping = !stopped && changes == step.change();
            return stepping;
        } finally {
            lock.unlock();
        }
    }

    private void advanceTo(long millis) {
        lock.lock();
        try {
            stepping = false;
            nowMillis = millis;
            for (Participant participant : participants) {
                participant.idle = false;
            }
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A server that takes part in the room's time. */
    public final class Participant implements AutoCloseable {

        private boolean idle;
        private long untilMillis;

        private Participant() {}

        /**
         * Says that this server has nothing to do before {@code until} and waits until time has gone on.
         *
         * @return the new monotonic time, at most {@code until}
         */
        public long idleUntil(long until) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                if (until <= nowMillis) {
                    return nowMillis;
                }
                untilMillis = until;
                idle = true;
                changed.signalAll();
                while (idle && !stopped) {
                    advanced.await();
                }
                return nowMillis;
            } finally {
                if (idle) {
                    idle = false;
                    changes++;
                }
                lock.unlock();
            }
        }

        /** Leaves the room. */
        @Override
        public void close() {
            lock.lock();
            try {
                participants.remove(this);
                changes++;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
