// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.settingsfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.application.port.out.SettingsStore;
import org.evenfloat.domain.setting.SettingVersion;

/**
 * One file a version, {@code 000007.yaml}, in a folder that only this user may read. A version is written under another
 * name, brought to the disk, and only then gets its name: it is there whole or not at all.
 */
public final class FileSettingsStore implements SettingsStore {

    private static final Pattern NAME = Pattern.compile("(\\d{6,18})\\.yaml");
    private static final String UNFINISHED = "unfinished.tmp";

    /** Far more than the settings of the largest site need. */
    private static final int MOST_BYTES = 16 << 20;

    private final Path folder;

    /** @param folder made when the first version is kept */
    public FileSettingsStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Newest newest() throws SettingsFailure {
        TreeSet<Long> numbers = numbers();
        List<String> damaged = new ArrayList<>();
        for (long number : numbers.descendingSet()) {
            try {
                return new Newest(Optional.of(read(number)), numbers.last(), damaged);
            } catch (VersionFile.Damaged e) {
                damaged.add(file(number) + ": " + e.getMessage());
            }
        }
        return new Newest(Optional.empty(), numbers.isEmpty() ? 0 : numbers.last(), damaged);
    }

    @Override
    public synchronized Optional<SettingVersion> version(long number) throws SettingsFailure {
        try {
            return number > 0 && Files.exists(file(number)) ? Optional.of(read(number)) : Optional.empty();
        } catch (VersionFile.Damaged e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized List<SettingVersion> before(long before, int most) throws SettingsFailure {
        List<SettingVersion> versions = new ArrayList<>();
        for (long number : numbers().headSet(before, false).descendingSet()) {
            if (versions.size() == most) {
                break;
            }
            try {
                versions.add(read(number));
            } catch (VersionFile.Damaged e) {
                continue; // told at the start; nothing can be said of it
            }
        }
        return versions;
    }

    @Override
    public synchronized void append(SettingVersion version) throws SettingsFailure {
        TreeSet<Long> numbers = numbers();
        if (version.number() < 1 || !numbers.isEmpty() && version.number() <= numbers.last()) {
            throw new SettingsFailure("version " + version.number() + " comes after version " + numbers.last());
        }
        Path unfinished = folder.resolve(UNFINISHED);
        try {
            makeFolder();
            write(unfinished, VersionFile.bytes(version));
            Files.move(unfinished, file(version.number()), StandardCopyOption.ATOMIC_MOVE);
            force();
        } catch (IOException e) {
            throw new SettingsFailure("the settings cannot be written to " + folder + " (" + reason(e) + ")", e);
        }
        numbers.add(version.number());
        forget(numbers);
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Brings the new name to the disk. Where a folder cannot be opened, the file system does so by itself. */
    private void force() throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** What is not forgotten now is forgotten with the next version. */
    private void forget(TreeSet<Long> numbers) {
        while (numbers.size() > KEPT) {
            try {
                Files.deleteIfExists(file(numbers.pollFirst()));
            } catch (IOException e) {
                return;
            }
        }
    }

    private SettingVersion read(long number) throws SettingsFailure, VersionFile.Damaged {
        Path file = file(number);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new VersionFile.Damaged("it has more than " + MOST_BYTES + " bytes");
            }
            return VersionFile.read(bytes, number);
        } catch (IOException e) {
            throw new SettingsFailure("the settings in " + file + " cannot be read (" + reason(e) + ")", e);
        }
    }

    private Path file(long number) {
        return folder.resolve(String.format("%06d.yaml", number));
    }

    private TreeSet<Long> numbers() throws SettingsFailure {
        TreeSet<Long> numbers = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    numbers.add(Long.parseLong(name.group(1)));
                }
            }
        } catch (NoSuchFileException nothingKept) {
            return numbers;
        } catch (IOException e) {
            throw new SettingsFailure("the settings in " + folder + " cannot be read (" + reason(e) + ")", e);
        }
        return numbers;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
