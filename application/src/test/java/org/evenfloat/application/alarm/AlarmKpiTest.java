// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmPriority;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTable;
import org.junit.jupiter.api.Test;

class AlarmKpiTest {

    private static final long DAY = 86_400_000;
    private static final long FROM = 1_000 * DAY;

    private final List<AlarmRecord> records = new ArrayList<>();

    private void add(long atMillis, String definition, String subject, AlarmAction action, AlarmState state) {
        records.add(new AlarmRecord(
                records.size() + 1, FROM + atMillis, definition, subject, action, state, 1, 0, "server", "", 0));
    }

    private void raise(long atMillis, String subject) {
        add(atMillis, "module-lost", subject, AlarmAction.RAISE, AlarmState.UNACKNOWLEDGED);
    }

    private void gone(long atMillis, String subject) {
        add(atMillis, "module-lost", subject, AlarmAction.RETURN, AlarmState.RETURNED);
        add(atMillis, "module-lost", subject, AlarmAction.ACKNOWLEDGE, AlarmState.NORMAL);
    }

    private AlarmKpi of(int days) {
        List<AlarmRecord> newestFirst = new ArrayList<>(records);
        Collections.reverse(newestFirst);
        return AlarmKpi.of(newestFirst, FROM, FROM + days * DAY);
    }

    @Test
    void ofNothingAllIsZero() {
        AlarmKpi kpi = of(2);
        assertThat(kpi).isEqualTo(new AlarmKpi(
                2, 0, new AlarmKpi.TenMinutes(0, 0), 0, List.of(new AlarmKpi.Day(FROM, 0), new AlarmKpi.Day(FROM + DAY, 0)),
                List.of(), List.of(), List.of(),
                Map.of(AlarmPriority.URGENT, 0, AlarmPriority.HIGH, 0, AlarmPriority.LOW, 0)));
    }

    @Test
    void countsWhatPeopleWereToldByDayPriorityAndAlarm() {
        for (int i = 0; i < 12; i++) {
            raise(i * 3_600_000L, "A-" + i % 11);
            gone(i * 3_600_000L + 1, "A-" + i % 11);
        }
        add(DAY, "line-down", "L1", AlarmAction.RAISE, AlarmState.UNACKNOWLEDGED);
        add(DAY + 1, "line-down", "L1", AlarmAction.RETURN, AlarmState.RETURNED);
        add(DAY + 2, "module-lost", "A-1", AlarmAction.RAISE, AlarmState.HIDDEN_ACTIVE);
        add(DAY + 3, "of-an-earlier-version", "A-1", AlarmAction.RAISE, AlarmState.UNACKNOWLEDGED);
        raise(-1, "A-9");
        raise(3 * DAY + 1, "A-9");
        AlarmKpi kpi = of(3);
        assertThat(kpi.raises()).isEqualTo(14);
        assertThat(kpi.perDay()).extracting(AlarmKpi.Day::raises).containsExactly(12, 2, 0);
        assertThat(kpi.perDay()).extracting(AlarmKpi.Day::atMillis).containsExactly(FROM, FROM + DAY, FROM + 2 * DAY);
        assertThat(kpi.priorities()).isEqualTo(
                Map.of(AlarmPriority.URGENT, 1, AlarmPriority.HIGH, 12, AlarmPriority.LOW, 0));
        assertThat(kpi.top()).hasSize(10).first().isEqualTo(
                new AlarmKpi.Frequent("module-lost/A-0", "module-lost", "A-0", 2));
        assertThat(kpi.perTenMinutes().mean()).isEqualTo(14 / 432.0, within(1e-12));
    }

    @Test
    void aFloodIsMoreThanTenInTenMinutes() {
        for (int i = 0; i < 10; i++) {
            raise(i * 60_000L, "A-" + i);
        }
        assertThat(of(1).floodShare()).as("ten").isZero();
        assertThat(of(1).perTenMinutes().most()).isEqualTo(10);
        raise(10 * 60_000L, "A-10");
        assertThat(of(1).perTenMinutes().most()).isEqualTo(11);
        assertThat(of(1).floodShare()).as("for no time").isZero();
        raise(10 * 60_000L + 30_000, "A-11");
        assertThat(of(1).perTenMinutes().most()).isEqualTo(11);
        assertThat(of(1).floodShare()).as("until the second is ten minutes old").isEqualTo(30_000.0 / DAY, within(1e-12));
    }

    /** Beside a model that looks at each second apart. */
    @Test
    void floodsOfRandomLivesAreThoseOfTheDesk() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            records.clear();
            RaiseRate rate = new RaiseRate();
            long flood = 0;
            int most = 0;
            List<Long> times = new ArrayList<>();
            for (long second = 0; second < 86_400; second++) {
                boolean busy = second / 3_600 % 3 == 0;
                if (random.nextInt(busy ? 50 : 500) == 0) {
                    raise(second * 1_000, "A-" + random.nextInt(5));
                    rate.raised("x", FROM + second * 1_000);
                    times.add(second);
                }
                long now = second;
                times.removeIf(time -> now - time > 600);
                most = Math.max(most, times.size());
                flood += rate.flood(FROM + second * 1_000) && rate.flood(FROM + second * 1_000 + 1_000) ? 1 : 0;
            }
            AlarmKpi kpi = of(1);
            assertThat(flood).as("seed " + seed).isPositive();
            assertThat(kpi.floodShare()).as("seed " + seed).isEqualTo(flood / 86_400.0, within(1e-9));
            assertThat(kpi.perTenMinutes().most()).as("seed " + seed).isEqualTo(most);
        }
    }

    @Test
    void chatteringIsThreeInAMinute() {
        for (int i = 0; i < 3; i++) {
            raise(i * 30_000L, "A-1");
            raise(i * 30_001L, "A-2");
        }
        raise(0, "A-3");
        raise(1, "A-3");
        assertThat(of(1).chattering()).containsExactly("module-lost/A-1");
    }

    @Test
    void staleIsWhatStandsForMoreThanADay() {
        raise(0, "A-1");
        add(5, "module-lost", "A-1", AlarmAction.ACKNOWLEDGE, AlarmState.ACKNOWLEDGED);
        raise(0, "A-2");
        gone(DAY, "A-2");
        raise(DAY, "A-3");
        raise(0, "A-4");
        gone(DAY + 5, "A-4");
        raise(DAY + 6, "A-4");
        raise(0, "A-5");
        add(5, "module-lost", "A-5", AlarmAction.HIDE, AlarmState.HIDDEN_ACTIVE);
        add(DAY - 1, "module-lost", "A-6", AlarmAction.ACKNOWLEDGE, AlarmState.ACKNOWLEDGED);
        assertThat(of(2).stale()).containsExactlyInAnyOrder("module-lost/A-1", "module-lost/A-6");
    }

    @Test
    void whatStandsAndIsOlderThanTheTimeIsStaleToo() {
        raise(0, "A-1");
        AlarmPoint point = new AlarmPoint(AlarmTable.find("module-lost").orElseThrow(), "A-9");
        List<Alarm> standing = List.of(alarm(point, FROM - 1), alarm(new AlarmPoint(point.definition(), "A-1"), FROM),
                alarm(new AlarmPoint(point.definition(), "A-8"), FROM + DAY));
        assertThat(of(2).beside(standing, FROM + 2 * DAY).stale()).containsExactly("module-lost/A-9", "module-lost/A-1");
    }

    private static Alarm alarm(AlarmPoint point, long raisedAtMillis) {
        return new Alarm(point, List.of(), AlarmState.ACKNOWLEDGED, 1, true, raisedAtMillis, raisedAtMillis, 1, 0, 1, false,
                "", 0, "", Map.of());
    }
}
