// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A named thread with a body that runs until it is stopped, and a bounded farewell. */
abstract class ServerThread implements AutoCloseable, SignOfLife {

    private static final Logger LOG = LoggerFactory.getLogger(ServerThread.class);
    private static final long FAREWELL_SECONDS = 5;

    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);

    ServerThread(String name) {
        this.thread = new Thread(this::runAndEnd, name);
        thread.setDaemon(true);
    }

    /** Starts the thread. */
    public final void start() {
        thread.start();
    }

    /** Returns whether it was started and has not ended. */
    final boolean runs() {
        return thread.isAlive();
    }

    @Override
    public final String name() {
        return "Thread " + thread.getName();
    }

    /** A thread that has ended, by whatever was thrown, is not alive; one that hangs is unless overridden. */
    @Override
    public boolean alive() {
        return runs();
    }

    /** Does the thread's work until it is interrupted. */
    abstract void work() throws InterruptedException;

    /** Makes {@link #work} end, on the closing thread; interrupts it unless overridden. */
    void end() {
        thread.interrupt();
    }

    private void runAndEnd() {
        try {
            work();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error death) {
            LOG.error("Thread {} has died", thread.getName(), death);
        } finally {
            ended.countDown();
        }
    }

    /** Ends the thread and waits for it, at most 5 s. */
    @Override
    public final void close() {
        end();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!ended.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Thread {} did not end within {} s", thread.getName(), FAREWELL_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
