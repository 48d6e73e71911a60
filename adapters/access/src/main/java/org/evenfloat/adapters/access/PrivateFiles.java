// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders that only their owner may look into. Their owner is that of the folder they are in, also when the
 * administrator of the machine makes them: else a server that runs as another user could not read them.
 */
final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes a folder, with those above it, if it is missing. */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            makeFolder(folder.getParent());
        }
        try {
            Files.createDirectory(folder, only("rwx------", folder));
            adopt(folder);
        } catch (FileAlreadyExistsException sameTime) {
            if (!Files.isDirectory(folder)) {
                throw sameTime;
            }
        }
    }

    /** Makes an empty file if it is missing. */
    static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, only("rw-------", file));
            adopt(file);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isRegularFile(file)) {
                throw there;
            }
        }
    }

    /** Puts other bytes into a file: all or nothing, and on the disk when this returns. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next); // of a process that was killed
        makeFile(next);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        if (posix(file)) {
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true); // the name is on the disk too
            }
        }
    }

    private static boolean posix(Path path) throws IOException {
        Path there = path;
        while (!Files.exists(there)) {
            there = there.toAbsolutePath().getParent();
        }
        return Files.getFileStore(there).supportsFileAttributeView(PosixFileAttributeView.class);
    }

    private static FileAttribute<?>[] only(String permissions, Path path) throws IOException {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static void adopt(Path path) throws IOException {
        if (!posix(path)) {
            return;
        }
        PosixFileAttributes folder = Files.readAttributes(path.toAbsolutePath().getParent(), PosixFileAttributes.class);
        PosixFileAttributeView own = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (!own.readAttributes().owner().equals(folder.owner()) && "root".equals(own.getOwner().getName())) {
            own.setGroup(folder.group());
            own.setOwner(folder.owner());
        }
    }
}
