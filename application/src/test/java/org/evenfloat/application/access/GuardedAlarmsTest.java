// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenfloat.application.TestSite.at;
import static org.evenfloat.application.TestSite.string;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmHandling;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.WaitsForApproval;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.ConditionTimers;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

/** Who may do what about which alarms, in front of the real desk, and what is written down about it. */
class GuardedAlarmsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(5_000));
    private static final String OF_S1 = "module-lost/S1-1";
    private static final String OF_S2 = "module-lost/S2-2";
    private static final String OF_LINE = "line-down/L1";
    private static final String OF_LINE_2 = "line-down/L2";
    private static final String OF_SERVER = "clock-jump/server";
    private static final Actor OPERATOR = person("otto", Role.OPERATE, Map.of());
    private static final Actor OPERATOR_OF_S1 = person("tom", Role.VIEW, Map.of("S1", Role.OPERATE));
    private static final Actor SERVICE_OF_S2 = person("uwe", Role.OPERATE, Map.of("S2", Role.SERVICE));
    private static final Actor VIEWER = person("vera", Role.VIEW, Map.of());

    private final MemoryAudit audit = new MemoryAudit();
    private boolean kept = true;
    private Verb needsSecond;
    private final Site site = TestSite.site(List.of("L1", "L2"), string("S1", ModuleType.C20, at("L1", 1, 2)),
            string("S2", ModuleType.C20, List.of(at("L1", 3, 1).get(0), at("L2", 1, 1).get(0))));
    private final AlarmPlaces places = new AlarmPlaces(site);
    private final AlarmDesk desk = new AlarmDesk(places, new AlarmOutbox(), new GeneralAlarm(0));
    private final HandleAlarms alarms = alarms();

    private static Actor person(String name, Role role, Map<String, Role> strings) {
        return new Actor(Actor.Kind.PERSON, name, "web", new Grants(role, strings));
    }

    private HandleAlarms alarms() {
        Witness witness = new Witness(audit, CLOCK);
        Guard guard = new Guard(witness, new Approvals(verb -> verb == needsSecond, witness, CLOCK));
        return new GuardedAlarms(guard, places, new AlarmHandling(places, desk, CLOCK, () -> 5_000, () -> kept));
    }

    private void raise(String... ids) {
        for (String id : ids) {
            desk.change(places.find(id).orElseThrow(), ConditionTimers.RAISED, 1, 0, 5_000, "");
        }
    }

    private Map<String, AlarmState> states() {
        return desk.standing(5_000).standing().stream().collect(Collectors.toMap(
                alarm -> alarm.point().id(), alarm -> alarm.state()));
    }

    private void refused(Runnable attempt) {
        int before = audit.entries.size();
        long version = desk.version();
        assertThatThrownBy(attempt::run).isInstanceOf(NotAllowed.class);
        assertThat(audit.entries).hasSize(before + 1).last().extracting(AuditEntry::outcome)
                .isEqualTo(AuditEntry.Outcome.DENIED);
        assertThat(desk.version()).isEqualTo(version);
    }

    @Test
    void whoOnlyLooksMayDoNothing() {
        raise(OF_S1);
        refused(() -> alarms.acknowledge(VIEWER, List.of(OF_S1), ""));
        refused(() -> alarms.reset(VIEWER, List.of(OF_S1), ""));
        refused(() -> alarms.shelve(VIEWER, List.of(OF_S1), 60_000, "why"));
        refused(() -> alarms.unshelve(VIEWER, List.of(OF_S1)));
        refused(() -> alarms.takeOutOfService(VIEWER, List.of(OF_S1), "why"));
        refused(() -> alarms.returnToService(VIEWER, List.of(OF_S1)));
        refused(() -> alarms.mute(VIEWER));
    }

    @Test
    void eachDeedNeedsItsRole() {
        raise(OF_S1, OF_S2);
        assertThat(alarms.acknowledge(OPERATOR, List.of(OF_S1, OF_S2), "")).isEmpty();
        assertThat(alarms.shelve(OPERATOR, List.of(OF_S1), 60_000, "why")).isEmpty();
        assertThat(alarms.unshelve(OPERATOR, List.of(OF_S1))).isEmpty();
        assertThat(alarms.mute(OPERATOR)).isEmpty();
        refused(() -> alarms.takeOutOfService(OPERATOR, List.of(OF_S1), "why"));
        refused(() -> alarms.returnToService(OPERATOR, List.of(OF_S1)));
        assertThat(alarms.takeOutOfService(SERVICE_OF_S2, List.of(OF_S2), "why")).isEmpty();
        assertThat(alarms.returnToService(SERVICE_OF_S2, List.of(OF_S2))).isEmpty();
        refused(() -> alarms.takeOutOfService(SERVICE_OF_S2, List.of(OF_S2, OF_S1), "why"));
    }

    @Test
    void whoHasTheRoleOnOneStringHasItForAlarmsOfThatStringOnly() {
        raise(OF_S1, OF_S2, OF_LINE, OF_LINE_2, OF_SERVER);
        assertThat(alarms.acknowledge(OPERATOR_OF_S1, List.of(OF_S1), "")).isEmpty();
        for (String other : List.of(OF_S2, OF_LINE, OF_LINE_2, OF_SERVER)) {
            refused(() -> alarms.acknowledge(OPERATOR_OF_S1, List.of(other), ""));
            refused(() -> alarms.shelve(OPERATOR_OF_S1, List.of(OF_S1, other), 60_000, "why"));
        }
        refused(() -> alarms.mute(OPERATOR_OF_S1));
        assertThat(alarms.takeOutOfService(SERVICE_OF_S2, List.of(OF_LINE_2, OF_S2), "why"))
                .as("only modules of S2 are on that line").isEmpty();
        refused(() -> alarms.takeOutOfService(SERVICE_OF_S2, List.of(OF_LINE), "why"));
        refused(() -> alarms.takeOutOfService(SERVICE_OF_S2, List.of(OF_SERVER), "why"));
    }

    @Test
    void whatIsUnknownNeedsTheRoleOnTheSite() {
        raise(OF_S1);
        refused(() -> alarms.acknowledge(OPERATOR_OF_S1, List.of("module-lost/S9-1"), ""));
        refused(() -> alarms.acknowledge(OPERATOR_OF_S1, List.of(OF_S1, "no such thing"), ""));
        refused(() -> alarms.acknowledge(OPERATOR_OF_S1, List.of(), ""));
        assertThat(alarms.acknowledge(OPERATOR, List.of(OF_S1, "no such thing"), "")).hasSize(1);
        assertThat(states()).containsEntry(OF_S1, AlarmState.UNACKNOWLEDGED);
    }

    @Test
    void writesDownWhatWasDoneAndSaid() {
        raise(OF_S1, OF_S2);
        alarms.acknowledge(OPERATOR, List.of(OF_S1, OF_S2), " on its way ");
        alarms.shelve(OPERATOR, List.of(OF_S1), 3_600_000, "being replaced");
        alarms.unshelve(OPERATOR, List.of(OF_S1));
        alarms.takeOutOfService(SERVICE_OF_S2, List.of(OF_S2), "work order 4711");
        alarms.reset(OPERATOR, List.of(OF_S1), "");
        alarms.mute(OPERATOR);
        assertThat(audit.lines()).containsExactly(
                "otto | ACKNOWLEDGE_ALARMS | alarms of S1, S2 | DONE |  | acknowledged: on its way; module-lost/S1-1,"
                        + " module-lost/S2-2",
                "otto | SHELVE_ALARMS | alarm module-lost/S1-1 | DONE |  | shelved for 1 h: being replaced",
                "otto | SHELVE_ALARMS | alarm module-lost/S1-1 | DONE |  | shelved no more",
                "uwe | OUT_OF_SERVICE | alarm module-lost/S2-2 | DONE |  | out of service: work order 4711",
                "otto | ACKNOWLEDGE_ALARMS | alarm module-lost/S1-1 | FAILED |  | module-lost/S1-1: UNACKNOWLEDGED -"
                        + " allowed: a latched alarm that is acknowledged and whose condition is gone",
                "otto | ACKNOWLEDGE_ALARMS | buzzer | DONE |  | muted");
    }

    @Test
    void writesDownThatItWasNotKept() {
        raise(OF_S1);
        kept = false;
        assertThat(alarms.acknowledge(OPERATOR, List.of(OF_S1), "")).containsExactly(HandleAlarms.NOT_KEPT);
        assertThat(audit.lines()).containsExactly("otto | ACKNOWLEDGE_ALARMS | alarm module-lost/S1-1 | DONE |  |"
                + " acknowledged; not kept on the disk");
    }

    @Test
    void doesNothingThatCannotBeWrittenDown() {
        raise(OF_S1);
        audit.full = true;
        assertThatThrownBy(() -> alarms.acknowledge(OPERATOR, List.of(OF_S1), "")).hasMessageContaining("disk is full");
        assertThat(states()).containsEntry(OF_S1, AlarmState.UNACKNOWLEDGED);
    }

    @Test
    void whatIsWrittenDownIsBounded() {
        List<String> ids = IntStream.range(0, HandleAlarms.MOST).mapToObj(i -> "module-lost/none-" + i).toList();
        assertThat(alarms.acknowledge(OPERATOR, ids, "x".repeat(1_000))).hasSize(HandleAlarms.MOST + 1);
        assertThat(audit.entries.get(0).after()).hasSizeLessThan(20_000).endsWith("; 901 more");
    }

    @Test
    void aSecondPersonCanBeAskedFor() {
        raise(OF_S1);
        needsSecond = Verb.SHELVE_ALARMS;
        assertThatThrownBy(() -> alarms.shelve(OPERATOR, List.of(OF_S1), 60_000, "why"))
                .isInstanceOf(WaitsForApproval.class);
        assertThat(states().keySet()).isEqualTo(Set.of(OF_S1));
        assertThat(audit.lines()).containsExactly(
                "otto | SHELVE_ALARMS | alarm module-lost/S1-1 | WAITING |  | shelved for 1 min: why");
    }
}
