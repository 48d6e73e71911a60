// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of records: {@code alarms-2026-11.jsonl}, or {@code alarms-2026-11-2.jsonl} when the first one of that month was
 * full. Nothing in it is of a later month, also when the clock was set back.
 */
record RecordFile(YearMonth month, int part) implements Comparable<RecordFile> {

    private static final Pattern NAME = Pattern.compile("alarms-(\\d{4})-(0[1-9]|1[0-2])(?:-([1-9]\\d{0,5}))?\\.jsonl");
    private static final Comparator<RecordFile> ORDER =
            Comparator.comparing(RecordFile::month).thenComparing(RecordFile::part);
    private static final YearMonth FIRST = YearMonth.of(0, 1);
    private static final YearMonth LAST = YearMonth.of(9999, 12);

    /** Returns the month in UTC; the first or last that has a name for times that are further away. */
    static YearMonth monthOf(long atMillis) {
        YearMonth month = YearMonth.from(Instant.ofEpochMilli(atMillis).atZone(ZoneOffset.UTC));
        return month.isBefore(FIRST) ? FIRST : month.isAfter(LAST) ? LAST : month;
    }

    private static Optional<RecordFile> named(String name) {
        Matcher match = NAME.matcher(name);
        return match.matches()
                ? Optional.of(new RecordFile(
                        YearMonth.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))),
                        match.group(3) == null ? 1 : Integer.parseInt(match.group(3))))
                : Optional.empty();
    }

    /** Returns all in a folder, the oldest first. */
    static List<RecordFile> in(Path folder) throws IOException {
        List<RecordFile> files = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder, "alarms-*.jsonl")) {
            names.forEach(name -> named(name.getFileName().toString()).ifPresent(files::add));
        } catch (NoSuchFileException nothingKept) {
            return files;
        }
        files.sort(null);
        return files;
    }

    Path path(Path folder) {
        return folder.resolve(name());
    }

    private String name() {
        String further = part == 1 ? "" : "-" + part;
        return String.format(Locale.ROOT, "alarms-%04d-%02d%s.jsonl", month.getYear(), month.getMonthValue(), further);
    }

    RecordFile next() {
        return new RecordFile(month, part + 1);
    }

    @Override
    public int compareTo(RecordFile other) {
        return ORDER.compare(this, other);
    }
}
