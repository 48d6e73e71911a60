// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.domain.alarm.AlarmRecord;

/**
 * Reads the newest records backwards. Needs no lock against whoever writes meanwhile, in this process or in another one:
 * an append that is not there as a whole is left out. Safe for several threads.
 */
final class RecordSearch {

    /** Files that are removed or cut meanwhile make a search begin again. */
    private static final int ATTEMPTS = 3;

    private static final int LONGEST_FIRST_LINE = 64 * 1024;

    private final Path folder;

    RecordSearch(Path folder) {
        this.folder = folder;
    }

    List<AlarmRecord> find(AlarmQuestion question) throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                return attempt(question);
            } catch (EOFException | FileNotFoundException | NoSuchFileException changed) {
                if (attempt == ATTEMPTS) {
                    throw changed;
                }
            }
        }
    }

    private List<AlarmRecord> attempt(AlarmQuestion question) throws IOException {
        List<AlarmRecord> found = new ArrayList<>();
        List<RecordFile> files = RecordFile.in(folder);
        YearMonth from = RecordFile.monthOf(question.fromMillis());
        int most = Math.min(question.most(), AlarmStore.MOST_RECORDS);
        for (int i = files.size() - 1; i >= 0 && found.size() < most; i--) {
            RecordFile file = files.get(i);
            if (file.month().isBefore(from)) {
                break; // nothing in it, or in an older one, is of a later month
            }
            if (question.beforeNumber() == Long.MAX_VALUE || first(file) < question.beforeNumber()) {
                search(file, i < files.size() - 1, question, most, found);
            }
        }
        return found;
    }

    /** @param finished whether what was appended last to that file is there as a whole for certain */
    private void search(RecordFile file, boolean finished, AlarmQuestion question, int most, List<AlarmRecord> found)
            throws IOException {
        boolean settled = finished;
        try (BackwardLines lines = new BackwardLines(file.path(folder))) {
            for (byte[] line = lines.next(); line != null && found.size() < most; line = lines.next()) {
                Optional<RecordLine> read = lines.whole() ? RecordLine.parse(line) : Optional.empty();
                if (read.isPresent() && (settled || read.get().more() == 0)) {
                    settled = true;
                    read.get().record().filter(record -> wanted(record, question)).ifPresent(found::add);
                }
            }
        }
    }

    private static boolean wanted(AlarmRecord record, AlarmQuestion question) {
        return record.number() < question.beforeNumber()
                && record.atMillis() >= question.fromMillis() && record.atMillis() <= question.toMillis()
                && (question.definitions().isEmpty() || question.definitions().contains(record.definition()))
                && (question.subjects().isEmpty() || question.subjects().contains(record.subject()));
    }

    /** Returns the number of the first record of a file; a small one when it cannot be told. */
    private long first(RecordFile file) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path(folder)), 1024)) {
            for (int c = in.read(); c >= 0 && c != '\n' && line.size() < LONGEST_FIRST_LINE; c = in.read()) {
                line.write(c);
            }
        }
        return RecordLine.parse(line.toByteArray()).map(RecordLine::number).orElse(Long.MIN_VALUE);
    }
}
