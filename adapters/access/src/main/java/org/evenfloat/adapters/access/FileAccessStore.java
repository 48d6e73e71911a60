// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.domain.access.AccessBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Users and tokens in {@code access/book.json} of the data folder. Another process that changes it holds the lock
 * {@code access/lock}; that it did shows in the file's size, time or place on the disk.
 */
public final class FileAccessStore implements AccessStore {

    /** The disk is asked no more often whether somebody else has changed the file. */
    static final long LOOK_NANOS = 500_000_000;

    /** No book of ours comes near it. */
    private static final long MOST_BYTES = 4L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FileAccessStore.class);

    private final Path folder;
    private final Path file;
    private AccessBook book = AccessBook.EMPTY;
    private AccessFailure failure;
    private Mark mark = Mark.NONE;
    private long lookedAtNanos;
    private boolean looked;
    private boolean everThere;

    /** What a file looks like from outside. */
    private record Mark(long bytes, long modifiedNanos, Object place) {

        static final Mark NONE = new Mark(-1, 0, null);
    }

    /** @param dataFolder need not be there yet */
    public FileAccessStore(Path dataFolder) {
        folder = dataFolder.resolve("access");
        file = folder.resolve("book.json");
    }

    @Override
    public synchronized AccessBook book() throws AccessFailure {
        long now = System.nanoTime();
        if (!looked || now - lookedAtNanos >= LOOK_NANOS) {
            look();
            lookedAtNanos = now;
            looked = true;
        }
        if (failure != null) {
            throw failure;
        }
        return book;
    }

    /** Reads the file if it is another one than before. */
    private void look() {
        try {
            Mark found = mark();
            everThere |= !found.equals(Mark.NONE);
            if (found.equals(mark) && failure == null) {
                return;
            }
            if (found.equals(Mark.NONE)) {
                gone();
                return;
            }
            if (found.bytes() > MOST_BYTES) {
                fail(found, "it has " + found.bytes() + " bytes", null);
                return;
            }
            book = BookJson.read(Files.readAllBytes(file));
            mark = found;
            failure = null;
        } catch (BookJson.Unreadable e) {
            fail(mark, e.getMessage(), e);
        } catch (IOException e) {
            fail(mark, "it cannot be read, " + e, e);
        }
    }

    /** A file that was never there is an empty book; one that is there no more lets nobody take its place. */
    private void gone() {
        if (everThere) {
            fail(mark, "it is there no more", null);
        } else {
            failure = null;
        }
    }

    private void fail(Mark found, String why, Exception cause) {
        String told = file + ": " + why + ". Nobody gets in until it is as it was. Restore it from a backup; or, to begin"
                + " anew, stop the server, delete it, and make an administrator with 'evenfloat user add'.";
        if (failure == null || !failure.getMessage().equals(told)) {
            LOG.error("{}", told);
        }
        failure = new AccessFailure(told, cause);
        mark = found;
    }

    private Mark mark() throws IOException {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new Mark(seen.size(), seen.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    seen.fileKey());
        } catch (NoSuchFileException none) {
            return Mark.NONE;
        }
    }

    @Override
    public synchronized AccessBook update(UnaryOperator<AccessBook> change) throws AccessFailure {
        try {
            PrivateFiles.makeFolder(folder);
            FolderLock lock = FolderLock.take(folder.resolve("lock"));
            try {
                look();
                if (failure != null) {
                    throw failure;
                }
                AccessBook next = Objects.requireNonNull(change.apply(book));
                PrivateFiles.replace(file, BookJson.bytes(next));
                book = next;
                mark = mark();
                everThere = true;
                return next;
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new AccessFailure(file + ": cannot be written, " + e + ". Nothing was changed. See to it that the disk"
                    + " has room and that this user may write there.", e);
        }
    }
}
