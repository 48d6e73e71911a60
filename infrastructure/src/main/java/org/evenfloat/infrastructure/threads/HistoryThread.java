// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenfloat.application.history.HistoryRecorder;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.infrastructure.time.Mailbox;
import org.evenfloat.infrastructure.time.Timekeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the history, and what the server must remember; the only thread that waits for the database. */
public final class HistoryThread extends ServerThread {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryThread.class);

    /** After a failure the store is tried again this often, in the server's time. */
    private static final long RETRY_MILLIS = 1_000;

    /** Things to remember that may wait: one per string and a few more. */
    private static final int MAILBOX_CAPACITY = 4_096;

    private final InstantSource wallClock;
    private final Timekeeper time;
    private final Mailbox<Write> mailbox;
    private volatile HistoryRecorder recorder;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean ending;

    /** Something to be written besides sweeps and events. */
    @FunctionalInterface
    public interface Write {

        /** Writes it. */
        void run() throws HistoryFailure;
    }

    public HistoryThread(Timekeeper time) {
        super("history");
        this.time = time;
        this.wallClock = time.wallClock();
        this.mailbox = time.mailbox("history", MAILBOX_CAPACITY);
    }

    /** Sets whose queue is written. Call once, before the start. */
    public void serve(HistoryRecorder owner) {
        this.recorder = owner;
    }

    /** Says that the recorder has work; never waits. One wake-up waits at most, so that they crowd nothing out. */
    public void wake() {
        if (woken.compareAndSet(false, true) && !mailbox.offer(() -> woken.set(false))) {
            woken.set(false);
        }
    }

    /** Lets something be written after what waits already; never waits. */
    public void write(Write write) {
        if (!mailbox.offer(write)) {
            LOG.warn("Something to remember was given up: the database is too slow");
        }
    }

    @Override
    void work() throws InterruptedException {
        try (mailbox) {
            while (!ending) {
                long retry = time.monotonicClock().millis() + RETRY_MILLIS;
                boolean healthy = recorder.health().working() && recorder.health().waiting() == 0;
                attempt(mailbox.take(healthy ? Long.MAX_VALUE : retry));
                drain();
            }
            farewell();
        }
    }

    /** An interruption would close the database's file under it, so this thread is only told. */
    @Override
    void end() {
        ending = true;
        wake();
    }

    private void attempt(Write write) {
        if (write == null) {
            return;
        }
        try {
            write.run();
        } catch (HistoryFailure failure) {
            LOG.warn("Not remembered: {}", failure.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("Internal fault while remembering", fault);
        }
    }

    /** Our own mistakes must not end the history: they are logged, and the next message tries again. */
    private void drain() {
        try {
            boolean more = true;
            while (more) {
                more = recorder.runOnce(wallClock.millis());
            }
        } catch (RuntimeException fault) {
            LOG.error("Internal fault while writing the history", fault);
        }
    }

    /** What was offered before the stop is still written, as far as the store works. */
    private void farewell() {
        for (Write write = mailbox.poll(); write != null; write = mailbox.poll()) {
            attempt(write);
        }
        drain();
    }
}
