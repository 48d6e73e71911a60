// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every sort of alarm there is, in the order in which people see them. A new one is a new row. */
public final class AlarmTable {

    private static final List<AlarmDefinition> ALL =
            Stream.of(BlockAlarms.all(), StringAlarms.all(), ProtectionAlarms.all(), MonitorAlarms.all())
                    .flatMap(List::stream).toList();
    private static final Map<String, AlarmDefinition> BY_ID = byId();

    private AlarmTable() {}

    private static Map<String, AlarmDefinition> byId() {
        Map<String, AlarmDefinition> byId = new LinkedHashMap<>();
        for (AlarmDefinition definition : ALL) {
            if (byId.put(definition.id(), definition) != null) {
                throw new IllegalStateException(definition.id() + ": twice - every alarm once");
            }
        }
        return byId;
    }

    /** Returns all of them. */
    public static List<AlarmDefinition> all() {
        return ALL;
    }

    /** Returns those that are about that sort of thing. */
    public static List<AlarmDefinition> of(AlarmScope scope) {
        return ALL.stream().filter(definition -> definition.signal().scope() == scope).toList();
    }

    /** Returns the one of that id. */
    public static Optional<AlarmDefinition> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
