// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import org.evenfloat.application.commissioning.LineWork;
import org.evenfloat.application.sweep.LineSweeper;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.infrastructure.time.Mailbox;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The I/O thread of one line: sweeps at the line's period, does what arrives in its mailbox and the next step of the
 * work beside in between and, during a sweep, whenever the line is free for a moment.
 */
public final class LineThread extends ServerThread {

    private static final Logger LOG = LoggerFactory.getLogger(LineThread.class);

    /** Commands that may wait for one line. */
    private static final int MAILBOX_CAPACITY = 256;

    private final String line;
    private final LineSweeper sweeper;
    private final LineWork beside;
    private final ModuleBus bus;
    private final Timekeeper time;
    private final long periodMillis;
    private final ImageTaker images;
    private final Mailbox<Runnable> mailbox;
    private volatile long sweepMillis;
    private volatile boolean ending;

    /** Takes images; never waits. */
    @FunctionalInterface
    public interface ImageTaker {

        /** Takes one image and returns whether there was room for it. */
        boolean take(SweepImage image);
    }

    /**
     * Makes the thread of one line.
     *
     * @param beside what else is done on the line, step by step
     */
    public LineThread(
            String line, LineSweeper sweeper, LineWork beside, ModuleBus bus, Timekeeper time, long periodMillis,
            ImageTaker images) {
        super("line-" + line);
        this.line = line;
        this.sweeper = sweeper;
        this.beside = beside;
        this.bus = bus;
        this.time = time;
        this.periodMillis = periodMillis;
        this.images = images;
        this.mailbox = time.mailbox("line " + line, MAILBOX_CAPACITY);
    }

    /** Returns the id of the line. */
    public String line() {
        return line;
    }

    /** Returns what sweeps the line. */
    public LineSweeper sweeper() {
        return sweeper;
    }

    /** Returns the real time the last sweep took on the line, ms. */
    public long sweepMillis() {
        return sweepMillis;
    }

    /** Lets the line send the newest equalizing order as soon as it is free; never waits. */
    public void orderIsReady() {
        submit(sweeper::equalize);
    }

    /** Lets the line's thread look whether a step of the work beside is due; never waits. */
    public void wake() {
        submit(() -> {});
    }

    /** Lets the line send what its relays were ordered, if it would send nothing else soon; never waits. */
    public void attend() {
        submit(bus.relays()::attend);
    }

    /** Lets the line's thread do something as soon as the line is free; never waits. Returns whether there was room. */
    public boolean submit(Runnable command) {
        return mailbox.offer(command);
    }

    @Override
    void work() throws InterruptedException {
        try (mailbox) {
            long next = time.monotonicClock().millis();
            while (!Thread.currentThread().isInterrupted()) {
                Runnable command = mailbox.take(Math.min(next, beside.dueMillis()));
                if (command != null) {
                    guarded(command);
                } else if (time.monotonicClock().millis() < next) {
                    guarded(beside::step);
                } else {
                    guarded(this::sweep);
                    next = nextSweep(next, time.monotonicClock().millis());
                }
            }
        } finally {
            bus.close();
        }
    }

    private void sweep() {
        long start = System.nanoTime();
        SweepImage image = sweeper.sweep(this::drain);
        sweepMillis = (System.nanoTime() - start) / 1_000_000;
        if (ending) {
            return; // the line was closed under this sweep: what it did not see is no news
        }
        if (!images.take(image)) {
            LOG.warn("Line {}: sweep {} was not decided on, the conductor is busy", line, image.sweep());
        }
        sweeper.care(this::drain);
    }

    private void drain() {
        for (Runnable command = mailbox.poll(); command != null; command = mailbox.poll()) {
            guarded(command);
        }
        guarded(beside::step);
    }

    /** Our own mistakes must not end a line: they are logged, and the next sweep is tried. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.error("Line {}: internal fault", line, fault);
        }
    }

    private long nextSweep(long planned, long now) {
        long next = planned + periodMillis;
        return next > now ? next : now + periodMillis - (now - planned) % periodMillis;
    }

    @Override
    void end() {
        ending = true;
        super.end();
        bus.close();
    }
}
