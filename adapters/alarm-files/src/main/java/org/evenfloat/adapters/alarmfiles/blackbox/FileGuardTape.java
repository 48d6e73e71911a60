// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.evenfloat.application.port.in.FullRate;
import org.evenfloat.application.port.in.ReadBlackBoxes;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.application.port.out.GuardTape;
import org.evenfloat.domain.access.Actor;

/**
 * A ring of files for each string in {@code safety/tape} of the data folder, and black boxes in {@code safety/boxes}
 * ({@code docs/safety-files.md}). Safe for several threads: who reads a box waits for a note, and the other way round.
 */
public final class FileGuardTape implements GuardTape, ReadBlackBoxes {

    /** So many sealed boxes are kept. */
    public static final int MOST_BOXES = 20;
    /** And so many bytes of them. */
    public static final long MOST_BYTES = 500L << 20;

    /** Learns that a box was sealed. */
    @FunctionalInterface
    public interface Sealing {

        /**
         * A box was sealed.
         *
         * @param box name of its file
         * @param string id of the string
         * @param seal SHA-256 of its manifest, in hexadecimal digits: to be written down where nobody can change it
         */
        void sealed(String box, String string, String seal);
    }

    private record OneString(StringTape tape, StringBoxes boxes) {}

    private final Map<String, OneString> strings = new LinkedHashMap<>();
    private final Map<String, List<OneString>> breakers = new LinkedHashMap<>();
    private final BoxShelf shelf;
    private final Path tapes;
    private final BoxSealing sealer;
    private final BoxList list;
    private final BiConsumer<Actor, String> mayRead;
    private boolean begun;

    /**
     * Reads and writes nothing before the first note.
     *
     * @param dataFolder need not be there yet
     * @param program version of the program
     * @param configuration the site file, or what else the server was set up with, without secrets; may be empty; asked for
     *     every hour
     * @param mayRead throws NotAllowed when somebody may not read the boxes of a string
     */
    public FileGuardTape(Path dataFolder, List<TapedString> taped, String program, Supplier<String> configuration,
            FullRate fullRate,
            Sealing sealing, BiConsumer<Actor, String> mayRead) {
        this(dataFolder, taped, program, configuration, fullRate, sealing, mayRead, MOST_BOXES, MOST_BYTES);
    }

    FileGuardTape(Path dataFolder, List<TapedString> taped, String program, Supplier<String> configuration,
            FullRate fullRate,
            Sealing sealing, BiConsumer<Actor, String> mayRead, int mostBoxes, long mostBytes) {
        Path folder = dataFolder.resolve("safety");
        this.mayRead = mayRead;
        shelf = new BoxShelf(folder.resolve("boxes"), mostBoxes, mostBytes);
        tapes = folder.resolve("tape");
        sealer = new BoxSealing(shelf, sealing);
        list = new BoxList(shelf);
        for (TapedString each : taped) {
            String id = each.string().id();
            StringTape tape = new StringTape(
                    each, new TapeFolder(tapes.resolve(id)), program, configuration);
            OneString one = new OneString(tape, new StringBoxes(each, tape, shelf, fullRate, sealer));
            strings.put(id, one);
            each.breaker().ifPresent(
                    breaker -> breakers.computeIfAbsent(breaker.id(), any -> new ArrayList<>()).add(one));
        }
    }

    @Override
    public synchronized void record(GuardNote note) throws IOException {
        boolean interrupted = Thread.interrupted(); // who ends this thread must not thereby make a gap
        IOException failure = null;
        try {
            begin();
            for (OneString one : of(note)) {
                try {
                    one.boxes.load();
                    one.tape.record(note);
                    one.boxes.follow(note);
                } catch (IOException e) {
                    failure = e;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        shelf.forgetUnfinished();
        begun = true;
        for (OpenBox box : shelf.openBoxes()) {
            if (!strings.containsKey(box.string())) { // the site has lost that string: nothing more comes of it
                sealer.seal(box, new TapeFolder(tapes.resolve(box.string())));
            }
        }
    }

    private List<OneString> of(GuardNote note) {
        if (note instanceof GuardNote.Sampled sampled) {
            return string(sampled.string());
        } else if (note instanceof GuardNote.LearnsAnew learns) {
            return string(learns.string());
        } else if (note instanceof GuardNote.Stepped stepped) {
            return breakers.getOrDefault(stepped.breaker(), List.of());
        } else if (note instanceof GuardNote.Acted acted) {
            return breakers.getOrDefault(acted.breaker(), List.of());
        } else if (note instanceof GuardNote.Told told) {
            return breakers.getOrDefault(told.breaker(), List.of());
        }
        return breakers.getOrDefault(((GuardNote.Proved) note).breaker(), List.of());
    }

    private List<OneString> string(String id) {
        OneString one = strings.get(id);
        return one == null ? List.of() : List.of(one);
    }

    @Override
    public synchronized void lost(long notes) {
        strings.values().forEach(one -> one.tape.lost(notes));
    }

    /** Brings everything to the disk; what comes later begins new files. */
    public synchronized void close() throws IOException {
        for (OneString one : strings.values()) {
            one.tape.close();
        }
    }

    @Override
    public synchronized List<BlackBox> boxes() {
        List<BlackBox> boxes = new ArrayList<>(list.boxes());
        boxes.sort(Comparator.comparingLong(BlackBox::beganMillis).reversed());
        return boxes;
    }

    @Override
    public synchronized Optional<InputStream> open(Actor who, String name) throws IOException {
        Optional<BlackBox> found = boxes().stream().filter(box -> box.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        mayRead.accept(who, found.get().string());
        if (found.get().sealed()) {
            return Optional.of(Files.newInputStream(shelf.folder().resolve(name)));
        }
        OneString one = strings.get(found.get().string());
        OpenBox box = shelf.openOf(found.get().string());
        if (one == null || box == null) {
            return Optional.empty();
        }
        Path file = Files.createTempFile(shelf.folder(), name, ".new");
        try {
            new BoxMaking(box, one.tape.folder(), shelf).make(file, false);
            return Optional.of(deletedBehind(file));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static InputStream deletedBehind(Path file) throws IOException {
        return new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public void close() throws IOException {
                super.close();
                Files.deleteIfExists(file);
            }
        };
    }
}
