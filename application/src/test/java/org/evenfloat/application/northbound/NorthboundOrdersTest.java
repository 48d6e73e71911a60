// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.application.TestSite.at;
import static org.evenfloat.application.TestSite.string;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.access.Approvals;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedAlarms;
import org.evenfloat.application.access.GuardedSettings;
import org.evenfloat.application.access.MemoryAudit;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmHandling;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.northbound.NorthboundOrder.Kind;
import org.evenfloat.application.northbound.NorthboundOrders.Answer;
import org.evenfloat.application.northbound.NorthboundOrders.Outcome;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.settings.EqualizingSwitches;
import org.evenfloat.application.settings.SettingsDesk;
import org.evenfloat.application.settings.SettingsInMemory;
import org.evenfloat.application.settings.SiteNames;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.ConditionTimers;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

/** What becomes of the orders of clients, in front of the real desks, and what is written down about it. */
class NorthboundOrdersTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(5_000));
    private static final Actor PLC = NorthboundOrders.client("plc-1", "modbus 10.0.0.7", EnumSet.allOf(Kind.class));
    private static final Actor OPERATOR = NorthboundOrders.client("bms", "snmp 10.0.0.8", Set.of(Kind.ACKNOWLEDGE));
    private static final Actor READER = NorthboundOrders.client("nms", "snmp 10.0.0.9", Set.of());
    private static final Actor ANNA = new Actor(Actor.Kind.PERSON, "anna", "web", Grants.of(Role.SERVICE));
    private static final String FIRST = "module-lost/S1-1";
    private static final String SECOND = "module-lost/S1-2";
    private static final NorthboundOrder PAUSE = new NorthboundOrder.Equalize("S1", false);

    private final MemoryAudit audit = new MemoryAudit();
    private final SettingsInMemory store = new SettingsInMemory();
    private final Site site = TestSite.site(List.of("L1"), string("S1", ModuleType.C20, at("L1", 1, 2)));
    private final AlarmPlaces places = new AlarmPlaces(site);
    private final AlarmDesk desk = new AlarmDesk(places, new AlarmOutbox(), new GeneralAlarm(0));
    private final List<String> switched = new ArrayList<>();
    private final SettingsDesk settings = new SettingsDesk(
            List.of(new SiteNames(site, renamed -> { }), new EqualizingSwitches(
                    site, (string, on) -> switched.add(string + " " + on), (kind, subject, text) -> { })),
            Map.of(), store, store, CLOCK, (kind, subject, text) -> { });
    private boolean kept = true;
    private Verb needsSecond;
    private int others;
    private final NorthboundOrders orders = orders();

    private NorthboundOrders orders() {
        Witness witness = new Witness(audit, CLOCK);
        Guard guard = new Guard(witness, new Approvals(this::policy, witness, CLOCK));
        return new NorthboundOrders(new Standing(desk), new GuardedAlarms(guard, places,
                new AlarmHandling(places, desk, CLOCK, () -> 5_000, () -> kept)), new GuardedSettings(guard, settings));
    }

    /** Is asked after the client has seen the settings and before it changes them: then others may be faster. */
    private boolean policy(Verb verb) {
        if (others > 0) {
            others--;
            settings.apply(ANNA, settings.present().version().number(),
                    Map.of("site.name", Optional.of("name " + others)), "faster");
        }
        return verb == needsSecond;
    }

    private void raise(String... ids) {
        for (String id : ids) {
            desk.change(places.find(id).orElseThrow(), ConditionTimers.RAISED, 1, 0, 5_000, "");
        }
    }

    private Alarm standing(String id) {
        return desk.standing(5_000).standing().stream().filter(alarm -> alarm.point().id().equals(id)).findFirst()
                .orElseThrow();
    }

    private Answer done(Actor who, NorthboundOrder... all) {
        return orders.carryOut(who, List.of(all));
    }

    @Test
    void acknowledgesEverythingThatWaitsForIt() {
        raise(FIRST, SECOND);
        assertThat(done(OPERATOR, new NorthboundOrder.AcknowledgeAll())).isEqualTo(new Answer(Outcome.DONE, ""));
        assertThat(standing(FIRST).state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(standing(SECOND).acknowledgedBy()).isEqualTo("bms");
        assertThat(audit.lines()).singleElement().asString()
                .startsWith("bms | ACKNOWLEDGE_ALARMS | alarms of S1 | DONE |  | acknowledged");
        assertThat(audit.entries.get(0).from()).isEqualTo("snmp 10.0.0.8");
        assertThat(done(OPERATOR, new NorthboundOrder.AcknowledgeAll()).outcome()).as("nothing waits any more")
                .isEqualTo(Outcome.DONE);
        assertThat(audit.lines()).hasSize(1);
    }

    @Test
    void acknowledgesOneByItsSequenceAndTwiceIsNoMistake() {
        raise(FIRST, SECOND);
        NorthboundOrder first = new NorthboundOrder.Acknowledge((int) standing(FIRST).sequence());
        assertThat(done(PLC, first, first).outcome()).isEqualTo(Outcome.DONE);
        assertThat(standing(FIRST).state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(standing(SECOND).state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(audit.lines()).containsExactly(
                "plc-1 | ACKNOWLEDGE_ALARMS | alarm module-lost/S1-1 | DONE |  | acknowledged");
    }

    @Test
    void anAlarmThatDoesNotStandIsInvalidAndNothingAfterItIsDone() {
        raise(FIRST);
        Answer answer = done(PLC, new NorthboundOrder.Acknowledge(-1), new NorthboundOrder.AcknowledgeAll());
        assertThat(answer).isEqualTo(new Answer(Outcome.INVALID,
                "alarm: sequence 4294967295 - the sequence of an alarm that stands"));
        assertThat(standing(FIRST).state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsDoneAllTheSame() {
        raise(FIRST);
        kept = false;
        assertThat(done(PLC, new NorthboundOrder.AcknowledgeAll()).outcome()).isEqualTo(Outcome.DONE);
        assertThat(audit.lines()).singleElement().asString().endsWith("not kept on the disk");
    }

    @Test
    void mutesTheBuzzer() {
        assertThat(done(OPERATOR, new NorthboundOrder.Mute()).outcome()).isEqualTo(Outcome.DONE);
        assertThat(audit.lines()).containsExactly("bms | ACKNOWLEDGE_ALARMS | buzzer | DONE |  | muted");
    }

    @Test
    void pausesEqualizingOnceHoweverOftenItIsWritten() {
        assertThat(done(PLC, PAUSE, PAUSE, PAUSE).outcome()).isEqualTo(Outcome.DONE);
        assertThat(switched).containsExactly("S1 false");
        assertThat(store.kept.get(1L).why()).isEqualTo("asked for by plc-1");
        assertThat(audit.lines()).singleElement().asString().startsWith("plc-1 | CHANGE_SETTINGS | settings of S1 | DONE |")
                .contains("strings.S1.equalizing = off");
        assertThat(done(PLC, new NorthboundOrder.Equalize("S1", true)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(switched).containsExactly("S1 false", "S1 true");
    }

    @Test
    void triesAgainWhenOthersAreFaster() {
        others = 2;
        assertThat(done(PLC, PAUSE).outcome()).isEqualTo(Outcome.DONE);
        assertThat(switched).endsWith("S1 false");
        assertThat(settings.present().version().number()).isEqualTo(3);
        assertThat(audit.entries).extracting(entry -> entry.outcome().name()).containsExactly("FAILED", "FAILED", "DONE");
    }

    @Test
    void givesUpWhenOthersAreFasterThreeTimes() {
        others = 3;
        Answer answer = done(PLC, PAUSE);
        assertThat(answer.outcome()).isEqualTo(Outcome.BUSY);
        assertThat(answer.sentence()).startsWith("strings.S1.equalizing: ").contains("try again");
        assertThat(switched).doesNotContain("S1 false");
        assertThat(settings.present().version().number()).as("what the others wanted is so").isEqualTo(3);
    }

    @Test
    void aStringThatIsNotThereIsInvalid() {
        Answer answer = done(PLC, new NorthboundOrder.Equalize("S9", false));
        assertThat(answer.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(answer.sentence()).contains("strings.S9.equalizing");
    }

    @Test
    void whatCannotBeKeptOrWrittenDownFails() {
        store.full = true;
        assertThat(done(PLC, PAUSE).outcome()).isEqualTo(Outcome.FAILED);
        raise(FIRST);
        audit.full = true;
        Answer answer = done(PLC, new NorthboundOrder.AcknowledgeAll());
        assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(answer.sentence()).contains("disk is full");
        assertThat(standing(FIRST).state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(switched).isEmpty();
    }

    @Test
    void whoMayNotIsRefusedAndWrittenDown() {
        raise(FIRST);
        assertThat(done(READER, new NorthboundOrder.AcknowledgeAll()).outcome()).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(done(OPERATOR, PAUSE).outcome()).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(standing(FIRST).state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(switched).isEmpty();
        assertThat(audit.entries).extracting(entry -> entry.who() + " " + entry.outcome())
                .containsExactly("nms DENIED", "bms DENIED");
    }

    @Test
    void waitsForASecondPersonWhereOneIsNeeded() {
        needsSecond = Verb.CHANGE_SETTINGS;
        assertThat(done(PLC, PAUSE).outcome()).isEqualTo(Outcome.WAITS);
        assertThat(switched).isEmpty();
        assertThat(audit.entries).extracting(entry -> entry.outcome().name()).containsExactly("WAITING");
    }

    @Test
    void noClientHasMoreThanTheLeastRoleForWhatItMay() {
        assertThat(READER.grants()).isEqualTo(Grants.of(Role.VIEW));
        assertThat(OPERATOR.grants()).isEqualTo(Grants.of(Role.OPERATE));
        assertThat(NorthboundOrders.client("x", "y", Set.of(Kind.MUTE)).grants()).isEqualTo(Grants.of(Role.OPERATE));
        assertThat(PLC.grants()).isEqualTo(Grants.of(Role.SERVICE));
        assertThat(Arrays.stream(Kind.values()).toList()).as("a new kind needs a role").hasSize(3);
    }

    /** What the desk shows. */
    private record Standing(AlarmDesk desk) implements ViewAlarms {

        @Override
        public ViewAlarms.Standing standing() {
            return desk.standing(5_000);
        }

        @Override
        public long version() {
            return desk.version();
        }

        @Override
        public List<AlarmRecord> records(AlarmQuestion question) {
            return List.of();
        }
    }
}
