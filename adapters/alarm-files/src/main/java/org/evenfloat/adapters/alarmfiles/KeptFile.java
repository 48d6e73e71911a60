// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is replaced as a whole. One that cannot be understood is told in the log, stays where it is until it is
 * replaced, and is then kept beside the new one under a name of its own. For one thread at a time.
 */
final class KeptFile {

    /** Makes something of bytes; fails when they are damaged. */
    interface Reading<T> {
        T of(byte[] bytes) throws IOException;
    }

    static final int MOST_BYTES = 128 << 20;

    /** So many damaged ones are kept for whoever wants to look at them. */
    private static final int MOST_DAMAGED = 5;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);

    private final Path file;
    private boolean damaged;

    KeptFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** Returns what is in the file; empty when there is none, or when it is damaged. Fails when it cannot be read. */
    <T> Optional<T> read(Reading<T> reading, String consequence) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException nothingKept) {
            return Optional.empty();
        }
        try {
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it has more than " + MOST_BYTES + " bytes");
            }
            Optional<T> read = Optional.of(reading.of(bytes));
            damaged = false;
            return read;
        } catch (IOException e) {
            damaged = true;
            LOG.warn("{} is damaged ({}): {}; it will be kept as {}", file, reason(e), consequence, aside().getFileName());
            return Optional.empty();
        }
    }

    /** Puts other bytes into the file: all or nothing, and on the disk when this returns. */
    void replace(byte[] bytes) throws IOException {
        if (damaged) {
            Files.move(file, aside(), StandardCopyOption.REPLACE_EXISTING);
            damaged = false;
            forgetOldest();
        }
        PrivateFiles.replace(file, bytes);
    }

    /** Named after the time of its last change. */
    private Path aside() throws IOException {
        return file.resolveSibling(
                file.getFileName() + ".damaged-" + STAMP.format(Files.getLastModifiedTime(file).toInstant()));
    }

    private void forgetOldest() throws IOException {
        TreeSet<Path> kept = new TreeSet<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(file.getParent(), file.getFileName() + ".damaged-*")) {
            files.forEach(kept::add);
        }
        while (kept.size() > MOST_DAMAGED) {
            Files.deleteIfExists(kept.pollFirst());
        }
    }

    static String reason(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
