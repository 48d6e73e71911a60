// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.Site;

/**
 * Every point of a site: a column of a subject and a row. Made once; what is installed does not change while a server
 * runs. A point's index is its place in the arrays of a {@link NorthboundImage}: the rows of a column lie together.
 * Immutable.
 */
public final class PointTable {

    /** Most standing alarms that are told one by one; how many stand is always told. */
    public static final int MOST_ALARMS = 50;

    private final Map<PointSubject, List<String>> ids = new EnumMap<>(PointSubject.class);
    private final Map<PointSubject, Map<String, Integer>> rowOf = new EnumMap<>(PointSubject.class);
    private final int[] bases = new int[PointColumn.values().length];
    private final int[] firstBlocks;
    private final int size;
    private final List<List<Integer>> batteries;
    private final List<BatteryString> strings;

    public PointTable(Site site) {
        strings = site.strings().toList();
        List<String> blocks = new ArrayList<>();
        firstBlocks = new int[strings.size()];
        for (int i = 0; i < firstBlocks.length; i++) {
            firstBlocks[i] = blocks.size();
            strings.get(i).blocks().stream().map(Block::id).forEach(blocks::add);
        }
        batteries = site.batteries().stream()
                .map(battery -> battery.strings().stream().map(strings::indexOf).toList()).toList();
        put(PointSubject.SITE, List.of("site"));
        put(PointSubject.STRING, strings.stream().map(BatteryString::id).toList());
        put(PointSubject.BLOCK, blocks);
        put(PointSubject.LINE, site.lines());
        put(PointSubject.RELAY_MODULE, site.relayModules().stream().map(RelayModule::id).toList());
        put(PointSubject.BREAKER, site.breakers().stream().map(Breaker::id).toList());
        put(PointSubject.ALARM, IntStream.rangeClosed(1, MOST_ALARMS).mapToObj(Integer::toString).toList());
        int next = 0;
        for (PointColumn column : PointColumn.values()) {
            bases[column.ordinal()] = next;
            next += rows(column.subject());
        }
        size = next;
    }

    private void put(PointSubject subject, List<String> of) {
        ids.put(subject, List.copyOf(of));
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < of.size(); row++) {
            rows.put(of.get(row), row);
        }
        rowOf.put(subject, rows);
    }

    /** Returns the number of points. */
    public int size() {
        return size;
    }

    /** Returns the number of rows of a subject. */
    public int rows(PointSubject subject) {
        return ids.get(subject).size();
    }

    /** Returns the ids of the rows of a subject, as the site file has them. */
    public List<String> ids(PointSubject subject) {
        return ids.get(subject);
    }

    /** Returns the row of that id, −1 when there is none. */
    public int row(PointSubject subject, String id) {
        return rowOf.get(subject).getOrDefault(id, -1);
    }

    /** Returns the index of the first row of a column; the others follow. */
    public int base(PointColumn column) {
        return bases[column.ordinal()];
    }

    /** Returns the row of the first block of a string. */
    public int firstBlock(int string) {
        return firstBlocks[string];
    }

    /** Returns the rows of the strings of each battery. */
    public List<List<Integer>> batteries() {
        return batteries;
    }

    /** Returns whether a string is of lead-acid blocks. */
    public boolean leadAcid(int string) {
        return strings.get(string).blockType().profile().chemistry().leadAcid();
    }

    /** Returns the nominal capacity of a string in Ah; 0 when nobody knows it. */
    public double ampHours(int string) {
        return strings.get(string).blockType().capacity().ampHours();
    }

    /** Returns the row of what an alarm is about among the rows of its subject, −1 for the server. */
    public int row(Alarm alarm) {
        String id = alarm.point().subject();
        return switch (alarm.point().definition().signal().scope()) {
            case BLOCK -> row(PointSubject.BLOCK, id);
            case STRING -> row(PointSubject.STRING, id);
            case LINE -> row(PointSubject.LINE, id);
            case BREAKER -> row(PointSubject.BREAKER, id);
            case SERVER -> -1;
        };
    }
}
