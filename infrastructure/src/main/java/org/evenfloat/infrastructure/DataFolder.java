// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder a server keeps its files in; one server at a time holds its lock. */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is missing and locks it.
     *
     * @throws InUse when another server holds it
     * @throws IOException when it cannot be made or written
     */
    public static DataFolder open(Path path) throws InUse, IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(
                path.resolve("evenfloat.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(path, channel, lock);
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw new InUse(path);
        }
        channel.close();
        throw new InUse(path);
    }

    /** Returns the folder. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    /** Another server works in the folder. */
    public static final class InUse extends Exception {

        private static final long serialVersionUID = 1;

        InUse(Path path) {
            super("data-folder: " + path + " is in use by another server - allowed: a folder of its own for each server;"
                    + " stop the other one or name another folder in the site file");
        }
    }
}
