// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.agent.SnmpTree.Notification;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTable;
import org.junit.jupiter.api.Test;

/** What is told of an alarm through its life. */
class AlarmNewsTest {

    private static final long START = NorthboundRoom.NOW - 1_000;

    private final NorthboundRoom room = new NorthboundRoom(1, 4);
    private final SiteTree tree = new SiteTree(
            room.table(), new RoomFacts(room.site(), Map.of()), SnmpSettings.OFF, "1.2.3", START);

    private static Alarm alarm(String block, AlarmState state, long sequence, long raisedAtMillis) {
        return new Alarm(
                new AlarmPoint(AlarmTable.find("block-voltage-low-alarm").orElseThrow(), block), List.of("S1"), state,
                sequence, true, raisedAtMillis, raisedAtMillis, 12_900, 13_000, 1, false, "", 0, "", Map.of());
    }

    /** Returns what is told when those alarms stand: kind and number each. */
    private List<String> told(Alarm... standing) {
        return news(standing).stream().map(each -> each.kind() + " " + each.specific()).toList();
    }

    private List<Notification> news(Alarm... standing) {
        room.alarms(true, List.of(standing));
        return tree.news(room.image());
    }

    private static String value(Notification notification, int index) {
        return Walk.value(notification.variables().get(index).value(), 0);
    }

    private static final String ADDED = "UPS 3";
    private static final String REMOVED = "UPS 4";
    private static final String RAISED = "OWN 1";
    private static final String ACKNOWLEDGED = "OWN 2";
    private static final String RETURNED = "OWN 3";
    private static final String CLEARED = "OWN 4";

    @Test
    void eachStepOfALifeIsToldOnce() {
        assertThat(told()).isEmpty();
        assertThat(told(alarm("S1-2", AlarmState.UNACKNOWLEDGED, 7, NorthboundRoom.NOW))).containsExactly(ADDED, RAISED);
        assertThat(told(alarm("S1-2", AlarmState.UNACKNOWLEDGED, 7, NorthboundRoom.NOW))).isEmpty();
        assertThat(told(alarm("S1-2", AlarmState.ACKNOWLEDGED, 7, NorthboundRoom.NOW))).containsExactly(ACKNOWLEDGED);
        assertThat(told()).containsExactly(REMOVED, CLEARED);
        assertThat(told()).isEmpty();
    }

    @Test
    void whatGoesBeforeAnybodyKnowsStaysAndMayComeAgain() {
        told();
        told(alarm("S1-2", AlarmState.UNACKNOWLEDGED, 7, NorthboundRoom.NOW));
        assertThat(told(alarm("S1-2", AlarmState.RETURNED, 7, NorthboundRoom.NOW))).containsExactly(REMOVED, RETURNED);
        assertThat(told(alarm("S1-2", AlarmState.UNACKNOWLEDGED, 8, NorthboundRoom.NOW))).containsExactly(ADDED, RAISED);
        assertThat(told(alarm("S1-2", AlarmState.LATCHED_ACKNOWLEDGED, 8, NorthboundRoom.NOW)))
                .containsExactly(ACKNOWLEDGED, RETURNED);
        assertThat(told(alarm("S1-2", AlarmState.UNACKNOWLEDGED, 9, NorthboundRoom.NOW)))
                .containsExactly(REMOVED, ADDED, RAISED);
    }

    @Test
    void whatComesAndGoesBetweenTwoImagesIsToldBothWays() {
        told();
        assertThat(told(alarm("S1-2", AlarmState.RETURNED, 7, NorthboundRoom.NOW))).containsExactly(RAISED, RETURNED);
    }

    @Test
    void theFirstLookTellsOnlyWhatWasRaisedSinceTheStart() {
        Alarm old = alarm("S1-1", AlarmState.UNACKNOWLEDGED, 6, START - 1);
        Alarm fresh = alarm("S1-2", AlarmState.UNACKNOWLEDGED, 7, START);
        assertThat(told(old, fresh)).containsExactly(ADDED, RAISED);
        assertThat(told(fresh)).containsExactly(REMOVED, CLEARED);
    }

    @Test
    void aNotificationSaysWhatIsTheMatter() {
        told();
        Notification raised = news(alarm("S1-2", AlarmState.UNACKNOWLEDGED, 7, NorthboundRoom.NOW)).get(1);
        assertThat(raised.trap()).isEqualTo(Arcs.OWN.then(0, 1));
        assertThat(raised.enterprise()).isEqualTo(Arcs.OWN);
        assertThat(raised.generic()).isEqualTo(6);
        assertThat(raised.variables().get(0).name()).isEqualTo(Arcs.OBJECTS.then(9, 1, 1, 7));
        List<String> said = IntStream.range(0, raised.variables().size())
                .mapToObj(index -> value(raised, index)).toList();
        assertThat(said).contains("Gauge32: 7", "STRING: block-voltage-low-alarm/S1-2", "STRING: S1-2", "INTEGER: 12900",
                "INTEGER: 13000", "STRING: 12.900 V", "STRING: 13 V",
                "STRING: Voltage of block S1-2 is low in float: 12.900 V, limit 13 V.");
        Notification cleared = news().get(1);
        assertThat(value(cleared, 5)).isEqualTo("INTEGER: 0");
        assertThat(value(cleared, 11)).startsWith("STRING: No alarm any more: Voltage of block S1-2");
    }

    @Test
    void theTrapOfRfc1628NamesTheRowOfItsTable() {
        told();
        Notification added = news(alarm("S1-2", AlarmState.UNACKNOWLEDGED, 7, NorthboundRoom.NOW)).get(0);
        assertThat(added.trap()).isEqualTo(Arcs.UPS.then(2, 3));
        assertThat(added.enterprise()).isEqualTo(Arcs.UPS.then(2));
        assertThat(added.specific()).isEqualTo(3);
        assertThat(added.variables().get(0).name()).isEqualTo(UpsView.OBJECTS.then(6, 2, 1, 1, 7));
        assertThat(value(added, 0)).isEqualTo("INTEGER: 7");
        assertThat(value(added, 1)).isEqualTo("OID: " + Arcs.OWN.then(3, 2, 2));
    }
}
