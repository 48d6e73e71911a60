// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.evenfloat.domain.state.StringState;
import org.junit.jupiter.api.Test;

/** Each rule fires at its edge and not below it. */
class RunawayRulesTest {

    @Test
    void warnsOfFiveKelvinInTheSeventhSample() {
        Rig rig = Rig.of(20).heat(3_000, 3);

        rig.steps(6);
        assertThat(rig.rule()).isEqualTo(RunawayRule.NONE);
        assertThat(rig.step()).as("something has changed").isTrue();
        assertThat(rig.rule()).isEqualTo(RunawayRule.WARN_RISE);
        assertThat(rig.finding().decisive()).hasValueSatisfying(found -> {
            assertThat(found.block()).isEqualTo(3);
            assertThat(found.riseKelvin()).isEqualTo(5.0);
            assertThat(found.warnVotes()).isEqualTo(7);
        });
        assertThat(rig.finding().limit()).isEqualTo(5.0);
    }

    @Test
    void doesNotWarnBelow() {
        assertThat(Rig.of(20).heat(2_999, 3).steps(60).rule()).isEqualTo(RunawayRule.NONE);
    }

    @Test
    void sixOfTenAreNotEnough() {
        Rig rig = Rig.of(20);
        for (int round = 0; round < 20; round++) {
            rig.heat(3_000, 3).steps(6);
            rig.heat(2_600, 3).steps(4);
            assertThat(rig.rule()).isEqualTo(RunawayRule.NONE);
        }
    }

    @Test
    void alarmsOfEightKelvin() {
        assertThat(Rig.of(20).heat(3_299, 3).steps(20).rule()).isEqualTo(RunawayRule.WARN_RISE);
        assertThat(Rig.of(20).heat(3_300, 3).steps(7).rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
    }

    @Test
    void alarmsOfFiftyDegreesInAHotRoom() {
        Rig rig = Rig.of(20).heatAll(4_800);
        rig.ambient = 4_700;
        assertThat(rig.heat(4_999, 3).steps(20).rule()).isEqualTo(RunawayRule.NONE);
        assertThat(rig.heat(5_000, 3).steps(7).rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
        assertThat(rig.finding().limit()).isEqualTo(50);
        assertThat(rig.guard.bypassOff()).isTrue();
    }

    @Test
    void tripsAtSixteenKelvinWithoutASlope() {
        assertThat(Rig.of(20).heat(4_099, 3, 8, 15).steps(20).rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
        Rig rig = Rig.of(20).heat(4_100, 3, 8, 15).steps(7);
        assertThat(rig.rule()).isEqualTo(RunawayRule.TRIP_RISE);
        assertThat(rig.finding().confirmation()).isEqualTo(Confirmation.SEVERAL_BLOCKS);
        assertThat(rig.finding().votingBlocks()).isEqualTo(3);
    }

    @Test
    void tripsAtTenKelvinThatRise() {
        Rig rig = Rig.of(20).heat(3_300, 3, 8, 15);
        rig.steps(10);

        rig.ramp(1, 199, 3, 8, 15);
        assertThat(rig.centi[3]).as("just below the limit").isEqualTo(3_499);
        assertThat(rig.rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
        rig.ramp(1, 6, 3, 8, 15);
        assertThat(rig.rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
        rig.ramp(1, 1, 3, 8, 15);
        assertThat(rig.rule()).isEqualTo(RunawayRule.TRIP_RISE);
        assertThat(rig.finding().decisive().orElseThrow().slopeKelvinPerHour()).isCloseTo(0.6, within(1e-9));
        assertThat(rig.finding().leadHours()).isCloseTo((60 - 35.06) / 0.6, within(1e-6));
    }

    @Test
    void tenKelvinThatHardlyRiseDoNotTrip() {
        Rig rig = Rig.of(20).heat(3_490, 3, 8, 15);
        for (int minute = 0; minute < 600; minute++) {
            rig.ramp(minute % 3 == 0 ? 1 : 0, 1, 3, 8, 15); // 0.2 K/h
        }
        assertThat(rig.centi[3]).isGreaterThan(3_600);
        assertThat(rig.rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
    }

    @Test
    void tripsAtSixtyDegreesAsRead() {
        Rig rig = Rig.of(20).heatAll(5_550);
        rig.ambient = 5_400;
        assertThat(rig.heat(5_999, 3, 8, 15).steps(20).rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
        assertThat(rig.heat(6_000, 3, 8, 15).steps(7).rule()).isEqualTo(RunawayRule.TRIP_HOT);
        assertThat(rig.finding().leadHours()).isZero();
    }

    @Test
    void aSingleSensorThatNothingSupportsIsNotBelieved() {
        Rig rig = Rig.of(20).steps(Rig.LEARNT);
        rig.ramp(20, 150, 3).steps(60);
        assertThat(rig.centi[3]).isGreaterThan(5_000);
        assertThat(rig.rule()).isEqualTo(RunawayRule.UNCONFIRMED);
        assertThat(rig.finding().confirmation()).isEqualTo(Confirmation.NONE);
        assertThat(rig.guard.stage()).isEqualTo(RunawayStage.ALARM);
    }

    @Test
    void aSingleBlockThatSagsIsBelieved() {
        Rig rig = Rig.of(20).steps(Rig.LEARNT);
        for (int minute = 0; minute < 150; minute++) {
            rig.ramp(10, 1, 3);
            rig.millivolts[3] = 13_620 - (int) Math.round(0.5 * (rig.centi[3] - 2_570) * 6 * 60 / 11 / 100);
        }
        assertThat(rig.rule()).isEqualTo(RunawayRule.TRIP_RISE);
        assertThat(rig.finding().confirmation()).isEqualTo(Confirmation.SAG);
        assertThat(rig.finding().decisive().orElseThrow().sagKelvin()).isCloseTo(7.5, within(0.2));
    }

    @Test
    void aSingleBlockWithALittleSagNeedsAWarmNeighbour() {
        for (int neighbour : new int[] {0, 300}) {
            Rig rig = Rig.of(20).steps(Rig.LEARNT);
            rig.heat(2_570 + neighbour, 4);
            for (int minute = 0; minute < 150; minute++) {
                rig.ramp(10, 1, 3);
                rig.millivolts[3] = 13_620 - (int) Math.round(0.2 * (rig.centi[3] - 2_570) * 6 * 60 / 11 / 100);
            }
            assertThat(rig.finding().confirmation())
                    .isEqualTo(neighbour == 0 ? Confirmation.NONE : Confirmation.NEIGHBOUR);
        }
    }

    @Test
    void tripsByAFourfoldCurrentAndAWarmMiddle() {
        assertThat(warm(610, 820)).isEqualTo(RunawayRule.TRIP_CURRENT);
        assertThat(warm(600, 820)).isEqualTo(RunawayRule.ALARM_CURRENT);
        assertThat(warm(610, 780)).isEqualTo(RunawayRule.ALARM_CURRENT);
    }

    /** The whole string warms up to so much above the air, with that current in mA. */
    private static RunawayRule warm(int milliamps, int riseHundredths) {
        Rig rig = Rig.of(20).steps(Rig.LEARNT);
        assertThat(rig.finding().currentRatio()).isCloseTo(0.042 / 0.15, within(0.001));
        rig.milliamps = milliamps + 10;
        rig.steps(600);
        int rise = riseHundredths - (rig.centi[0] - rig.ambient);
        rig.ramp(2, rise / 2, rig.all());
        assertThat(rig.finding().medianRiseKelvin()).isCloseTo(riseHundredths / 100.0, within(0.03));
        return rig.rule();
    }

    @Test
    void alarmsOfAThreefoldCurrentAtOnce() {
        Rig rig = Rig.of(20).steps(Rig.LEARNT);
        rig.milliamps = 610;
        int minutes = 0;
        while (rig.rule() == RunawayRule.NONE && minutes++ < 100) {
            rig.step();
        }
        assertThat(rig.rule()).isEqualTo(RunawayRule.ALARM_CURRENT);
        assertThat(rig.finding().currentRatio()).isBetween(3.0, 3.1);
    }

    @Test
    void tripsWhenATenthOfTheBlocksIsHotAndGetsHotter() {
        assertThat(hotRoom(20, 3)).isEqualTo(RunawayRule.TRIP_WIDESPREAD);
        assertThat(hotRoom(20, 2)).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
        assertThat(hotRoom(40, 3)).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
        assertThat(hotRoom(40, 4)).isEqualTo(RunawayRule.TRIP_WIDESPREAD);
    }

    private static RunawayRule hotRoom(int blocks, int hot) {
        Rig rig = Rig.of(blocks).heatAll(4_900);
        rig.ambient = 4_800;
        int[] some = new int[hot];
        for (int i = 0; i < hot; i++) {
            some[i] = 5 * i;
        }
        rig.heat(5_240, some).steps(5);
        return rig.ramp(1, 70, some).rule();
    }

    @Test
    void neverTripsInADischarge() {
        Rig rig = Rig.of(20).heatAll(5_900);
        rig.ambient = 5_000;
        rig.steps(60);
        rig.milliamps = -501;
        assertThat(rig.heatAll(6_200).steps(60).guard.stage()).isEqualTo(RunawayStage.ALARM);
        assertThat(rig.finding().discharging()).isTrue();

        rig.milliamps = 0;
        assertThat(rig.steps(7).rule()).isEqualTo(RunawayRule.TRIP_HOT);
        rig.milliamps = -501;
        rig.step();
        assertThat(rig.rule()).isEqualTo(RunawayRule.HELD_BY_DISCHARGE);
    }

    @Test
    void neverTripsWhileTheStringIsSaidToFeedItsLoad() {
        Rig rig = Rig.of(20).heat(6_100, 3, 8, 15);
        rig.state = StringState.DISCHARGE;
        assertThat(rig.steps(30).rule()).isEqualTo(RunawayRule.HELD_BY_DISCHARGE);
    }

    @Test
    void tripsInADischargeWhereTheUserWantsIt() {
        Rig rig = new Rig(Rig.string(20).withTripInDischarge(true));
        rig.milliamps = -5_000;
        assertThat(rig.heat(6_100, 3, 8, 15).steps(7).rule()).isEqualTo(RunawayRule.TRIP_HOT);
    }

    @Test
    void aDischargeIsSeenByTheVoltageToo() {
        Rig rig = Rig.of(20);
        rig.currentQuality = Rig.MISSING;
        Arrays.fill(rig.millivolts, 12_719);
        assertThat(rig.steps(1).finding().discharging()).isTrue();
        Arrays.fill(rig.millivolts, 12_720);
        assertThat(rig.steps(1).finding().discharging()).isFalse();
        assertThat(rig.finding().recent()).isTrue();
    }

    @Test
    void isMorePatientAfterADischarge() {
        Rig rig = Rig.of(20);
        rig.milliamps = -5_000;
        rig.step();
        rig.milliamps = 1_000;
        assertThat(rig.heat(3_499, 3, 8, 15).steps(30).rule()).isEqualTo(RunawayRule.NONE);
        assertThat(rig.heat(3_699, 3, 8, 15).steps(30).rule()).isEqualTo(RunawayRule.WARN_RISE);
        assertThat(rig.heat(3_700, 3, 8, 15).steps(30).rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
        assertThat(rig.heat(4_099, 3, 8, 15).steps(20).rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);
        assertThat(rig.heat(4_100, 3, 8, 15).steps(7).rule()).as("16 K and rising").isEqualTo(RunawayRule.TRIP_RISE);
    }

    @Test
    void aRoomThatCoolsDownMakesNoBlockHot() {
        Rig rig = Rig.of(20).heatAll(3_770);
        rig.ambient = 3_700;
        rig.steps(600);
        rig.ambient = 2_500;
        for (int minute = 0; minute < 600; minute++) {
            double hours = minute / 60.0;
            rig.heatAll((int) (2_570 + 1_200 * Math.exp(-hours / 5)));
            rig.step();
            assertThat(rig.rule()).as("after %.1f h", hours).isEqualTo(RunawayRule.NONE);
        }
    }

    @Test
    void lithiumIsAlarmedOnly() {
        Rig rig = new Rig(Rig.lithium(20));
        assertThat(rig.heat(6_100, 3, 8, 15).steps(10).rule()).isEqualTo(RunawayRule.ALARM_ONLY);
        assertThat(rig.finding().breakerMayNotStopIt()).isTrue();
        assertThat(rig.finding().lost()).contains(LostProtection.OTHER_CHEMISTRY);
    }

    @Test
    void aStringOfOneBlockNeedsItsCurrentAsAWitness() {
        Rig rig = Rig.of(1).steps(Rig.LEARNT);
        rig.heat(3_200, 0).steps(5);
        rig.heat(3_800, 0).steps(5);
        rig.heat(4_400, 0).steps(20);
        assertThat(rig.rule()).isEqualTo(RunawayRule.UNCONFIRMED);
        rig.milliamps = 1_000;
        rig.steps(60);
        assertThat(rig.rule().stage()).isEqualTo(RunawayStage.TRIP);
    }
}
