// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.ViewAlarms.Standing;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.alarm.ConditionTimers;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.alarm.HideReason;
import org.junit.jupiter.api.Test;

class AlarmDeskTest {

    private static final Actor EVE = new Actor(Actor.Kind.PERSON, "eve", "web 10.0.0.7", Grants.of(Role.OPERATE));
    private static final String LOW = "block-voltage-low-alarm/S1-";
    private static final String WEAK = "block-weak-warning/S1-1";

    private final AlarmPlaces places = new AlarmPlaces(TestSite.oneString(40));
    private final AlarmOutbox outbox = new AlarmOutbox();
    private final AlarmDesk desk = new AlarmDesk(places, outbox, new GeneralAlarm(0));
    private boolean kept = true;
    private long nowMillis = 1_900_000_000_000L;
    private final AlarmHandling people = new AlarmHandling(
            places, desk, () -> Instant.ofEpochMilli(nowMillis), () -> nowMillis, () -> kept);

    private void change(String id, boolean raise) {
        desk.change(places.find(id).orElseThrow(), raise ? ConditionTimers.RAISED : ConditionTimers.RETURNED,
                13_000, 13_200, nowMillis, "");
    }

    private AlarmState state(String id) {
        return desk.state(places.find(id).orElseThrow());
    }

    private List<AlarmAction> told(String id) {
        return outbox.oldest(1_000_000).stream()
                .filter(record -> (record.definition() + "/" + record.subject()).equals(id))
                .map(AlarmRecord::action).toList();
    }

    @Test
    void isAcknowledgedWhileActiveAndGoesWhenItsConditionGoes() {
        change(LOW + 1, true);
        assertThat(people.acknowledge(EVE, List.of(LOW + 1), " on my way ")).isEmpty();
        Alarm alarm = desk.standing(nowMillis).standing().get(0);
        assertThat(alarm.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(alarm.acknowledgedBy()).isEqualTo("eve");
        assertThat(alarm.comment()).isEqualTo("on my way");
        change(LOW + 1, false);
        assertThat(desk.standing(nowMillis).standing()).isEmpty();
        assertThat(told(LOW + 1)).containsExactly(AlarmAction.RAISE, AlarmAction.ACKNOWLEDGE, AlarmAction.RETURN);
    }

    @Test
    void stayedUnseenItWaitsForAnAcknowledgementAfterItHasGone() {
        change(LOW + 1, true);
        change(LOW + 1, false);
        assertThat(state(LOW + 1)).isEqualTo(AlarmState.RETURNED);
        change(LOW + 1, true);
        assertThat(state(LOW + 1)).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(desk.standing(nowMillis).standing().get(0).raises()).isEqualTo(2);
        change(LOW + 1, false);
        assertThat(people.acknowledge(EVE, List.of(LOW + 1), "")).isEmpty();
        assertThat(desk.standing(nowMillis).standing()).isEmpty();
    }

    @Test
    void aLatchingAlarmStaysUntilSomebodyLetsItGo() {
        change(WEAK, true);
        change(WEAK, false);
        assertThat(people.reset(EVE, List.of(WEAK), "")).hasSize(1);
        people.acknowledge(EVE, List.of(WEAK), "");
        assertThat(state(WEAK)).isEqualTo(AlarmState.LATCHED_ACKNOWLEDGED);
        assertThat(people.reset(EVE, List.of(WEAK), "replaced")).isEmpty();
        assertThat(state(WEAK)).isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void badInputIsToldWithAllProblemsAndNothingIsDone() {
        change(LOW + 1, true);
        assertThat(people.acknowledge(EVE, List.of(LOW + 1, LOW + 2, LOW + 99, "nonsense"), "x".repeat(201)))
                .containsExactly(
                        "alarms: \"" + LOW + "99\" - allowed: DEFINITION/SUBJECT of this site, such as"
                                + " block-voltage-low-alarm/BLOCK",
                        "alarms: \"nonsense\" - allowed: DEFINITION/SUBJECT of this site, such as"
                                + " block-voltage-low-alarm/BLOCK",
                        "comment: 201 characters - allowed: 0 to 200 characters in one line",
                        LOW + "2: NORMAL - allowed: an alarm that waits for an acknowledgement");
        assertThat(state(LOW + 1)).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(people.shelve(EVE, List.of(LOW + 1), 31L * 86_400_000, " ")).containsExactly(
                "for: 31 d - allowed: 1 s to 30 d", "reason: nothing - allowed: 1 to 200 characters in one line");
        assertThat(people.takeOutOfService(EVE, List.of(), "a\nb")).hasSize(2);
        assertThat(people.unshelve(EVE, List.of(LOW + 1))).hasSize(1);
    }

    @Test
    void shelvedItIsSilentUntilItsTimeIsOver() {
        change(LOW + 1, true);
        assertThat(people.shelve(EVE, List.of(LOW + 1, LOW + 2), 3_600_000, "being replaced")).isEmpty();
        change(LOW + 2, true);
        Standing standing = desk.standing(nowMillis);
        assertThat(standing.standing()).isEmpty();
        assertThat(standing.hidden()).hasSize(2).allSatisfy(alarm -> {
            assertThat(alarm.hidings().get(HideReason.SHELVED).why()).isEqualTo("being replaced");
            assertThat(alarm.hidings().get(HideReason.SHELVED).untilMillis()).isEqualTo(nowMillis + 3_600_000);
        });
        change(LOW + 1, false);
        desk.tick(nowMillis + 3_599_999, 1);
        assertThat(desk.standing(nowMillis).hidden()).hasSize(2);
        desk.tick(nowMillis + 3_600_000, 2);
        assertThat(desk.standing(nowMillis).standing()).extracting(alarm -> alarm.point().id()).containsExactly(LOW + 2);
        assertThat(state(LOW + 1)).isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void hiddenForTwoReasonsItShowsWhenBothAreGone() {
        change(LOW + 1, true);
        people.shelve(EVE, List.of(LOW + 1), 3_600_000, "a");
        people.takeOutOfService(EVE, List.of(LOW + 1), "work order 17");
        people.unshelve(EVE, List.of(LOW + 1));
        assertThat(desk.standing(nowMillis).standing()).isEmpty();
        people.returnToService(EVE, List.of(LOW + 1));
        assertThat(state(LOW + 1)).isEqualTo(AlarmState.UNACKNOWLEDGED);
    }

    @Test
    void theFirstOfManyIsMarkedAndTheWorstStandsFirst() {
        change(LOW + 3, true);
        change("line-down/L1", true);
        change("block-voltage-low-warning/S1-9", true);
        people.acknowledge(EVE, List.of("line-down/L1"), "");
        Standing standing = desk.standing(nowMillis);
        assertThat(standing.standing()).extracting(alarm -> alarm.point().id())
                .containsExactly("line-down/L1", LOW + 3, "block-voltage-low-warning/S1-9");
        assertThat(standing.standing()).filteredOn(Alarm::firstOut).extracting(alarm -> alarm.point().id())
                .containsExactly(LOW + 3);
    }

    @Test
    void whatChattersAndAFloodAreMarked() {
        for (int i = 0; i < 3; i++) {
            change(LOW + 1, true);
            nowMillis += 5_000;
            change(LOW + 1, false);
        }
        assertThat(desk.standing(nowMillis).standing().get(0).chattering()).isTrue();
        assertThat(desk.standing(nowMillis).flood()).isFalse();
        for (int block = 2; block < 10; block++) {
            change(LOW + block, true);
        }
        assertThat(desk.standing(nowMillis).flood()).isTrue();
    }

    @Test
    void theGeneralAlarmBuzzesUntilItIsMutedAndAgainForWhatIsNew() {
        change(LOW + 1, true);
        desk.tick(nowMillis, 20_000);
        assertThat(desk.contacts(20_000)).containsExactly(false, true);
        people.mute(EVE);
        desk.tick(nowMillis, nowMillis);
        assertThat(desk.contacts(nowMillis)).containsExactly(false, false);
        change(LOW + 2, true);
        desk.tick(nowMillis, nowMillis);
        assertThat(desk.contacts(nowMillis)[1]).isTrue();
        people.acknowledge(EVE, List.of(LOW + 1, LOW + 2), "");
        desk.tick(nowMillis, nowMillis);
        assertThat(desk.contacts(nowMillis)).containsExactly(false, false);
        change(LOW + 1, false);
        change(LOW + 2, false);
        desk.tick(nowMillis, nowMillis);
        assertThat(desk.contacts(nowMillis)).containsExactly(true, false);
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        change(LOW + 1, true);
        kept = false;
        assertThat(people.acknowledge(EVE, List.of(LOW + 1), "")).singleElement().asString().contains("cannot be kept");
    }

    @Test
    void everythingThatHappenedFitsTheTableAndSurvivesARestart() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        AlarmDesk one = desk;
        Map<String, Boolean> raised = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            ids.add(LOW + i);
            ids.add("block-weak-warning/S1-" + i);
        }
        for (int step = 0; step < 3_000; step++) {
            String id = ids.get(random.nextInt(ids.size()));
            nowMillis += random.nextInt(20_000);
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    boolean now = !raised.getOrDefault(id, false);
                    raised.put(id, now);
                    change(id, now);
                }
                case 2 -> people.acknowledge(EVE, List.of(id), "");
                case 3 -> people.reset(EVE, List.of(id), "");
                case 4 -> people.shelve(EVE, List.of(id), 60_000, "r");
                default -> desk.tick(nowMillis, nowMillis);
            }
            AlarmState state = state(id);
            assertThat(state.active()).as(id).isEqualTo(raised.getOrDefault(id, false));
        }
        AlarmMemento memento = one.memento(List.of());
        AlarmDesk again = new AlarmDesk(places, new AlarmOutbox(), new GeneralAlarm(0));
        again.restore(memento, nowMillis);
        assertThat(again.memento(List.of())).isEqualTo(memento);
        assertThat(again.standing(nowMillis).standing()).extracting(alarm -> alarm.point().id())
                .containsExactlyElementsOf(one.standing(nowMillis).standing().stream()
                        .map(alarm -> alarm.point().id()).toList());
        for (String id : ids) {
            List<AlarmAction> edges = told(id).stream()
                    .filter(action -> action == AlarmAction.RAISE || action == AlarmAction.RETURN).toList();
            for (int i = 0; i < edges.size(); i++) {
                assertThat(edges.get(i)).as(id + " " + i).isEqualTo(i % 2 == 0 ? AlarmAction.RAISE : AlarmAction.RETURN);
            }
        }
        List<Long> numbers = outbox.oldest(1_000_000).stream().map(AlarmRecord::number).toList();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1L);
        }
    }

    @Test
    void whatTheSiteNoLongerHasIsEndedOnce() {
        change(LOW + 39, true);
        AlarmMemento memento = desk.memento(List.of());
        AlarmOutbox after = new AlarmOutbox();
        AlarmDesk smaller = new AlarmDesk(new AlarmPlaces(TestSite.oneString(4)), after, new GeneralAlarm(0));
        smaller.restore(memento, nowMillis);
        assertThat(smaller.standing(nowMillis).standing()).isEmpty();
        assertThat(after.oldest(10)).singleElement().satisfies(record -> {
            assertThat(record.action()).isEqualTo(AlarmAction.RETURN);
            assertThat(record.comment()).contains("no longer part");
        });
    }

    @Test
    void tenThousandChangesInARowAreAllThere() {
        for (int i = 0; i < 5_000; i++) {
            change(LOW + (1 + i % 40), true);
            change(LOW + (1 + i % 40), false);
        }
        assertThat(outbox.waiting()).isEqualTo(10_000);
        assertThat(outbox.lost()).isZero();
    }

    @Test
    void idsNameWhatTheSiteHas() {
        assertThat(places.find("line-down/L1")).hasValue(
                new AlarmPoint(AlarmTable.find("line-down").orElseThrow(), "L1"));
        assertThat(places.find("line-down/S1")).isEmpty();
        assertThat(places.find("history-failing/server")).isPresent();
        assertThat(places.strings(places.find("line-down/L1").orElseThrow())).containsExactly("S1");
    }
}
