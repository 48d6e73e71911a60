// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.evenfloat.simulator.wire.WireLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves bytes between one endpoint and one line at the line's pace, and ticks its devices, until it is closed.
 * Times are absolute, so that a late wake-up delays bytes once and never adds up. Waits coarsely in the endpoint,
 * then parks, then spins for the last moment.
 */
final class LineThread implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineThread.class);

    /** Devices on an idle line are ticked, and an unplugged one is looked after, this often. */
    private static final long TICK_NANOS = 100_000_000;

    /** Below this a wait in the endpoint, which has a resolution of 1 ms, would come back too late. */
    private static final long COARSE_NANOS = 3_000_000;

    /** Linux wakes a parked thread some 50 to 60 µs late (its timer slack is 50 µs): the rest is spun. */
    private static final long SPIN_NANOS = 80_000;

    private static final long CLOSE_MILLIS = 2_000;

    private final WireLine line;
    private final WireEndpoint endpoint;
    private final Thread thread;
    private final byte[] input = new byte[4096];
    private final byte[] output = new byte[4096];
    private volatile boolean closed;
    private boolean open = true;
    private long tickNanos = System.nanoTime();

    /** Takes over an open endpoint. */
    LineThread(WireLine line, WireEndpoint endpoint, String name) {
        this.line = line;
        this.endpoint = endpoint;
        this.thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                step();
            } catch (IOException failure) {
                LOG.warn("{}: {}", thread.getName(), failure.getMessage());
                LockSupport.parkNanos(TICK_NANOS);
            } catch (RuntimeException bug) {
                LOG.error("{}: the line goes on after a fault of the simulation", thread.getName(), bug);
                LockSupport.parkNanos(TICK_NANOS);
            }
        }
        closeEndpoint();
    }

    /** Ends the thread and closes its endpoint; waits for both. */
    @Override
    public void close() {
        closed = true;
        endpoint.wakeUp();
        LockSupport.unpark(thread);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws IOException {
        tickWhenDue();
        if (line.isLinkClosed() || !open) {
            replug();
            return;
        }
        long askedNanos = System.nanoTime();
        int length = endpoint.read(input, timeoutMillis(line.nextNanos(), askedNanos));
        if (length > 0) {
            line.receive(input, length, System.nanoTime());
        } else {
            waitUntil(line.nextNanos());
            line.advance(askedNanos);
        }
        for (int sent = take(); sent > 0; sent = take()) {
            endpoint.write(output, sent);
        }
    }

    private int take() {
        return line.take(output, System.nanoTime());
    }

    private void tickWhenDue() {
        if (System.nanoTime() - tickNanos >= TICK_NANOS) {
            tickNanos = System.nanoTime();
            line.tick();
        }
    }

    private void replug() throws IOException {
        if (open) {
            open = false;
            endpoint.close();
            line.forgetAnswers();
        }
        if (line.isLinkClosed()) {
            LockSupport.parkNanos(TICK_NANOS / 10);
        } else {
            endpoint.open();
            open = true;
        }
    }

    private static int timeoutMillis(long nextNanos, long nowNanos) {
        if (nextNanos == Long.MAX_VALUE) {
            return (int) TimeUnit.NANOSECONDS.toMillis(TICK_NANOS);
        }
        long restNanos = nextNanos - nowNanos;
        return restNanos < COARSE_NANOS
                ? 0
                : (int) TimeUnit.NANOSECONDS.toMillis(Math.min(TICK_NANOS, restNanos - COARSE_NANOS / 2));
    }

    /** Waits for a moment that is near; for one that is not, the endpoint has waited and will again. */
    private static void waitUntil(long nextNanos) {
        long restNanos = nextNanos - System.nanoTime();
        if (nextNanos == Long.MAX_VALUE || restNanos >= COARSE_NANOS) {
            return;
        }
        if (restNanos > SPIN_NANOS) {
            LockSupport.parkNanos(restNanos - SPIN_NANOS);
        }
        while (nextNanos - System.nanoTime() > 0) {
            Thread.onSpinWait();
        }
    }

    private void closeEndpoint() {
        try {
            endpoint.close();
        } catch (IOException failure) {
            LOG.warn("{}: closing: {}", thread.getName(), failure.getMessage());
        }
    }
}
