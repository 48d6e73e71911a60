// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.application.port.in.LogTail;
import org.evenfloat.application.port.in.LogTail.Entry;
import org.evenfloat.application.port.in.LogTail.Level;

/** Reads a log file from its end, in steps and no further than needed, at most {@value #MOST_BYTES} bytes. */
final class LogReader {

    static final int MOST_BYTES = 4 << 20;

    private static final int FIRST_BYTES = 1 << 16;
    private static final int GROWTH = 4;

    /** Longest text of an entry; a stack trace of some hundred lines. */
    static final int MOST_TEXT = 16_384;

    /** How LogFiles writes the first line of an entry. */
    private static final Pattern ENTRY = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(?:Z|[+-]\\d\\d:\\d\\d)) (TRACE|DEBUG|INFO|WARN|ERROR) +"
                    + "\\[(.*?)] (\\S+) (.*)");

    private LogReader() {}

    static LogTail read(Path file, int entries, Level least) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            for (int bytes = FIRST_BYTES;; bytes = Math.min(MOST_BYTES, bytes * GROWTH)) {
                long from = Math.max(0, size - bytes);
                Deque<Entry> found = parse(lines(channel, from, (int) (size - from)), least);
                if (found.size() > entries || from == 0 || bytes == MOST_BYTES) {
                    boolean more = from > 0 || found.size() > entries;
                    while (found.size() > entries) {
                        found.removeFirst();
                    }
                    return new LogTail(List.copyOf(found), more);
                }
            }
        } catch (NoSuchFileException nothingLoggedYet) {
            return new LogTail(List.of(), false);
        }
    }

    /** Returns whole lines: what is before the first line end belongs to a line that began earlier. */
    private static String[] lines(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // reads on
        }
        String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        return (from == 0 ? text : text.substring(text.indexOf('\n') + 1)).split("\n");
    }

    private static Deque<Entry> parse(String[] lines, Level least) {
        Deque<Entry> entries = new ArrayDeque<>();
        List<String> rest = new ArrayList<>();
        for (int i = lines.length - 1; i >= 0; i--) {
            Matcher entry = ENTRY.matcher(lines[i]);
            if (entry.matches() && instant(entry.group(1)) >= 0) {
                Level level = Level.valueOf(entry.group(2));
                if (level.compareTo(least) >= 0) {
                    entries.addFirst(new Entry(
                            instant(entry.group(1)), level, entry.group(3), entry.group(4), text(entry.group(5), rest)));
                }
                rest.clear();
            } else {
                rest.add(lines[i]);
            }
        }
        return entries;
    }

    private static String text(String message, List<String> restBackwards) {
        StringBuilder text = new StringBuilder(message);
        for (int i = restBackwards.size() - 1; i >= 0 && text.length() <= MOST_TEXT; i--) {
            text.append('\n').append(restBackwards.get(i).stripTrailing());
        }
        if (text.length() > MOST_TEXT) {
            text.setLength(MOST_TEXT);
            text.append('…');
        }
        return text.toString();
    }

    private static long instant(String iso) {
        try {
            return OffsetDateTime.parse(iso).toInstant().toEpochMilli();
        } catch (DateTimeException notOurs) {
            return -1;
        }
    }
}
