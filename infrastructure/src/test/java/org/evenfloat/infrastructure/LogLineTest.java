// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** How an entry of the log is written; people read the one form, the page's log reads the other. */
class LogLineTest {

    private static final long AT_MILLIS = 1_795_650_635_019L;

    private static LoggingEvent event(String thread, Throwable failure, String message, Object... values) {
        LoggingEvent event = new LoggingEvent(
                "test", new LoggerContext().getLogger("org.evenfloat.application.sweep.LineSweeper"), Level.WARN, message,
                failure, values);
        event.setThreadName(thread);
        event.setInstant(Instant.ofEpochMilli(AT_MILLIS));
        return event;
    }

    @Test
    void theFileSaysDayOffsetThreadAndWhoSaidIt() {
        String line = LogLine.forFile().doLayout(event("line-L1", null, "{} is silent", "L1"));
        assertThat(line).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.019(Z|[+-]\\d\\d:\\d\\d)"
                + " WARN  \\[line-L1] o\\.e\\.a\\.s\\.LineSweeper L1 is silent\n");
        assertThat(OffsetDateTime.parse(line.substring(0, line.indexOf(' '))).toInstant().toEpochMilli())
                .isEqualTo(AT_MILLIS);
    }

    @Test
    void theFileHoldsTheWholeStackOfAFailure() {
        String lines = LogLine.forFile().doLayout(event("web", new IllegalStateException("no room"), "It failed"));
        assertThat(lines).contains("LineSweeper It failed\njava.lang.IllegalStateException: no room\n")
                .contains("\tat org.evenfloat.infrastructure.LogLineTest.theFileHoldsTheWholeStackOfAFailure")
                .endsWith("\n");
    }

    @Test
    void theConsoleHasAColumnForTheEndOfTheThreadsName() {
        assertThat(LogLine.forConsole().doLayout(event("main", null, "Started")))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.019 WARN  main           Started\n");
        assertThat(LogLine.forConsole().doLayout(event("a-very-long-name-of-line-L1", null, "Started")))
                .matches("\\S+ WARN  ame-of-line-L1 Started\n");
    }

    @Test
    void theConsoleSaysOnlyTheFirstLineOfAFailure() {
        String lines = LogLine.forConsole().doLayout(event("web", new IllegalStateException("no room"), "It failed"));
        assertThat(lines).endsWith("It failed\njava.lang.IllegalStateException: no room\n");
    }
}
