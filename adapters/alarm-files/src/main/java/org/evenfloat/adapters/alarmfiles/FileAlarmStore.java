// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmRecord;

/**
 * Alarms in files of one folder ({@code docs/alarm-files.md}). Only {@code keep} and {@code append} touch a file, so that
 * another process may read the folder of a running server; two that write are one too many.
 */
public final class FileAlarmStore implements AlarmStore {

    private static final String CONSEQUENCE = "alarms that stood are raised anew, what was hidden is shown";

    private final Path folder;
    private final KeptFile state;
    private final RecordFiles files;
    private final RecordSearch search;

    /** @param folder holds nothing else; made when something is kept first */
    public FileAlarmStore(Path folder) {
        this(folder, RecordLimits.USUAL);
    }

    FileAlarmStore(Path folder, RecordLimits limits) {
        this.folder = folder;
        state = new KeptFile(folder.resolve("state.json"));
        files = new RecordFiles(folder, limits);
        search = new RecordSearch(folder);
    }

    /** Returns the folder of the alarms in a data folder. */
    public static Path folder(Path dataFolder) {
        return dataFolder.resolve("alarms");
    }

    @Override
    public synchronized AlarmMemento load() throws AlarmStoreFailure {
        try {
            Optional<AlarmMemento> kept = state.read(StateJson::read, CONSEQUENCE);
            long last = files.lastNumber();
            // There is at least one record for each sequence, so that a lost sequence is not above the last number.
            return kept.map(memento -> new AlarmMemento(
                            Math.max(memento.lastSequence(), memento.lastRecord() < last ? last : 0),
                            Math.max(memento.lastRecord(), last), memento.alarms(), memento.pending()))
                    .orElse(new AlarmMemento(last, last, List.of(), List.of()));
        } catch (IOException e) {
            throw new AlarmStoreFailure("The alarms in " + folder + " cannot be read: " + KeptFile.reason(e)
                    + " (check the rights of that folder).", e);
        }
    }

    @Override
    public synchronized void keep(AlarmMemento memento) throws AlarmStoreFailure {
        write(() -> state.replace(StateJson.bytes(memento)));
    }

    @Override
    public synchronized void append(List<AlarmRecord> records) throws AlarmStoreFailure {
        if (!records.isEmpty()) {
            write(() -> files.append(records));
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void write(Work work) throws AlarmStoreFailure {
        boolean interrupted = Thread.interrupted(); // who ends this thread must not thereby make it keep nothing
        try {
            work.run();
        } catch (IOException e) {
            throw new AlarmStoreFailure("The alarms in " + folder + " cannot be written: " + KeptFile.reason(e)
                    + " (check the free space and the rights of that folder).", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public List<AlarmRecord> records(AlarmQuestion question) throws AlarmStoreFailure {
        try {
            return search.find(question);
        } catch (IOException e) {
            throw new AlarmStoreFailure("The records of alarms in " + folder + " cannot be read: " + KeptFile.reason(e)
                    + " (check the rights of that folder).", e);
        }
    }
}
