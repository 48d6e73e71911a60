// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.evenfloat.application.port.in.LogTail;
import org.evenfloat.application.port.in.LogTail.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("evenfloat.log"), text);
    }

    private static String line(int second, String level, String text) {
        return String.format("2026-11-22T14:03:%02d.250+01:00 %-5s [line-L1] o.e.a.sweep.LineSweeper %s%n", second, level,
                text);
    }

    @Test
    void readsEntriesWithWhatBelongsToThem() throws Exception {
        Path file = file(line(1, "INFO", "Up.") + line(2, "WARN", "Lost") + "java.io.IOException: gone\n\tat A.b\n"
                + line(3, "ERROR", "µΩ"));
        LogTail tail = LogReader.read(file, 10, Level.INFO);
        assertThat(tail.more()).isFalse();
        assertThat(tail.entries()).hasSize(3);
        LogTail.Entry lost = tail.entries().get(1);
        assertThat(lost.atMillis()).isEqualTo(Instant.parse("2026-11-22T13:03:02.250Z").toEpochMilli());
        assertThat(lost.level()).isEqualTo(Level.WARN);
        assertThat(lost.thread()).isEqualTo("line-L1");
        assertThat(lost.logger()).isEqualTo("o.e.a.sweep.LineSweeper");
        assertThat(lost.text()).isEqualTo("Lost\njava.io.IOException: gone\n\tat A.b");
        assertThat(tail.entries().get(2).text()).isEqualTo("µΩ");
    }

    @Test
    void returnsTheNewestOfThatLevel() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(line(i, i % 2 == 0 ? "INFO" : "WARN", "n" + i));
        }
        LogTail tail = LogReader.read(file(text.toString()), 3, Level.WARN);
        assertThat(tail.entries()).extracting(LogTail.Entry::text).containsExactly("n15", "n17", "n19");
        assertThat(tail.more()).isTrue();
        assertThat(LogReader.read(file(text.toString()), 100, Level.ERROR).entries()).isEmpty();
    }

    @Test
    void readsNoMoreThanItsLimitOfALargeFile() throws Exception {
        StringBuilder text = new StringBuilder(line(1, "ERROR", "before the limit"));
        String filler = line(2, "INFO", "µ".repeat(1_000));
        while (text.length() < LogReader.MOST_BYTES) {
            text.append(filler);
        }
        LogTail all = LogReader.read(file(text.toString()), 2_000, Level.INFO);
        assertThat(all.entries()).hasSize(2_000);
        assertThat(all.entries()).extracting(LogTail.Entry::text).containsOnly("µ".repeat(1_000));
        LogTail errors = LogReader.read(file(text.toString()), 2_000, Level.ERROR);
        assertThat(errors.entries()).isEmpty();
        assertThat(errors.more()).isTrue();
    }

    @Test
    void longTextsAreCut() throws Exception {
        LogTail tail = LogReader.read(file(line(1, "INFO", "Up.") + "\tat A.b\n".repeat(10_000)), 10, Level.INFO);
        assertThat(tail.entries().get(0).text()).hasSize(LogReader.MOST_TEXT + 1).endsWith("…");
    }

    @Test
    void missingAndEmptyAndForeignFilesHoldNothing() throws Exception {
        assertThat(LogReader.read(folder.resolve("none.log"), 10, Level.TRACE).entries()).isEmpty();
        assertThat(LogReader.read(file(""), 10, Level.TRACE).entries()).isEmpty();
        assertThat(LogReader.read(file("something else\n9999-99-99T99:99:99.000Z INFO  [a] b c\n"), 10, Level.TRACE)
                .entries()).isEmpty();
    }
}
