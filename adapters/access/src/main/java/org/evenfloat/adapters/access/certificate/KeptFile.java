// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Replaces a file as a whole: after a loss of power the old one is there or the new one, and nobody else may read it. */
final class KeptFile {

    private KeptFile() {}

    /** Makes the folder for this user alone, when it is missing. */
    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectories(folder, permissions(folder.toAbsolutePath().getParent(), "rwx------"));
            handOver(folder);
        }
    }

    /** Writes a file that only this user may read. */
    static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-------");
    }

    /** Writes a file with those permissions, where the file system knows any. */
    static void write(Path file, byte[] bytes, String mode) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(
                next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions(folder, mode))) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        handOver(next);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /** A command that an administrator types writes what the user of the server has to read: the folder says who. */
    static void handOver(Path file) {
        try {
            Files.setOwner(file, Files.getOwner(file.toAbsolutePath().getParent()));
        } catch (IOException | UnsupportedOperationException e) {
            // Not the administrator, so the files were this user's all the time; or a system without owners.
        }
    }

    /** Gives a file another name for good, in the place of one that has it. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        sync(to.toAbsolutePath().getParent());
    }

    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // A system on which folders cannot be opened: it keeps their entries by itself.
        }
    }

    private static FileAttribute<?>[] permissions(Path folder, String mode) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
