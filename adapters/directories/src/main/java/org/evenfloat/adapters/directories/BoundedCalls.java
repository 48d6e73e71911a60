// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.evenfloat.application.port.out.DirectoryFailure;

/**
 * Ends the wait for a call after a time, whatever holds it up: a name server, a handshake, an answer that drips. The
 * call itself may go on a while on a thread of this; there are few of them and they end when idle.
 */
final class BoundedCalls {

    private static final int THREADS = 6;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final int timeoutMillis;

    BoundedCalls(String name, int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
        this.threads = new ThreadPoolExecutor(
                0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "sign-in-" + name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Returns what the call returns.
     *
     * @throws DirectoryFailure when it threw one or anything else, took too long, or too many calls hang already
     */
    <T> T within(Callable<T> call) throws DirectoryFailure {
        Future<T> future;
        try {
            future = threads.submit(call);
        } catch (RejectedExecutionException e) {
            throw new DirectoryFailure(THREADS + " questions wait for an answer already");
        }
        try {
            return future.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new DirectoryFailure("no answer within " + timeoutMillis + " ms");
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new DirectoryFailure("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DirectoryFailure failure) {
                throw failure;
            }
            throw new DirectoryFailure("an answer that cannot be used: " + e.getCause(), e.getCause());
        }
    }
}
