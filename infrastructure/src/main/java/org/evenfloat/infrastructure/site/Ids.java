// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ids given so far: unique over lines, batteries, strings, relay modules and breakers, because events and the API name
 * things by them. No dash, so that the id of a block, {@code string-number}, is never that of something else.
 */
final class Ids {

    static final String ID = "[A-Za-z][A-Za-z0-9_.]{0,31}";

    private static final Pattern PATTERN = Pattern.compile(ID);

    private final Map<String, Integer> lines = new HashMap<>();

    /** Returns the id of the section as written, also when it is wrong; empty when there is none. */
    Optional<String> claim(Section section) {
        String allowed = "an id of 1 to 32 letters, digits, _ and ., beginning with a letter";
        Optional<Entry> entry = section.need("id", allowed);
        if (entry.isEmpty() || entry.get().matching(PATTERN, allowed).isEmpty()) {
            return entry.flatMap(Entry::scalar);
        }
        String id = entry.get().scalar().orElseThrow();
        Integer first = lines.putIfAbsent(id, entry.get().line());
        if (first != null) {
            entry.get().reject(entry.get().given() + ", already used in line " + first,
                    "an id that no other line, battery, string, relay module or breaker has");
        }
        return Optional.of(id);
    }
}
