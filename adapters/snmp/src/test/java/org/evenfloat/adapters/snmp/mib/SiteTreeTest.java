// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Variables;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.Test;

/** What a walk over a whole site tells. */
class SiteTreeTest {

    private static final Map<String, Integer> LIMITS = Map.of(
            "block-resistance-high-alarm", 50_000, "block-temperature-low-alarm", 500,
            "block-temperature-high-alarm", 3_500);
    private static final SnmpSettings SETTINGS = new SnmpSettings(SnmpSettings.OFF.listen(), SnmpSettings.Identity.EVENFLOAT,
            "Jürgen", "cellar", List.of(), List.of(), List.of());

    private static SiteTree tree(NorthboundRoom room) {
        return new SiteTree(room.table(), new RoomFacts(room.site(), LIMITS), SETTINGS, "1.2.3", NorthboundRoom.NOW);
    }

    private static Map<Oid, String> walk(NorthboundRoom room) {
        return Walk.of(tree(room).variables(room.image(), 1_000));
    }

    private static NorthboundRoom room() {
        NorthboundRoom room = new NorthboundRoom(2, 3, 1);
        room.voltages(block -> 13_500 + block, Quality.GOOD);
        room.alarms(true, "block-voltage-low-alarm/S1-3", "string-voltage-high-warning/S2", "line-down/L1",
                "history-failing/server");
        return room;
    }

    @Test
    void aWalkIsAsItIsWrittenDown() throws IOException {
        String walk = walk(room()).entrySet().stream().map(each -> "." + each.getKey() + " = " + each.getValue() + "\n")
                .collect(Collectors.joining());
        String golden;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                SiteTreeTest.class.getResourceAsStream("golden-walk.txt"), StandardCharsets.UTF_8))) {
            golden = reader.lines().filter(line -> !line.startsWith("#")).map(line -> line + "\n")
                    .collect(Collectors.joining());
        }
        if (!walk.equals(golden)) {
            Files.writeString(Path.of("target").resolve("golden-walk.txt"), walk);
        }
        assertThat(walk).as("golden-walk.txt; what it is now is in adapters/snmp/target").isEqualTo(golden);
    }

    @Test
    void aServerWithoutUpsTellsNothingOfOne() {
        Map<Oid, String> walk = walk(room());
        for (int group : new int[] {2, 3, 4, 5, 7, 8, 9}) {
            Oid below = UpsView.OBJECTS.then(group);
            assertThat(walk.keySet()).as(below.toString()).noneMatch(name -> name.isBelow(below));
        }
        assertThat(walk).containsEntry(UpsView.OBJECTS.then(1, 2, 0), "STRING: Battery monitor")
                .containsEntry(UpsView.OBJECTS.then(1, 9, 0), "STRING: Jurgen");
    }

    @Test
    void aClientOfBacsManagersFindsItsTables() {
        NorthboundRoom room = new NorthboundRoom(2, 3);
        room.voltages(block -> 13_504 + block, Quality.GOOD);
        Map<Oid, String> walk = walk(room);
        Oid modules = Arcs.BACS.then(2, 5, 1);
        assertThat(walk).containsEntry(modules.then(1, 1), "INTEGER: 1").containsEntry(modules.then(1, 6), "INTEGER: 6")
                .containsEntry(modules.then(2, 1), "INTEGER: 1350").containsEntry(modules.then(2, 2), "INTEGER: 1351")
                .containsEntry(modules.then(3, 1), "INTEGER: -25").containsEntry(modules.then(5, 1), "INTEGER: 7000")
                .containsEntry(modules.then(6, 1), "INTEGER: 0");
        Oid strings = Arcs.BACS.then(2, 7, 1);
        assertThat(walk).containsEntry(strings.then(1, 2), "INTEGER: 2").containsEntry(strings.then(2, 1), "INTEGER: -123")
                .containsEntry(strings.then(3, 1), "INTEGER: 4052").containsEntry(strings.then(4, 1), "INTEGER: 1351");
        Oid settings = Arcs.BACS.then(1);
        assertThat(walk).containsEntry(settings.then(1, 0), "INTEGER: 0").containsEntry(settings.then(4, 0), "INTEGER: 80")
                .containsEntry(settings.then(5, 0), "INTEGER: 1200").containsEntry(settings.then(7, 0), "INTEGER: 720")
                .containsEntry(settings.then(9, 0), "INTEGER: 5000").containsEntry(settings.then(11, 0), "INTEGER: 350")
                .doesNotContainKey(settings.then(8, 0));
    }

    @Test
    void whatIsMissingIsNotThereAndItsIndexIs() {
        NorthboundRoom room = new NorthboundRoom(1, 2);
        room.voltages(block -> 13_500, Quality.MISSING);
        Map<Oid, String> walk = walk(room);
        Oid bacs = Arcs.BACS.then(2, 5, 1);
        Oid own = Arcs.entry(OwnBattery.BLOCKS);
        assertThat(walk).containsKeys(bacs.then(1, 1), bacs.then(1, 2), own.then(1, 1), own.then(1, 2))
                .doesNotContainKeys(bacs.then(2, 1), own.then(6, 1), own.then(8, 2))
                .containsEntry(own.then(10, 1), "INTEGER: 3");
    }

    @Test
    void alarmsAreToldAnewOnlyWhenSomethingHasBecomeOfThem() {
        NorthboundRoom room = room();
        SiteTree tree = tree(room);
        List<Variables> first = tree.variables(room.image(), 100);
        List<Variables> second = tree.variables(room.image(), 200);
        assertThat(second.get(3)).isSameAs(first.get(3));
        assertThat(second.get(2)).isNotSameAs(first.get(2));
        room.alarms(true, "block-voltage-low-alarm/S1-3");
        List<Variables> third = tree.variables(room.image(), 300);
        assertThat(third.get(3).names().size()).isEqualTo(first.get(3).names().size() / 4).isPositive();
        assertThat(third.get(1).names().size()).isEqualTo(3);
    }

    @Test
    void beforeTheFirstImageNoValueIsThere() {
        NorthboundRoom room = new NorthboundRoom(1, 2, 1);
        Map<Oid, String> walk = Walk.of(tree(room).variables(NorthboundImage.nothing(room.table()), 0));
        assertThat(walk).containsKey(Arcs.entry(OwnBattery.BLOCKS).then(2, 2))
                .doesNotContainKeys(Arcs.entry(OwnBattery.STRINGS).then(OwnBattery.EQUALIZING_ALLOWED, 1),
                        Arcs.BACS.then(2, 5, 1, 6, 1), Arcs.BACS.then(1, 2, 0), UpsView.OBJECTS.then(10, 1, 1, 0),
                        Arcs.OBJECTS.then(OwnSite.MONITOR, 4, 0), Arcs.OBJECTS.then(OwnSite.SITE_ID, 7, 0));
    }

    @Test
    void everyColumnOfThePointsIsReachedAndTellsTheSame() {
        SeededCases.check("own MIB tells the points", 40, draw -> {
            int strings = draw.between(1, 4);
            NorthboundRoom room = new NorthboundRoom(strings, draw.between(1, 40), draw.between(0, strings));
            Quality quality = draw.pick(List.of(Quality.values()));
            int base = draw.between(0, 17_000);
            room.voltages(block -> base + block, quality);
            int alarms = draw.between(0, 6);
            String[] ids = new String[alarms];
            for (int i = 0; i < alarms; i++) {
                ids[i] = draw.pick(AlarmTable.of(AlarmScope.BLOCK)).id() + "/S1-1";
            }
            room.alarms(draw.permille(500), ids);
            NorthboundImage image = room.image();
            Map<Oid, String> walk = Walk.of(tree(room).variables(image, 0));
            Map<String, MibObject> objects = new HashMap<>();
            Map<String, MibGroup> groups = new HashMap<>();
            new SiteObjects(room.table(), SETTINGS, "1.2.3").own().forEach(group -> group.objects().forEach(object -> {
                objects.put(object.name(), object);
                groups.put(object.name(), group);
            }));
            int seen = 0;
            for (PointColumn column : PointColumn.values()) {
                if (column.subject() == PointSubject.ALARM) {
                    continue;
                }
                MibObject object = objects.get(name(column));
                assertThat(object).as(name(column)).isNotNull();
                MibGroup group = groups.get(object.name());
                for (int row = 0; row < room.table().rows(column.subject()); row++) {
                    String told = walk.get(group.name(object, row));
                    assertThat(told == null ? null : Long.valueOf(told.replaceAll(".*: ", ""))).as(object.name())
                            .isEqualTo(image.known(column, row) ? expected(object, image.value(column, row)) : null);
                    seen += told == null ? 0 : 1;
                }
            }
            assertThat(seen).isGreaterThan(30);
        });
    }

    private static Long expected(MibObject object, int value) {
        return switch (object.syntax().form()) {
            case TRUTH -> value != 0 ? 1L : 2L;
            case UNSIGNED, COUNTER -> value & 0xFFFF_FFFFL;
            default -> (long) value;
        };
    }

    private static String name(PointColumn column) {
        String prefix = switch (column) {
            case SITE_LINES_DOWN, SITE_MISSING, SITE_HISTORY -> "Monitor";
            default -> switch (column.subject()) {
                case SITE -> "Site";
                case STRING -> "String";
                case BLOCK -> "Block";
                case LINE -> "Line";
                case RELAY_MODULE -> "RelayModule";
                case BREAKER -> "Breaker";
                case ALARM -> "Alarm";
            };
        };
        return column == PointColumn.SITE_TIME ? "evenfloatMonitorImageSeconds"
                : "evenfloat" + prefix + MibObject.joined(column.key());
    }
}
