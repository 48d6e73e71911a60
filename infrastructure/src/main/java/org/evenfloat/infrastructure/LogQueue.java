// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;

/**
 * Stands between whoever logs and a disk or console that may hang: nobody who logs ever waits. At most
 * {@value #CAPACITY} entries wait; what does not fit is counted and told once entries are taken again.
 */
final class LogQueue extends UnsynchronizedAppenderBase<ILoggingEvent> {

    static final int CAPACITY = 256;

    /** So long may the last entries take before the program ends without them. */
    private static final long FLUSH_MILLIS = 1_000;

    private final ArrayBlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicLong accepted = new AtomicLong();
    private final Thread writer;
    /** Null until it is known where the entries go. */
    private volatile Appender<ILoggingEvent> target;
    private volatile BooleanSupplier refused;
    private long written; // guarded by waiting

    /**
     * @param target what writes; used by one thread of this queue only
     * @param refused whether the entry that was written last got nowhere
     */
    LogQueue(Appender<ILoggingEvent> target, BooleanSupplier refused) {
        this(target.getName(), target.getContext());
        this.target = target;
        this.refused = refused;
    }

    /** One whose entries wait until {@link #writeTo} says what writes them. */
    LogQueue(String name, Context context) {
        this.writer = new Thread(this::write, "log-" + name);
        writer.setDaemon(true);
        setContext(context);
        setName(name);
    }

    @Override
    public void start() {
        super.start();
        if (isWritten()) {
            writer.start();
        }
    }

    /** Begins to write, with what waits already; see the constructor for the arguments. */
    void writeTo(Appender<ILoggingEvent> target, BooleanSupplier refused) {
        this.target = target;
        this.refused = refused;
        writer.start();
    }

    /** Returns whether it is known where the entries go. */
    boolean isWritten() {
        return target != null;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        if (waiting.offer(event)) {
            accepted.incrementAndGet();
        } else {
            lost.incrementAndGet();
        }
    }

    private void write() {
        try {
            while (true) {
                deliver(waiting.take());
                if (waiting.isEmpty() && lost.get() > 0) {
                    tellLoss();
                }
                synchronized (waiting) {
                    written++;
                    waiting.notifyAll();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the entry got where it should. */
    private boolean deliver(ILoggingEvent event) {
        target.doAppend(event);
        boolean arrived = target.isStarted() && !refused.getAsBoolean();
        if (!arrived) {
            lost.incrementAndGet();
        }
        return arrived;
    }

    private void tellLoss() {
        if (refused.getAsBoolean()) {
            return;
        }
        int lines = lost.getAndSet(0);
        Logger logger = ((LoggerContext) getContext()).getLogger(LogQueue.class);
        if (!deliver(new LoggingEvent(
                LogQueue.class.getName(), logger, Level.WARN,
                lines + " lines of the log were lost before this one: the disk or console did not take them", null, null))) {
            lost.addAndGet(lines - 1); // the line that tells it was counted by itself
        }
    }

    /** Returns how many entries were lost and not told yet. */
    int lost() {
        return lost.get();
    }

    /** Waits until everything up to now is written; gives up after a second. */
    private void await(long untilNanos) throws InterruptedException {
        long wanted = accepted.get();
        synchronized (waiting) {
            for (long left = untilNanos - System.nanoTime(); written < wanted && left > 0;
                    left = untilNanos - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(waiting, left + 1_000_000);
            }
        }
    }

    @Override
    public void stop() {
        super.stop();
        if (!isWritten()) {
            return;
        }
        try {
            await(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLUSH_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.interrupt();
        target.stop();
    }

    /** Lets what was logged reach files and console before the program ends; waits for a second at most. */
    static void flush() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLUSH_MILLIS);
        Iterator<Appender<ILoggingEvent>> all =
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        try {
            while (all.hasNext()) {
                if (all.next() instanceof LogQueue queue && queue.isWritten()) {
                    queue.await(until);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
