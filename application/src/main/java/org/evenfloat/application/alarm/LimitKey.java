// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmScope;

/**
 * The key of a setting about a limit, such as {@code strings.A1.alarms.block-voltage-low-alarm.limit}.
 *
 * @param group {@code strings}, {@code blocks}, {@code lines} or {@code server}
 * @param subject id of the string, block or line; empty for the monitor itself
 * @param definition id of a row of the table, as it was written
 * @param part which part of the limit, as it was written
 */
public record LimitKey(String group, String subject, String definition, String part) {

    static final String SERVER = "server";

    private static final String ALARMS = ".alarms";

    /** Returns the groups in which limits of a sort of thing can be given. */
    static List<String> groups(AlarmScope scope) {
        return switch (scope) {
            case BLOCK -> List.of("strings", "blocks");
            case STRING -> List.of("strings");
            case LINE -> List.of("lines");
            case BREAKER -> List.of(); // none of them has anything to set
            case SERVER -> List.of(SERVER);
        };
    }

    /** Returns the key of a part of a limit. */
    public static String of(String group, String subject, AlarmDefinition definition, LimitPart part) {
        return new LimitKey(group, subject, definition.id(), part.word()).toString();
    }

    /** Returns a key taken apart; empty when it does not look like one of a limit. */
    static Optional<LimitKey> parse(String key) {
        int part = key.lastIndexOf('.');
        int definition = part < 1 ? -1 : key.lastIndexOf('.', part - 1);
        String place = definition < 1 ? "" : key.substring(0, definition);
        if (!place.endsWith(ALARMS)) {
            return Optional.empty();
        }
        String head = place.substring(0, place.length() - ALARMS.length());
        String word = key.substring(part + 1);
        String row = key.substring(definition + 1, part);
        if (head.equals(SERVER)) {
            return Optional.of(new LimitKey(SERVER, "", row, word));
        }
        int dot = head.indexOf('.');
        return dot < 1 || !List.of("strings", "blocks", "lines").contains(head.substring(0, dot)) ? Optional.empty()
                : Optional.of(new LimitKey(head.substring(0, dot), head.substring(dot + 1), row, word));
    }

    /** Returns the key as it is written. */
    @Override
    public String toString() {
        return group + (subject.isEmpty() ? "" : "." + subject) + ALARMS + "." + definition + "." + part;
    }
}
