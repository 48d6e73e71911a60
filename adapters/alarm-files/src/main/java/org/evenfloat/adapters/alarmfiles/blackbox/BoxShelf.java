// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the black boxes: {@code NAME.zip} is sealed; {@code NAME.open} still records and has {@code NAME.fastN}
 * beside it. The oldest sealed ones go first.
 */
final class BoxShelf {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final Logger LOG = LoggerFactory.getLogger(BoxShelf.class);

    private final Set<Path> told = new HashSet<>();
    private final Path folder;
    private final int mostBoxes;
    private final long mostBytes;

    BoxShelf(Path folder, int mostBoxes, long mostBytes) {
        this.folder = folder;
        this.mostBoxes = mostBoxes;
        this.mostBytes = mostBytes;
    }

    Path sealed(String name) {
        return folder.resolve(name + ".zip");
    }

    Path open(String name) {
        return folder.resolve(name + ".open");
    }

    Path fast(String name, int number) {
        return folder.resolve(name + ".fast" + number);
    }

    Path folder() {
        return folder;
    }

    /** Returns a name that no box has yet. */
    String newName(String string, long atMillis) {
        String plain = string + "-" + STAMP.format(Instant.ofEpochMilli(atMillis));
        String name = plain;
        for (int i = 2; Files.exists(sealed(name)) || Files.exists(open(name)); i++) {
            name = plain + "-" + i;
        }
        return name;
    }

    /** Returns the box of that string that still records; null when there is none. */
    OpenBox openOf(String string) throws IOException {
        for (OpenBox box : openBoxes()) {
            if (box.string().equals(string)) {
                return box;
            }
        }
        return null;
    }

    List<OpenBox> openBoxes() throws IOException {
        List<OpenBox> boxes = new ArrayList<>();
        for (Path file : files("*.open")) {
            try {
                boxes.add(OpenBox.read(file));
            } catch (IOException e) {
                tell(file, e);
            }
        }
        return boxes;
    }

    /** Returns the sealed boxes, the oldest first. */
    List<Path> sealedFiles() throws IOException {
        List<Path> files = files("*.zip");
        files.sort(Comparator.comparing(BoxShelf::changed).thenComparing(Comparator.naturalOrder()));
        return files;
    }

    private void tell(Path file, IOException e) {
        if (told.add(file)) {
            LOG.warn("{} cannot be read ({}): the black box that it is about is lost, and a new one begins", file,
                    e.toString());
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    private List<Path> files(String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
                files.forEach(found::add);
            }
        }
        return found;
    }

    /** Deletes what is left of a box that is sealed now. */
    void forgetOpen(OpenBox box) throws IOException {
        Files.deleteIfExists(open(box.name()));
        for (Path fast : files(box.name() + ".fast*")) {
            Files.deleteIfExists(fast);
        }
    }

    /** Deletes what a killed process left of exports and of boxes that it was sealing. */
    void forgetUnfinished() throws IOException {
        for (Path file : files("*.new")) {
            Files.deleteIfExists(file);
        }
    }

    /** Deletes the oldest sealed boxes until the others are few and small enough; the newest one stays. */
    void prune() throws IOException {
        List<Path> boxes = sealedFiles();
        long bytes = 0;
        for (Path box : boxes) {
            bytes += Files.size(box);
        }
        for (int i = 0; i < boxes.size() - 1 && (boxes.size() - i > mostBoxes || bytes > mostBytes); i++) {
            bytes -= Files.size(boxes.get(i));
            Files.deleteIfExists(boxes.get(i));
        }
    }
}
