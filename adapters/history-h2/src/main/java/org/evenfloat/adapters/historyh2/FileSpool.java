// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.KeptSweep;
import org.evenfloat.application.port.out.Spool;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.topology.LineRoster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A spool in files of a folder. What was kept survives the death of the process. */
public final class FileSpool implements Spool {

    /** Largest size unless told otherwise: a day of one sweep of 64 modules every 2 s. */
    public static final long USUAL_BYTES = 32L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FileSpool.class);
    /** Files a full spool has; giving up the oldest one loses this part of it. */
    private static final int SEGMENTS = 16;

    private final Path folder;
    private final long maxBytes;
    private final SpoolSegments events;
    private final SpoolSegments sweeps;
    private final Map<String, LineRoster> rosters = new HashMap<>();
    private final Map<LineRoster, String> names = new HashMap<>();
    private volatile long waiting;

    /**
     * Opens the spool and finds what an earlier run left.
     *
     * @param folder folder of its own; created when it is missing
     * @param maxBytes largest size of its files together
     */
    public FileSpool(Path folder, long maxBytes) throws HistoryFailure {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.events = new SpoolSegments(folder, "events", maxBytes / SEGMENTS);
        this.sweeps = new SpoolSegments(folder, "sweeps", maxBytes / SEGMENTS);
        run("opened", () -> {
            Files.createDirectories(folder);
            events.load();
            sweeps.load();
            return 0;
        });
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T run(String what, Work<T> work) throws HistoryFailure {
        try {
            return work.run();
        } catch (IOException failure) {
            throw new HistoryFailure("spool in " + folder + " could not be " + what + ": " + failure.getMessage()
                    + " (check the free space and the rights of that folder)", failure);
        } finally {
            waiting = (long) events.records() + sweeps.records();
        }
    }

    @Override
    public int keepEvents(List<Event> kept) throws HistoryFailure {
        return run("written", () -> {
            int lost = 0;
            for (Event event : kept) {
                byte[] record = SpoolRecords.event(event);
                lost += makeRoom(record.length);
                events.append(record);
            }
            return lost;
        });
    }

    @Override
    public int keepSweep(KeptSweep sweep) throws HistoryFailure {
        return run("written", () -> {
            byte[] record = SpoolRecords.sweep(nameOf(sweep.roster()), sweep);
            int lost = makeRoom(record.length);
            sweeps.append(record);
            return lost;
        });
    }

    private int makeRoom(int bytes) throws IOException {
        int lost = 0;
        while (events.bytes() + sweeps.bytes() + bytes > maxBytes && !(sweeps.isEmpty() && events.isEmpty())) {
            lost += (sweeps.isEmpty() ? events : sweeps).dropFirstSegment();
        }
        return lost;
    }

    @Override
    public List<Event> firstEvents(int limit) throws HistoryFailure {
        return run("read", () -> {
            List<byte[]> records = events.first(limit);
            while (!records.isEmpty()) {
                List<Event> first = readable(records);
                if (!first.isEmpty()) {
                    return first;
                }
                events.drop(records.subList(0, 1));
                records = events.first(limit);
            }
            return List.of();
        });
    }

    /** Returns the events up to the first one that cannot be read, as of a kind that this version does not know. */
    private List<Event> readable(List<byte[]> records) {
        List<Event> readable = new ArrayList<>();
        for (byte[] record : records) {
            try {
                readable.add(SpoolRecords.event(record));
            } catch (IOException | RuntimeException unreadable) {
                LOG.warn("an event in the spool {} cannot be read; left out", folder, unreadable);
                break;
            }
        }
        return readable;
    }

    @Override
    public void dropEvents(int count) throws HistoryFailure {
        run("shortened", () -> {
            events.drop(events.first(count));
            return 0;
        });
    }

    @Override
    public Optional<KeptSweep> firstSweep() throws HistoryFailure {
        return run("read", () -> {
            List<byte[]> first = sweeps.first(1);
            while (!first.isEmpty()) {
                Optional<KeptSweep> sweep = sweep(first.get(0));
                if (sweep.isPresent()) {
                    return sweep;
                }
                sweeps.drop(first);
                first = sweeps.first(1);
            }
            return Optional.empty();
        });
    }

    private Optional<KeptSweep> sweep(byte[] record) {
        try {
            return Optional.of(SpoolRecords.sweep(record, rosterOf(SpoolRecords.rosterName(record))));
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("a sweep in the spool {} cannot be read; left out", folder, unreadable);
            return Optional.empty();
        }
    }

    @Override
    public void dropSweep() throws HistoryFailure {
        run("shortened", () -> {
            sweeps.drop(sweeps.first(1));
            if (sweeps.isEmpty()) {
                removeRosters();
            }
            return 0;
        });
    }

    @Override
    public long waiting() {
        return waiting;
    }

    /** Returns the name of a roster's file, which is written when it is not there. */
    private String nameOf(LineRoster roster) throws IOException {
        String known = names.get(roster);
        if (known != null) {
            return known;
        }
        byte[] bytes = SpoolRecords.roster(roster);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        String name = String.format("roster-%08x-%d.spool", crc.getValue(), bytes.length);
        Path written = folder.resolve(name + ".new");
        Files.write(written, bytes);
        Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        names.put(roster, name);
        rosters.put(name, roster);
        return name;
    }

    private LineRoster rosterOf(String name) throws IOException {
        LineRoster roster = rosters.get(name);
        if (roster == null) {
            roster = SpoolRecords.roster(Files.readAllBytes(folder.resolve(name)));
            rosters.put(name, roster);
        }
        return roster;
    }

    private void removeRosters() throws IOException {
        rosters.clear();
        names.clear();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("roster-")).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        rosters.clear();
        names.clear();
    }
}
