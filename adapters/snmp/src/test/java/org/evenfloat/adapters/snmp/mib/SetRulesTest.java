// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.agent.SnmpTree.SetPlan;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.contracts.NorthboundRoom;
import org.junit.jupiter.api.Test;

/** What may be written, and what is refused and how. */
class SetRulesTest {

    private static final Set<NorthboundOrder.Kind> ALL = Set.of(NorthboundOrder.Kind.values());
    private static final Oid ACKNOWLEDGE = Arcs.entry(OwnAlarms.ALARMS).then(OwnAlarms.ACKNOWLEDGED);
    private static final Oid EQUALIZING = Arcs.entry(OwnBattery.STRINGS).then(OwnBattery.EQUALIZING_ALLOWED);
    private static final Oid EVERYTHING = Arcs.OBJECTS.then(OwnAlarms.COMMANDS, OwnAlarms.ACKNOWLEDGE_ALL, 0);
    private static final Oid MUTE = Arcs.OBJECTS.then(OwnAlarms.COMMANDS, OwnAlarms.MUTE, 0);

    private final NorthboundRoom room = new NorthboundRoom(2, 3, 1);
    private final SiteTree tree = new SiteTree(
            room.table(), new RoomFacts(room.site(), Map.of()), SnmpSettings.OFF, "1.2.3", 0);

    private SetPlan plan(Oid name, Object value, Set<NorthboundOrder.Kind> may) {
        room.alarms(true, "block-voltage-low-alarm/S1-3");
        return tree.plan(room.image(), List.of(name), List.of(value), may);
    }

    private int error(Oid name, Object value) {
        return plan(name, value, ALL).error();
    }

    @Test
    void everyOrderCanBeWritten() {
        assertThat(plan(ACKNOWLEDGE.then(70_000), 1L, ALL).orders())
                .containsExactly(new NorthboundOrder.Acknowledge(70_000));
        assertThat(plan(EVERYTHING, 1L, ALL).orders()).containsExactly(new NorthboundOrder.AcknowledgeAll());
        assertThat(plan(MUTE, 1L, ALL).orders()).containsExactly(new NorthboundOrder.Mute());
        assertThat(plan(EQUALIZING.then(2), 2L, ALL).orders()).containsExactly(new NorthboundOrder.Equalize("S2", false));
        assertThat(plan(EQUALIZING.then(1), 1L, ALL).orders()).containsExactly(new NorthboundOrder.Equalize("S1", true));
        assertThat(plan(MUTE, 0L, ALL)).isEqualTo(new SetPlan(0, 0, List.of()));
    }

    @Test
    void refusalsSayWhy() {
        assertThat(plan(EVERYTHING, 1L, Set.of(NorthboundOrder.Kind.MUTE)).error()).as("noAccess").isEqualTo(6);
        assertThat(error(EVERYTHING, new byte[] {1})).as("wrongType").isEqualTo(7);
        assertThat(error(EVERYTHING, 2L)).as("wrongValue").isEqualTo(10);
        assertThat(error(EQUALIZING.then(1), 0L)).as("wrongValue").isEqualTo(10);
        assertThat(error(ACKNOWLEDGE.then(70_000), 0L)).as("wrongValue").isEqualTo(10);
        assertThat(error(EQUALIZING.then(3), 1L)).as("noCreation").isEqualTo(11);
        assertThat(error(EQUALIZING.then(1, 1), 1L)).as("noCreation").isEqualTo(11);
        assertThat(error(EQUALIZING, 1L)).as("noCreation").isEqualTo(11);
        assertThat(error(ACKNOWLEDGE.then(70_001), 1L)).as("inconsistentName").isEqualTo(18);
        assertThat(error(Arcs.entry(OwnSite.BREAKERS).then(3, 1), 2L)).as("notWritable").isEqualTo(17);
        assertThat(error(UpsView.OBJECTS.then(1, 5, 0), 2L)).as("notWritable").isEqualTo(17);
        assertThat(error(Oid.of(1, 3, 6, 1, 9), 2L)).as("notWritable").isEqualTo(17);
    }

    @Test
    void oneWrongVariableStopsAll() {
        SetPlan plan = tree.plan(room.image(), List.of(MUTE, EQUALIZING.then(9)), List.of(1L, 1L), ALL);
        assertThat(plan).isEqualTo(new SetPlan(11, 2, List.of()));
    }
}
