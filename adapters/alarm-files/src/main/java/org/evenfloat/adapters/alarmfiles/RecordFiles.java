// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends records to the newest file. What was appended together is there whole or not at all: whatever a killed process
 * or a loss of power left unfinished is cut off before anything else is written. For one thread at a time.
 */
final class RecordFiles {

    /** Where the next record goes: behind so many bytes of a file, none when there is no file, after that number. */
    private record Tail(Optional<RecordFile> file, long bytes, long lastNumber) {}

    private static final Logger LOG = LoggerFactory.getLogger(RecordFiles.class);

    private final Path folder;
    private final RecordLimits limits;
    private Tail tail;

    /** Whether records of an append that failed may be there all the same. */
    private boolean unsure;

    RecordFiles(Path folder, RecordLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** Returns the number of the last record that is there; 0 when there is none. Writes nothing. */
    long lastNumber() throws IOException {
        return find().lastNumber();
    }

    void append(List<AlarmRecord> records) throws IOException {
        Tail now = tail;
        tail = null; // whatever goes wrong from here on, the end is looked at anew the next time
        if (now == null || !unchanged(now)) {
            now = find();
            cut(now);
        }
        List<AlarmRecord> missing = missing(records, now.lastNumber());
        if (missing.isEmpty()) {
            unsure = false;
            tail = now;
            return;
        }
        YearMonth month = missing.stream().map(record -> RecordFile.monthOf(record.atMillis())).max(YearMonth::compareTo)
                .orElseThrow();
        RecordFile file = file(now, month);
        long before = now.file().equals(Optional.of(file)) ? now.bytes() : 0;
        byte[] bytes = RecordLine.bytes(missing);
        PrivateFiles.makeFolder(folder);
        PrivateFiles.makeFile(file.path(folder));
        write(file, before, bytes);
        unsure = false;
        tail = new Tail(Optional.of(file), before + bytes.length, missing.get(missing.size() - 1).number());
        forget(file);
    }

    private List<AlarmRecord> missing(List<AlarmRecord> records, long last) throws IOException {
        List<AlarmRecord> missing = new ArrayList<>(records);
        if (unsure) {
            missing.removeIf(record -> record.number() <= last);
        }
        long before = last;
        for (AlarmRecord record : missing) {
            if (record.number() <= before) {
                throw new IOException("record " + record.number() + " after record " + before);
            }
            before = record.number();
        }
        return missing;
    }

    private RecordFile file(Tail now, YearMonth month) {
        if (now.file().isEmpty() || now.file().get().month().isBefore(month)) {
            return new RecordFile(month, 1);
        }
        return now.bytes() < limits.fileBytes() ? now.file().get() : now.file().get().next();
    }

    private void write(RecordFile file, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.path(folder).toFile(), "rw")) {
            try {
                out.seek(at);
                out.write(bytes);
                out.getFD().sync();
            } catch (IOException e) {
                unsure = true;
                out.setLength(at); // of a full disk: what was written in part makes room
                throw e;
            }
        }
    }

    private boolean unchanged(Tail known) throws IOException {
        if (known.file().isEmpty()) {
            return RecordFile.in(folder).isEmpty();
        }
        Path file = known.file().get().path(folder);
        return Files.exists(file) && Files.size(file) == known.bytes();
    }

    /** Looks for the last record that is there with all that was appended together with it. */
    private Tail find() throws IOException {
        List<RecordFile> files = RecordFile.in(folder);
        Optional<RecordFile> newest = files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1));
        for (int i = files.size() - 1; i >= 0; i--) {
            try (BackwardLines lines = new BackwardLines(files.get(i).path(folder))) {
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    Optional<RecordLine> read = lines.whole() ? RecordLine.parse(line) : Optional.empty();
                    if (read.isPresent() && read.get().more() == 0) {
                        long end = i == files.size() - 1 ? lines.lineEnd() : 0;
                        return new Tail(newest, end, read.get().number());
                    }
                }
            }
        }
        return new Tail(newest, 0, 0);
    }

    private void cut(Tail found) throws IOException {
        if (found.file().isEmpty()) {
            return;
        }
        Path file = found.file().get().path(folder);
        long torn = Files.size(file) - found.bytes();
        if (torn > 0) {
            LOG.warn("{}: {} bytes behind record {} were never finished and are cut off", file, torn, found.lastNumber());
        }
        if (torn > 0 || unsure) {
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                out.setLength(found.bytes());
                out.getFD().sync();
            }
        }
    }

    /** What is not forgotten now is forgotten with the next record. */
    private void forget(RecordFile newest) throws IOException {
        List<RecordFile> files = RecordFile.in(folder);
        long bytes = 0;
        for (RecordFile file : files) {
            bytes += Files.size(file.path(folder));
        }
        long months = files.stream().map(RecordFile::month).distinct().count();
        for (RecordFile file : files) {
            if (file.equals(newest) || bytes <= limits.budgetBytes() && months <= limits.months()) {
                return;
            }
            bytes -= Files.size(file.path(folder));
            Files.deleteIfExists(file.path(folder));
            months = files.stream().filter(each -> each.compareTo(file) > 0).map(RecordFile::month).distinct().count();
        }
    }
}
