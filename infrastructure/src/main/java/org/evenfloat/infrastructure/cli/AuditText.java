// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.time.Instant;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.domain.access.AuditEntry;

/** Entries of the audit on a terminal. What others have typed moves no cursor and turns no line. */
final class AuditText {

    private AuditText() {}

    static String stamp(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    static String line(Written written) {
        AuditEntry entry = written.entry();
        String change = entry.before().isEmpty() ? entry.after() : entry.before() + " -> " + entry.after();
        return plain(written.number() + "  " + stamp(entry.atMillis()) + "  " + entry.who() + " (" + entry.from() + ")  "
                + entry.verb() + "  " + entry.target() + "  " + entry.outcome() + (change.isEmpty() ? "" : "  " + change));
    }

    /** Returns the text with everything that does not show as itself made visible. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR) {
                plain.append(String.format("\\u%04x", c));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }
}
