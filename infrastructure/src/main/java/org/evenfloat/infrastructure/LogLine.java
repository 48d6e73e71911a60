// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How one entry of the log is written. Said in code because the log library's patterns bring some 160 classes for what
 * these lines do: more than 1 MB of memory in every server.
 */
abstract class LogLine extends LayoutBase<ILoggingEvent> {

    private final DateTimeFormatter time;

    private LogLine(String pattern) {
        time = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** For people at a terminal: the time of day, the thread, the message; of a failure its first line. */
    static LogLine forConsole() {
        return new LogLine("HH:mm:ss.SSS") {
            private static final int THREAD = 14;

            @Override
            void entry(StringBuilder line, ILoggingEvent event) {
                String thread = event.getThreadName();
                // The end of a long name tells more than its beginning.
                line.append(padded(thread.substring(Math.max(0, thread.length() - THREAD)), THREAD)).append(' ')
                        .append(event.getFormattedMessage()).append('\n');
                if (event.getThrowableProxy() != null) {
                    ThrowableProxyUtil.subjoinFirstLine(line, event.getThrowableProxy());
                    line.append('\n');
                }
            }
        };
    }

    /** For the file: the day, the offset of the clock, who said it, and a failure with its whole stack. */
    static LogLine forFile() {
        return new LogLine("yyyy-MM-dd'T'HH:mm:ss.SSSXXX") {
            @Override
            void entry(StringBuilder line, ILoggingEvent event) {
                line.append('[').append(event.getThreadName()).append("] ").append(shortName(event.getLoggerName()))
                        .append(' ').append(event.getFormattedMessage()).append('\n');
                if (event.getThrowableProxy() != null) {
                    line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
                }
            }
        };
    }

    /** Writes what follows the time and the level. */
    abstract void entry(StringBuilder line, ILoggingEvent event);

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        time.formatTo(Instant.ofEpochMilli(event.getTimeStamp()).atZone(ZoneId.systemDefault()), line);
        line.append(' ').append(padded(event.getLevel().toString(), 5)).append(' ');
        entry(line, event);
        return line.toString();
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** The packages of a class by their first letters. */
    private static String shortName(String logger) {
        StringBuilder name = new StringBuilder();
        int from = 0;
        for (int dot = logger.indexOf('.'); dot >= 0; dot = logger.indexOf('.', from)) {
            name.append(logger.charAt(from)).append('.');
            from = dot + 1;
        }
        return name.append(logger, from, logger.length()).toString();
    }
}
