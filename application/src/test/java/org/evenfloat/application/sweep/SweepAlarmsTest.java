// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.alarm.AlarmOverride;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;

class SweepAlarmsTest {

    private static final int PERIOD = (int) DecidingSite.PERIOD_MILLIS;
    private static final int LOW = 13_000;

    private final DecidingSite site = new DecidingSite(TestSite.oneString(12));

    private List<String> standing(DecidingSite where) {
        return where.desk.standing(where.nowMillis).standing().stream().map(alarm -> alarm.point().id()).toList();
    }

    private List<String> standing() {
        return standing(site);
    }

    private List<String> happened() {
        return site.outbox.oldest(1_000).stream()
                .map(record -> record.action() + " " + record.definition() + "/" + record.subject()).toList();
    }

    /** Some blocks are low, and the charger holds the string where it was. */
    private static void low(DecidingSite where, int... blocks) {
        int others = where.millivolts[0].length - blocks.length;
        where.allAt(0, TestSite.FLOAT + blocks.length * (TestSite.FLOAT - LOW) / others);
        for (int block : blocks) {
            where.millivolts[0][block] = LOW;
        }
    }

    private void settle() {
        site.sweeps(100);
        assertThat(standing()).isEmpty();
    }

    @Test
    void aLowBlockIsRaisedInTheSweepInWhichItsDelayIsOverAndGoneOnce() {
        settle();
        low(site, 6);
        int delaySweeps = 60_000 / PERIOD;
        site.sweeps(delaySweeps);
        assertThat(standing()).doesNotContain("block-voltage-low-warning/S1-7");
        site.sweep();
        assertThat(standing()).contains("block-voltage-low-warning/S1-7");
        Alarm alarm = site.desk.standing(site.nowMillis).standing().get(0);
        assertThat(alarm.value()).isEqualTo(LOW);
        assertThat(alarm.limit()).isEqualTo((2_270 - 70) * 6);
        assertThat(alarm.strings()).containsExactly("S1");
        assertThat(alarm.raisedAtMillis()).isEqualTo(site.nowMillis + site.wallOffsetMillis);
        low(site);
        site.sweeps(10 * delaySweeps);
        assertThat(happened().stream().filter(each -> each.contains("block-voltage-low-warning/S1-7")))
                .containsExactly("RAISE block-voltage-low-warning/S1-7", "RETURN block-voltage-low-warning/S1-7");
        assertThat(site.desk.standing(site.nowMillis).standing()).filteredOn(
                each -> each.point().id().equals("block-voltage-low-warning/S1-7"))
                .extracting(Alarm::state).containsExactly(AlarmState.RETURNED);
    }

    @Test
    void aDipShorterThanTheDelaySaysNothingAndTheDeadbandHoldsOnToWhatWasSaid() {
        settle();
        site.sweeps(20, sweep -> {
            if (sweep % 3 == 0) {
                low(site);
            } else {
                low(site, 6);
            }
        });
        assertThat(happened()).isEmpty();
        low(site, 6);
        site.sweeps(20);
        site.outbox.written(site.outbox.oldest(1_000));
        site.millivolts[0][6] = (2_270 - 70) * 6 + 30;
        site.sweeps(20);
        assertThat(happened().stream().filter(each -> each.contains("voltage-low-warning"))).isEmpty();
    }

    @Test
    void whatIsNotKnownRaisesNothingAndClearsNothing() {
        settle();
        low(site, 6);
        site.sweeps(20);
        assertThat(standing()).contains("block-voltage-low-warning/S1-7");
        site.silent[0].set(6);
        site.sweeps(50);
        assertThat(standing()).contains("block-voltage-low-warning/S1-7", "module-lost/S1-7");
        assertThat(happened().stream().filter(each -> each.startsWith("RETURN"))).isEmpty();
        site.silent[0].clear(6);
        site.sweep();
        assertThat(happened()).contains("RETURN module-lost/S1-7");
    }

    @Test
    void aLineThatIsDownIsOneAlarmForAllItsModules() {
        settle();
        site.down[0] = true;
        site.sweep();
        assertThat(standing()).containsExactly("line-down/L1");
        site.sweeps(50);
        assertThat(standing()).containsExactly("line-down/L1");
        site.down[0] = false;
        site.sweeps(2);
        assertThat(happened()).containsExactly("RAISE line-down/L1", "RETURN line-down/L1");
    }

    @Test
    void aStringOfWhichLessThanHalfIsMeasuredHasNoVoltageAndIsNotHeldAgainstTheOthers() {
        DecidingSite two = new DecidingSite(TestSite.site(List.of("L1"),
                TestSite.string("A", ModuleType.C20, TestSite.at("L1", 1, 4)),
                TestSite.string("B", ModuleType.C20, TestSite.at("L1", 5, 4))));
        two.sweeps(100);
        two.silent[0].set(5, 8);
        two.sweeps(100);
        assertThat(two.status(1).goodBlocks()).isEqualTo(1);
        assertThat(two.status(1).meanMillivolts()).isNull();
        assertThat(two.status(1).totalMillivolts()).isNull();
        assertThat(standing(two)).containsExactlyInAnyOrder("module-lost/B-2", "module-lost/B-3", "module-lost/B-4");
        two.silent[0].clear(6);
        two.sweeps(3);
        assertThat(two.status(1).meanMillivolts()).isEqualTo(TestSite.FLOAT);
        assertThat(two.status(1).totalMillivolts()).isEqualTo(4 * TestSite.FLOAT);
    }

    @Test
    void aModuleThatWasNeverHeardHasNoAddress() {
        site.monitor.known = false;
        site.silent[0].set(2);
        site.sweeps(10);
        assertThat(standing()).containsExactly("module-not-addressed/S1-3");
        site.silent[0].clear(2);
        site.sweeps(2);
        assertThat(happened()).contains("RETURN module-not-addressed/S1-3");
        site.silent[0].set(2);
        site.sweeps(10);
        assertThat(standing()).contains("module-lost/S1-3");
    }

    @Test
    void inADischargeFloatLimitsSayNothingAndWhatStoodIsHidden() {
        DecidingSite plant = new DecidingSite(TestSite.site(List.of("L1"), TestSite.string(
                "S1", ModuleType.C20, TestSite.at("L1", 1, 12), Optional.of(TestSite.at("L1", 99, 1).get(0)),
                Optional.empty())));
        plant.sensors[0][0] = 50;
        plant.sweeps(100);
        low(plant, 6);
        plant.sweeps(20);
        assertThat(standing(plant)).contains("block-voltage-low-warning/S1-7");
        plant.sensors[0][0] = -40_000;
        plant.sweeps(30, sweep -> {
            plant.allAt(0, 12_400 - 5 * sweep);
            plant.millivolts[0][6] = 12_300 - 5 * sweep;
        });
        assertThat(standing(plant)).containsExactly("discharge-warning/S1");
        assertThat(plant.desk.standing(plant.nowMillis).hidden())
                .filteredOn(alarm -> alarm.point().id().equals("block-voltage-low-warning/S1-7"))
                .singleElement().satisfies(alarm -> assertThat(alarm.hidings()).containsKey(HideReason.SUPPRESSED));
        plant.sensors[0][0] = 50;
        plant.allAt(0, TestSite.FLOAT);
        plant.sweeps(400);
        assertThat(standing(plant)).doesNotContain("block-voltage-low-warning/S1-7");
        List<String> told = plant.outbox.oldest(1_000).stream()
                .filter(record -> record.subject().equals("S1-7") && record.definition().equals("block-voltage-low-warning"))
                .map(record -> record.action().name()).toList();
        assertThat(told).containsExactly("RAISE", "HIDE", "RETURN", "SHOW");
    }

    private static DecidingSite discharging() {
        DecidingSite plant = new DecidingSite(TestSite.site(List.of("L1"), TestSite.string(
                "S1", ModuleType.C20, TestSite.at("L1", 1, 12), Optional.of(TestSite.at("L1", 99, 1).get(0)),
                Optional.empty())));
        plant.sensors[0][0] = 50;
        plant.sweeps(100);
        plant.sensors[0][0] = -40_000;
        plant.sweeps(30, sweep -> plant.allAt(0, 12_400));
        return plant;
    }

    @Test
    void aBlockThatGivesWayIsToldWithHowFarItFellAndGoneWhenThatDischargeIsOver() {
        DecidingSite plant = discharging();
        plant.sweeps(4, sweep -> plant.millivolts[0][6] = 11_780 - 100 * sweep);
        assertThat(standing(plant)).contains("block-weak-warning/S1-7").doesNotContain("block-weak-alarm/S1-7");
        Alarm weak = plant.desk.standing(plant.nowMillis).standing().stream()
                .filter(alarm -> alarm.point().id().equals("block-weak-warning/S1-7")).findFirst().orElseThrow();
        assertThat(weak.value()).as("the least of three samples, 11.78 V, is 5 %% below 12.4 V").isEqualTo(50);
        assertThat(weak.limit()).isEqualTo(35);
        plant.sweeps(4, sweep -> plant.millivolts[0][6] = 10_000);
        assertThat(standing(plant)).contains("block-weak-alarm/S1-7");
        plant.sensors[0][0] = 50;
        plant.allAt(0, TestSite.FLOAT);
        plant.sweeps(400);
        assertThat(plant.outbox.oldest(1_000).stream().filter(record -> record.definition().startsWith("block-weak"))
                .map(record -> record.action() + " " + record.definition() + " " + record.value())).containsExactly(
                        "RAISE block-weak-warning 50", "RAISE block-weak-alarm 194", "RETURN block-weak-warning 0",
                        "RETURN block-weak-alarm 0");
    }

    @Test
    void aBlockWithALimitOfItsOwnGivesWayFurtherBeforeItIsTold() {
        DecidingSite plant = discharging();
        plant.limits.override(Map.of(), Map.of("block-weak-warning/S1-7", new AlarmOverride(
                Optional.empty(), Optional.of(80), Optional.empty(), Optional.empty(), Optional.empty())));
        plant.sweeps(10, sweep -> {
            plant.millivolts[0][6] = 11_780;
            plant.millivolts[0][7] = 11_780;
        });
        assertThat(standing(plant)).contains("block-weak-warning/S1-8").doesNotContain("block-weak-warning/S1-7");
    }

    @Test
    void anotherLimitCountsFromTheNextSweepOn() {
        settle();
        site.limits.override(Map.of("block-voltage-low-warning/S1", new AlarmOverride(
                Optional.empty(), Optional.of(13_700), Optional.empty(), Optional.of(0L), Optional.of(0L))), Map.of());
        site.sweep();
        assertThat(standing()).hasSize(12);
        site.limits.override(Map.of(), Map.of("block-voltage-low-warning/S1-1", new AlarmOverride(
                Optional.of(false), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
        site.sweep();
        assertThat(happened()).contains("RETURN block-voltage-low-warning/S1-1");
        site.sweeps(20);
        assertThat(happened().stream().filter(each -> each.startsWith("RETURN")).distinct()).hasSize(12);
    }

    @Test
    void afterARestartEverythingIsThereAndDelaysGoOn() {
        settle();
        low(site, 6);
        site.sweeps(20);
        low(site, 6, 7);
        site.sweeps(30_000 / PERIOD);
        AlarmMemento memento = site.desk.memento(site.alarms.pending());
        assertThat(memento.pending()).extracting(AlarmMemento.Pending::id).contains("block-voltage-low-warning/S1-8");

        DecidingSite again = new DecidingSite(TestSite.oneString(12));
        again.nowMillis = 5_000;
        again.wallOffsetMillis = site.nowMillis + site.wallOffsetMillis - 5_000;
        again.desk.restore(memento, again.nowMillis + again.wallOffsetMillis);
        again.alarms.restore(again.wallOffsetMillis, memento.pending());
        low(again, 6, 7);
        assertThat(standing(again)).isEqualTo(standing());
        int more = 0;
        while (!standing(again).contains("block-voltage-low-warning/S1-8") && more < 100) {
            again.sweep();
            more++;
        }
        // A state has to be recognised first: until then nothing is looked at, and time runs on.
        assertThat(again.outbox.oldest(1_000).stream().map(AlarmRecord::number)).startsWith(memento.lastRecord() + 1);
        assertThat(standing(again)).contains("block-voltage-low-warning/S1-7", "block-voltage-low-warning/S1-8");
    }

    @Test
    void aQuietSiteAndAStandingAlarmCostNoNews() {
        settle();
        low(site, 6);
        site.sweeps(100);
        long version = site.desk.version();
        site.sweeps(100);
        assertThat(site.desk.version()).isEqualTo(version);
    }

    @Test
    void theMonitorWatchesItself() {
        site.monitor.failing = true;
        site.monitor.backlog = 5_000;
        site.monitor.diskFree = 20;
        site.sweeps(20);
        assertThat(standing()).contains("history-failing/server", "history-backlog/server", "disk-free-warning/server",
                "disk-free-alarm/server");
        site.monitor.failing = false;
        site.wallOffsetMillis += 3_600_000;
        site.sweep();
        assertThat(standing()).contains("clock-jump/server");
        site.sweeps(20);
        assertThat(happened()).contains("RETURN clock-jump/server", "RETURN history-failing/server");
    }
}
