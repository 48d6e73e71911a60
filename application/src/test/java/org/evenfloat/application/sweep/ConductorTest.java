// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.application.TestSite.FLOAT;
import static org.evenfloat.application.TestSite.at;
import static org.evenfloat.application.TestSite.string;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.AnswerReplacement.Replaced;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleIdentity;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;

class ConductorTest {

    private static final int HIGH_ROW = 2;

    private static DecidingSite oneString() {
        DecidingSite site = new DecidingSite(TestSite.oneString(4));
        site.millivolts[0][HIGH_ROW] = FLOAT + 40;
        return site;
    }

    @Test
    void ordersDutyForTheHighBlockOnly() {
        DecidingSite site = oneString();
        site.sweeps(30);
        EqualizeOrder order = site.order(0);
        assertThat(order.dutyTenThousandths()[HIGH_ROW]).isGreaterThan(1_000);
        assertThat(order.dutyTenThousandths()[0]).isZero();
        assertThat(order.targetMillivolts()).containsOnly(FLOAT + 10);
        assertThat(site.status(0).phase()).isEqualTo(EqualizingPhase.WORKING);
        assertThat(site.status(0).highestBlock()).isEqualTo(HIGH_ROW + 1);
        assertThat(site.ordersReady[0]).isEqualTo(30);
    }

    @Test
    void switchesEveryDutyOffInTheFirstSweepOfADischargeAndForbidsResistances() {
        DecidingSite site = oneString();
        site.sweeps(30);
        assertThat(site.resistancesAllowed[0]).isTrue();
        site.allAt(0, 12_600);
        site.sweep();
        assertThat(site.status(0).state()).isEqualTo(StringState.DISCHARGE);
        assertThat(site.duties(0)).containsOnly(0);
        assertThat(site.resistancesAllowed[0]).isFalse();
        assertThat(site.status(0).phase()).isEqualTo(EqualizingPhase.PAUSED);
        assertThat(site.lastStates).containsOnly((byte) StringState.DISCHARGE.ordinal());
        site.allAt(0, 13_900);
        site.sweeps(3);
        assertThat(site.resistancesAllowed[0]).isTrue();
    }

    @Test
    void letsAStringRestFromItsNextSweepOnAndGoesOnWhereItWas() {
        DecidingSite site = oneString();
        site.sweeps(60);
        double[] integrators = site.watches.get(0).integrators();
        int duty = site.duties(0)[HIGH_ROW];
        site.watches.get(0).equalizing(false);
        site.sweep();
        assertThat(site.duties(0)).containsOnly(0);
        assertThat(site.status(0).phase()).isEqualTo(EqualizingPhase.OFF);
        assertThat(site.status(0).largestDutyPermille()).isZero();
        site.sweeps(30);
        assertThat(site.watches.get(0).integrators()).isEqualTo(integrators);
        site.watches.get(0).equalizing(true);
        site.sweeps(10);
        assertThat(site.duties(0)[HIGH_ROW]).isGreaterThan(duty / 2);
        assertThat(site.status(0).phase()).isEqualTo(EqualizingPhase.WORKING);
    }

    @Test
    void decidesOnEveryStringOfALineByItself() {
        DecidingSite site = new DecidingSite(TestSite.site(List.of("L1"),
                string("A", ModuleType.C20, at("L1", 1, 4)), string("B", ModuleType.C20, at("L1", 5, 4))));
        site.millivolts[0][0] = FLOAT + 40;
        site.sweeps(30);
        Arrays.fill(site.millivolts[0], 4, 8, 12_600);
        site.sweep();
        assertThat(site.status(0).state()).isEqualTo(StringState.FLOAT);
        assertThat(site.status(1).state()).isEqualTo(StringState.DISCHARGE);
        assertThat(site.duties(0)[0]).isGreaterThan(1_000);
        assertThat(site.resistancesAllowed[0]).as("one string of the line discharges").isFalse();
        assertThat(site.lastStates[3]).isEqualTo((byte) StringState.FLOAT.ordinal());
        assertThat(site.lastStates[4]).isEqualTo((byte) StringState.DISCHARGE.ordinal());
    }

    private static DecidingSite overTwoLines() {
        List<ModuleAddress> modules = Stream.concat(at("L1", 1, 3).stream(), at("L2", 1, 2).stream()).toList();
        return new DecidingSite(TestSite.site(List.of("L1", "L2"), string("S", ModuleType.C20, modules),
                string("T", ModuleType.C20, at("L2", 3, 2))));
    }

    @Test
    void bringsAStringOverTwoLinesTogetherAndOrdersOnBoth() {
        DecidingSite site = overTwoLines();
        site.millivolts[1][1] = FLOAT + 40;
        site.sweeps(30);
        assertThat(site.view.lines(0)).containsExactly(0, 1);
        assertThat(site.view.lines(1)).containsExactly(1);
        assertThat(site.status(0).goodBlocks()).isEqualTo(5);
        assertThat(site.status(0).highestBlock()).isEqualTo(5);
        assertThat(site.duties(1)[1]).isGreaterThan(1_000);
        assertThat(site.duties(0)).containsOnly(0);
        assertThat(site.ordersReady).containsExactly(30, 60);
    }

    @Test
    void countsTheBlocksOfAnotherLineOnlyWhileItsImageIsFresh() {
        DecidingSite site = overTwoLines();
        site.sweeps(3);
        site.nowMillis += 2 * DecidingSite.PERIOD_MILLIS;
        site.sweepLine(0);
        assertThat(site.status(0).goodBlocks()).isEqualTo(5);
        site.nowMillis += 1;
        site.sweepLine(0);
        assertThat(site.status(0).goodBlocks()).isEqualTo(3);
        site.sweepLine(1);
        site.sweepLine(0);
        assertThat(site.status(0).goodBlocks()).isEqualTo(5);
    }

    @Test
    void forbidsResistancesOnEveryLineOfADischargingString() {
        DecidingSite site = overTwoLines();
        site.sweeps(3);
        site.allAt(0, 12_600);
        Arrays.fill(site.millivolts[1], 0, 2, 12_600);
        site.sweeps(2);
        assertThat(site.status(1).state()).as("the other string floats").isEqualTo(StringState.FLOAT);
        assertThat(site.resistancesAllowed).containsExactly(false, false);
    }

    @Test
    void treatsTheHalvesOfACentreTapBatteryAsStrings() {
        DecidingSite site = new DecidingSite(TestSite.site(List.of("L1"),
                string("P", ModuleType.C20, at("L1", 1, 3), Optional.empty(), Optional.of("N")),
                string("N", ModuleType.C20, at("L1", 4, 3), Optional.empty(), Optional.of("P"))));
        Arrays.fill(site.millivolts[0], 3, 6, FLOAT + 60);
        site.sweeps(30);
        assertThat(site.duties(0)).as("each half has a target of its own").containsOnly(0);
        assertThat(site.status(0).targetMillivolts()).isEqualTo(FLOAT);
        assertThat(site.status(1).targetMillivolts()).isEqualTo(FLOAT + 60);
    }

    @Test
    void tellsAModuleThatKnowsOnlyATargetToRegulateByItself() {
        ModuleType c20 = ModuleType.C20;
        ModuleType own = new ModuleType("X1", 0, c20.minVoltage(), c20.maxVoltage(), c20.minResistance(),
                c20.maxResistance(), c20.equalizeCurrent(), c20.selfCurrentMicroamps(), ModuleType.Control.TARGET);
        DecidingSite site = new DecidingSite(TestSite.site(List.of("L1"), string("S", own, at("L1", 1, 4))));
        site.millivolts[0][HIGH_ROW] = FLOAT + 40;
        site.sweeps(30);
        EqualizeOrder order = site.order(0);
        assertThat(order.dutyTenThousandths()).containsOnly(EqualizeOrder.BY_ITSELF);
        assertThat(order.targetMillivolts()[0]).isBetween(FLOAT - 10, FLOAT + 10);
        site.allAt(0, 12_600);
        site.sweep();
        assertThat(site.duties(0)).containsOnly(0);
    }

    @Test
    void usesTheCurrentSensorOfTheString() {
        DecidingSite site = new DecidingSite(TestSite.site(List.of("L1"), string("S", ModuleType.C20,
                at("L1", 1, 4), Optional.of(new ModuleAddress("L1", 200)), Optional.empty())));
        site.sensors[0][0] = 40;
        site.sweeps(3);
        assertThat(site.status(0).currentMilliamps()).isEqualTo(40);
        site.sensors[0][0] = -8_000;
        site.sweep();
        assertThat(site.status(0).state()).isEqualTo(StringState.DISCHARGE);
    }

    @Test
    void leavesABlockOutThatWasReplaced() {
        DecidingSite site = oneString();
        site.sweeps(3);
        LineRoster roster = site.rosters.get(0);
        site.register.found(roster, HIGH_ROW, new ModuleIdentity(1, 20, 100, 3));
        site.register.found(roster, HIGH_ROW, new ModuleIdentity(2, 20, 100, 3));
        site.register.answer(Actor.server(), "S1-3", Replaced.BLOCK);
        site.sweeps(30);
        assertThat(site.duties(0)).containsOnly(0);
        assertThat(site.status(0).excluded()).singleElement()
                .satisfies(remark -> assertThat(remark.block()).isEqualTo("S1-3"));
        site.sweeps(24 * DecidingSite.HOUR);
        assertThat(site.status(0).excluded()).isEmpty();
        assertThat(site.duties(0)[HIGH_ROW]).isPositive();
    }
}
