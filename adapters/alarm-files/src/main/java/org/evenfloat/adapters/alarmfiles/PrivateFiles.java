// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only this user may look into, on the disk when a method returns. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes a folder, with those above it, if it is missing. */
    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, only("rwx------", folder));
        }
    }

    /** Makes an empty file if it is missing. */
    public static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, only("rw-------", file));
            force(file.getParent());
        } catch (FileAlreadyExistsException there) {
            if (!Files.isRegularFile(file)) {
                throw there;
            }
        }
    }

    /** Puts other bytes into a file: all or nothing. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        makeFolder(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next); // of a process that was killed
        Files.createFile(next, only("rw-------", next));
        try (FileOutputStream out = new FileOutputStream(next.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        force(file.getParent());
    }

    /** Brings the names of a folder to the disk. Where a folder cannot be opened, the file system does so by itself. */
    public static void force(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean posix(Path path) throws IOException {
        Path there = path.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return Files.getFileStore(there).supportsFileAttributeView("posix");
    }

    private static FileAttribute<?>[] only(String permissions, Path path) throws IOException {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
