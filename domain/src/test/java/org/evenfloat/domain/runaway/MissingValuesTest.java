// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A value that is not there never trips and never clears, and that nothing is there is told in time. */
class MissingValuesTest {

    @ParameterizedTest
    @EnumSource(value = Quality.class, names = {"SUSPECT", "STALE", "MISSING"})
    void votesStandWhileAValueIsNotThere(Quality quality) {
        Rig rig = Rig.of(20).heat(4_100, 3, 8, 15).steps(6);
        assertThat(rig.rule()).isEqualTo(RunawayRule.NONE);

        Arrays.fill(rig.temperatureQuality, quality.code());
        rig.steps(25);
        assertThat(rig.rule()).as("no vote is added").isEqualTo(RunawayRule.NONE);

        Arrays.fill(rig.temperatureQuality, Rig.GOOD);
        rig.step();
        assertThat(rig.rule()).as("the seventh").isEqualTo(RunawayRule.TRIP_RISE);
    }

    @Test
    void anAlarmIsNotClearedByMissingValues() {
        Rig rig = Rig.of(20).heat(3_400, 3).steps(10);
        assertThat(rig.rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);

        rig.temperatureQuality[3] = Rig.MISSING;
        assertThat(rig.steps(600).rule()).isEqualTo(RunawayRule.ALARM_TEMPERATURE);

        rig.temperatureQuality[3] = Rig.GOOD;
        assertThat(rig.heat(2_570, 3).steps(10).rule()).isEqualTo(RunawayRule.NONE);
    }

    @Test
    void tripVotesOfABlindBlockAreTakenBack() {
        Rig rig = Rig.of(20).heat(4_100, 3, 8, 15).steps(10);
        assertThat(rig.rule()).isEqualTo(RunawayRule.TRIP_RISE);

        rig.temperatureQuality[3] = Rig.MISSING;
        rig.temperatureQuality[8] = Rig.MISSING;
        rig.steps(30);
        assertThat(rig.rule()).as("within the hold").isEqualTo(RunawayRule.TRIP_RISE);
        rig.step();
        assertThat(rig.guard.evidence(3).blind()).isTrue();
        assertThat(rig.guard.evidence(3).riseVotes()).isZero();
        assertThat(rig.rule()).isEqualTo(RunawayRule.UNCONFIRMED);
        assertThat(rig.finding().lost()).contains(LostProtection.BLIND_BLOCKS);
    }

    @Test
    void threeBlocksWithoutAGoodReadingConfirmNothing() {
        Rig rig = Rig.of(20).heat(4_100, 3, 8, 15).steps(10);
        for (int block : new int[] {3, 8, 15}) {
            rig.temperatureQuality[block] = Rig.MISSING;
        }
        assertThat(rig.steps(1).rule()).isEqualTo(RunawayRule.UNCONFIRMED);
    }

    @Test
    void aBlindStringIsToldAfterThirtyOneSamples() {
        Rig rig = Rig.of(20).steps(60);
        assertThat(rig.guard.cannotProtect()).isEqualTo(CannotProtect.NO);
        Arrays.fill(rig.temperatureQuality, Rig.MISSING);

        rig.steps(30);
        assertThat(rig.guard.cannotProtect()).isEqualTo(CannotProtect.NO);
        assertThat(rig.step()).isTrue();
        assertThat(rig.guard.cannotProtect()).isEqualTo(CannotProtect.NO_TEMPERATURES);

        Arrays.fill(rig.temperatureQuality, Rig.GOOD);
        rig.step();
        assertThat(rig.guard.cannotProtect()).isEqualTo(CannotProtect.NO);
    }

    @Test
    void aStringHalfBlindIsNotProtected() {
        Rig rig = Rig.of(20).steps(60);
        Arrays.fill(rig.temperatureQuality, 0, 10, Rig.MISSING);
        assertThat(rig.steps(40).guard.cannotProtect()).isEqualTo(CannotProtect.NO);
        rig.temperatureQuality[10] = Rig.MISSING;
        assertThat(rig.steps(40).guard.cannotProtect()).isEqualTo(CannotProtect.TOO_FEW_TEMPERATURES);
    }

    @Test
    void nothingIsProtectedBeforeTheFirstTemperature() {
        Rig rig = Rig.of(20);
        Arrays.fill(rig.temperatureQuality, Rig.MISSING);
        assertThat(rig.steps(1).guard.cannotProtect()).isEqualTo(CannotProtect.NO_TEMPERATURES);
        assertThat(rig.finding().decisive()).isEmpty();
    }

    @Test
    void withoutCurrentAndVoltagesNobodyKnowsWhetherTheLoadWouldDrop() {
        Rig rig = Rig.of(20).heat(4_100, 3, 8, 15).steps(10);
        rig.currentQuality = Rig.MISSING;
        Arrays.fill(rig.voltageQuality, Rig.MISSING);

        assertThat(rig.steps(30).rule()).isEqualTo(RunawayRule.TRIP_RISE);
        rig.step();
        assertThat(rig.guard.cannotProtect()).isEqualTo(CannotProtect.DISCHARGE_UNKNOWN);
        assertThat(rig.rule()).isEqualTo(RunawayRule.HELD_BY_DISCHARGE);
        assertThat(rig.finding().lost()).contains(LostProtection.NO_CURRENT, LostProtection.NO_VOLTAGES);
    }

    @Test
    void aCurrentAlarmStandsUntilTheCurrentIsForgotten() {
        Rig rig = Rig.of(20).steps(Rig.LEARNT);
        rig.milliamps = 1_000;
        rig.steps(60);
        assertThat(rig.rule()).isEqualTo(RunawayRule.ALARM_CURRENT);

        rig.currentQuality = Rig.MISSING;
        assertThat(rig.steps(30).rule()).isEqualTo(RunawayRule.ALARM_CURRENT);
        assertThat(rig.steps(1).finding().currentRatio()).isNaN();
        assertThat(rig.rule()).isEqualTo(RunawayRule.NONE);
    }

    @Test
    void aCurrentThatIsNotThereDoesNotVote() {
        Rig rig = Rig.of(20).steps(Rig.LEARNT);
        rig.milliamps = 1_000;
        rig.steps(60).ramp(5, 165, rig.all());
        assertThat(rig.rule()).isEqualTo(RunawayRule.TRIP_CURRENT);

        Rig blind = Rig.of(20).steps(Rig.LEARNT);
        blind.milliamps = 1_000;
        blind.steps(100).ramp(5, 140, blind.all());
        assertThat(blind.finding().medianRiseKelvin()).isLessThan(8);
        blind.currentQuality = Rig.MISSING;
        blind.ramp(5, 25, blind.all());
        assertThat(blind.finding().medianRiseKelvin()).isGreaterThan(8);
        assertThat(blind.finding().currentVotes()).isZero();
        assertThat(blind.rule()).isEqualTo(RunawayRule.ALARM_CURRENT);
    }

    @Test
    void anOpenSensorBreaksInTheTenthSampleAndIsNeverBelieved() {
        Rig rig = Rig.of(20).steps(60).heat(-4_000, 3);
        rig.steps(9);
        assertThat(rig.guard.sensorFaulty(3)).isFalse();
        assertThat(rig.step()).isTrue();
        assertThat(rig.guard.newSensorFaults()).isEqualTo(1);
        assertThat(rig.guard.sensorFaulty(3)).isTrue();
        rig.steps(600);
        assertThat(rig.rule()).isEqualTo(RunawayRule.NONE);
        assertThat(rig.finding().faultySensors()).containsExactly(3);
    }

    @Test
    void aStuckSensorIsBelievedAfterThirtySamplesAndStaysUnconfirmed() {
        Rig rig = Rig.of(20).steps(Rig.LEARNT).heat(8_500, 3);
        assertThat(rig.steps(30).guard.evidence(3).celsius()).isEqualTo(25.7);
        assertThat(rig.steps(1).guard.evidence(3).celsius()).isEqualTo(85);
        assertThat(rig.steps(600).rule()).isEqualTo(RunawayRule.UNCONFIRMED);
    }

    @Test
    void spikesAreLeftOut() {
        Rig rig = Rig.of(20).steps(60);
        for (int round = 0; round < 200; round++) {
            rig.heat(round % 2 == 0 ? 9_000 : 2_570, 3).step();
            assertThat(rig.rule()).isEqualTo(RunawayRule.NONE);
        }
    }

    @Test
    void aBrokenAirSensorIsReplacedByTheCoolestQuarter() {
        Rig rig = Rig.of(20).steps(120);
        rig.ambient = -4_000;
        rig.steps(9);
        assertThat(rig.guard.ambientFaulty()).isFalse();
        rig.step();
        assertThat(rig.guard.newSensorFaults()).isEqualTo(1);
        assertThat(rig.guard.ambientFaulty()).isTrue();
        assertThat(rig.finding().lost()).contains(LostProtection.NO_AMBIENT);
        rig.steps(300);
        assertThat(rig.finding().referenceCelsius()).isBetween(24.6, 25.0);
        assertThat(rig.rule()).isEqualTo(RunawayRule.NONE);
    }

    @Test
    void votesDoNotOutlastALongSilence() {
        Rig rig = Rig.of(20).heat(4_100, 3, 8, 15).steps(6);
        rig.millis += 3_600_000;
        assertThat(rig.steps(1).rule()).isNotEqualTo(RunawayRule.TRIP_RISE);
        assertThat(rig.steps(6).rule()).isEqualTo(RunawayRule.TRIP_RISE);
    }

    @Test
    void aSampleThatIsNotLaterIsNotTaken() {
        Rig rig = Rig.of(20).heat(4_100, 3, 8, 15).steps(6);
        RunawayMemento before = rig.guard.memento();
        rig.millis -= 60_000;
        assertThat(rig.step()).isFalse();
        assertThat(rig.guard.memento()).isEqualTo(before);
    }
}
