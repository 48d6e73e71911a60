// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Site;

/** What alarms can be about on one site, and to which strings it belongs. Immutable. */
public final class AlarmPlaces {

    private final Map<String, List<String>> blocks = new HashMap<>();
    private final Map<String, List<String>> strings = new LinkedHashMap<>();
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Map<String, List<String>> breakers = new LinkedHashMap<>();

    public AlarmPlaces(Site site) {
        site.lines().forEach(line -> lines.put(line, new ArrayList<>()));
        site.strings().forEach(this::add);
        site.breakers().forEach(breaker -> breakers.put(breaker.id(), breaker.strings()));
    }

    private void add(BatteryString string) {
        List<String> own = List.of(string.id());
        strings.put(string.id(), own);
        for (Block block : string.blocks()) {
            blocks.put(block.id(), own);
            List<String> ofLine = lines.get(block.module().line());
            if (!ofLine.contains(string.id())) {
                ofLine.add(string.id());
            }
        }
    }

    private Map<String, List<String>> of(AlarmScope scope) {
        return switch (scope) {
            case BLOCK -> blocks;
            case STRING -> strings;
            case LINE -> lines;
            case BREAKER -> breakers;
            case SERVER -> Map.of(AlarmPoint.SERVER, List.of());
        };
    }

    /** Returns the point of that id; empty when this site has no such thing or there is no such alarm. */
    public Optional<AlarmPoint> find(String id) {
        int slash = id.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String subject = id.substring(slash + 1);
        return AlarmTable.find(id.substring(0, slash))
                .filter(definition -> of(definition.signal().scope()).containsKey(subject))
                .map(definition -> new AlarmPoint(definition, subject));
    }

    /** Returns the strings that a point belongs to; empty for the site as a whole. */
    public List<String> strings(AlarmPoint point) {
        return of(point.definition().signal().scope()).getOrDefault(point.subject(), List.of());
    }

    /** Returns what a row of the table can be about here, in the order of the site where there is one. */
    public List<String> subjects(AlarmDefinition definition) {
        return List.copyOf(of(definition.signal().scope()).keySet());
    }
}
