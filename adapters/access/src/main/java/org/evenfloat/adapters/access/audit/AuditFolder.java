// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names and places of the files of an audit.
 *
 * @param path the folder that holds nothing else
 */
record AuditFolder(Path path) {

    private static final Pattern NAME = Pattern.compile("audit-([0-9]{6,9})\\.jsonl");
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] FOLDER = attributes("rwx------");
    private static final FileAttribute<?>[] FILE = attributes("rw-------");

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    void create() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createDirectories(path, FOLDER); // somebody else may make it at the same time
            force(path.toAbsolutePath().getParent());
        }
    }

    Path key() {
        return path.resolve("key");
    }

    Path head() {
        return path.resolve("head");
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path file(long number) {
        return path.resolve(String.format(Locale.ROOT, "audit-%06d.jsonl", number));
    }

    /** Returns the number of a file of the audit, or 0 when it is another file. */
    static long number(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** Returns the files, the oldest first; none when there is no folder. */
    List<Path> files() throws IOException {
        TreeMap<Long, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(path)) {
            all.filter(file -> number(file) > 0).forEach(file -> files.put(number(file), file));
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return List.copyOf(files.values());
    }

    /** Returns the incomplete lines that were moved away from a file. */
    List<Path> torn(Path file) throws IOException {
        String prefix = file.getFileName().toString().replace(".jsonl", "-torn-");
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(each -> each.getFileName().toString().startsWith(prefix)).sorted().toList();
        }
    }

    /** Returns a name for an incomplete line that is moved away from a file. */
    Path freeTorn(Path file) throws IOException {
        String prefix = file.getFileName().toString().replace(".jsonl", "-torn-");
        return path.resolve(prefix + (torn(file).size() + 1));
    }

    /** Makes an empty file that only its owner may read, unless there is a file. */
    static void createFile(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(file, FILE);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // it is there, as wanted
        }
    }

    /** Writes a file so that after a death of the machine either the old or the new one is there, never a part. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        createFile(fresh);
        write(fresh, 0, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes into a file from a place on and waits until it is on the disk. An interrupt does not end it half-way. */
    static void write(Path file, long from, byte[] bytes) throws IOException {
        try (RandomAccessFile writing = new RandomAccessFile(file.toFile(), "rw")) {
            writing.seek(from);
            writing.write(bytes);
            writing.getFD().sync();
        }
    }

    /** Takes the end of a file away. */
    static void cut(Path file, long length) throws IOException {
        try (RandomAccessFile writing = new RandomAccessFile(file.toFile(), "rw")) {
            writing.setLength(length);
            writing.getFD().sync();
        }
    }

    /** Waits until the names in a folder are on the disk; Windows does that by itself and lets nobody open folders. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException windows) {
            if (POSIX) {
                throw windows;
            }
        }
    }
}
