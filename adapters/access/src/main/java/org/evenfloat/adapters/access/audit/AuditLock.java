// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one at a time at the files, of all threads and all processes. */
final class AuditLock implements AutoCloseable {

    /** Locks of files hold between processes only; this one holds within this process. */
    private static final ReentrantLock HERE = new ReentrantLock(true);

    private static final long LOOK_NANOS = 2_000_000;

    private final FileChannel channel;

    private AuditLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the right to write.
     *
     * @throws IOException when somebody else has it for too long
     */
    static AuditLock toWrite(Path file, long waitMillis) throws IOException {
        AuditFolder.createFile(file);
        return take(file, waitMillis, false);
    }

    /** Waits until nobody writes. Where there is no lock or it may not be read, nobody writes. */
    static AuditLock toRead(Path file, long waitMillis) throws IOException {
        return take(file, waitMillis, true);
    }

    private static AuditLock take(Path file, long waitMillis, boolean shared) throws IOException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        if (!here(waitMillis)) {
            throw busy(waitMillis);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, shared ? StandardOpenOption.READ : StandardOpenOption.WRITE);
            for (FileLock lock = tried(channel, shared); lock == null; lock = tried(channel, shared)) {
                if (System.nanoTime() - until > 0) {
                    throw busy(waitMillis);
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return new AuditLock(channel);
        } catch (NoSuchFileException none) {
            if (shared) {
                return new AuditLock(null);
            }
            HERE.unlock();
            throw none;
        } catch (IOException | RuntimeException e) {
            HERE.unlock();
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static FileLock tried(FileChannel channel, boolean shared) throws IOException {
        return channel.tryLock(0, Long.MAX_VALUE, shared);
    }

    private static boolean here(long waitMillis) throws IOException {
        try {
            return HERE.tryLock(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while another thread wrote", e);
        }
    }

    private static IOException busy(long waitMillis) {
        return new IOException("another program has had it for " + waitMillis + " ms; end that program");
    }

    @Override
    public void close() throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            HERE.unlock();
        }
    }
}
