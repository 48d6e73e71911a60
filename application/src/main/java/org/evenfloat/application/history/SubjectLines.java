// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.evenfloat.domain.topology.Site;

/** Which lines the subject of an event hangs on. */
final class SubjectLines {

    private final Map<String, Set<String>> linesBySubject = new HashMap<>();

    SubjectLines(Site site) {
        site.lines().forEach(line -> put(line, line));
        site.strings().forEach(string -> string.blocks().forEach(block -> {
            put(block.id(), block.module().line());
            put(string.id(), block.module().line());
        }));
        site.sensors().forEach(sensor -> put(sensor.id(), sensor.address().line()));
    }

    private void put(String subject, String line) {
        linesBySubject.computeIfAbsent(subject, unused -> new HashSet<>()).add(line);
    }

    /** Returns the lines, none when the subject is the server itself or not of this site. */
    Set<String> of(String subject) {
        return linesBySubject.getOrDefault(subject, Set.of());
    }
}
