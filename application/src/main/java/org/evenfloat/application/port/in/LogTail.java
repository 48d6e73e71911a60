// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;

/**
 * The end of the log.
 *
 * @param entries oldest first
 * @param more whether the file holds older entries that were not looked at or left out
 */
public record LogTail(List<Entry> entries, boolean more) {

    /** How important an entry is, ascending. */
    public enum Level {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /**
     * One entry of the log.
     *
     * @param atMillis when it was written, epoch ms
     * @param level how important
     * @param thread name of the thread that wrote it
     * @param logger what wrote it, shortened
     * @param text the message, and after line feeds what belongs to it, such as a stack trace
     */
    public record Entry(long atMillis, Level level, String thread, String logger, String text) {}

    public LogTail {
        entries = List.copyOf(entries);
    }
}
