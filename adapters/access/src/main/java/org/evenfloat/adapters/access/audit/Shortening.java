// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which entries were removed for lack of room.
 *
 * @param last number of the last one
 * @param hash of the last one, from which the rest goes on
 */
record Shortening(long last, String hash) {

    private static final Pattern TEXT =
            Pattern.compile("entries up to ([0-9]{1,18}), the last with the hash ([0-9a-f]{64})");

    /** Returns how it is written down that a file goes. */
    static String text(AuditPart file) throws IOException {
        try (BackwardLines lines = new BackwardLines(List.of(file))) {
            for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
                try {
                    AuditLine line = AuditLine.parse(bytes);
                    return "entries up to " + line.number() + ", the last with the hash " + line.hash();
                } catch (IOException damaged) {
                    // the line before may be whole
                }
            }
        }
        return "a file without any entry that can be read";
    }

    /** Returns what an entry tells about it; empty when it tells of something else. */
    static Optional<Shortening> of(AuditLine line) {
        if (!line.entry().verb().equals(AuditFiles.SHORTENED)) {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(line.entry().before());
        return matcher.matches()
                ? Optional.of(new Shortening(Long.parseLong(matcher.group(1)), matcher.group(2))) : Optional.empty();
    }
}
