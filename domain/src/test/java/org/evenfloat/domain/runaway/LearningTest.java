// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.evenfloat.domain.state.StringState;
import org.junit.jupiter.api.Test;

class LearningTest {

    private static final int HOUR = 60;

    @Test
    void sensorsAreCorrectedAfterTwelveHours() {
        Rig rig = Rig.of(21).heat(2_870, 3);
        rig.ambient = 2_600;
        rig.steps(12 * HOUR);
        assertThat(rig.guard.evidence(3).riseKelvin()).isCloseTo(2.7, within(1e-9));
        assertThat(rig.finding().lost()).contains(LostProtection.NOT_LEARNT);
        rig.steps(2);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.LEARNT);
        assertThat(rig.guard.evidence(3).riseKelvin()).as("3 K offset, air 1 K too warm").isCloseTo(0.7, within(1e-6));
        assertThat(rig.finding().lost()).isEmpty();
    }

    @Test
    void aCorrectionHasItsLimit() {
        Rig rig = Rig.of(21);
        rig.ambient = 2_900;
        rig.heatAll(2_570).heat(3_370, 3).steps(12 * HOUR + 2);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.LEARNT);
        // the air is believed to be 3 K too warm at most; the block would be 4 K off at most, but is left as it is
        assertThat(rig.guard.evidence(3).correctedCelsius()).isCloseTo(33.7 + 3, within(1e-6));
        assertThat(rig.guard.evidence(4).correctedCelsius()).isCloseTo(25.7 + 3, within(1e-6));
    }

    @Test
    void aHotBlockIsNotCorrectedAway() {
        Rig rig = Rig.of(20).heat(3_100, 3).steps(12 * HOUR + 2);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.LEARNT);
        assertThat(rig.guard.evidence(3).riseKelvin()).isCloseTo(6, within(1e-6));
    }

    @Test
    void aWarmStringIsRefused() {
        Rig rig = Rig.of(20).heatAll(3_000).steps(13 * HOUR);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.REFUSED_WARM);
        rig.heatAll(2_999).steps(13 * HOUR);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.LEARNT);
    }

    @Test
    void aLargeFloatCurrentIsRefusedButComparedWithTheLeastReference() {
        Rig rig = Rig.of(20);
        rig.milliamps = 170;
        rig.steps(13 * HOUR);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.REFUSED_CURRENT);
        assertThat(rig.finding().currentRatio()).isCloseTo(160.0 / 150, within(1e-6));
    }

    @Test
    void thatCurrentIsJudgedAtTwentyFiveDegrees() {
        Rig rig = Rig.of(20).heatAll(3_570);
        rig.ambient = 3_500;
        rig.milliamps = 170;
        rig.steps(13 * HOUR);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.LEARNT);
    }

    @Test
    void aPersonMayHaveALargeCurrentLearnt() {
        Rig rig = Rig.of(20);
        rig.milliamps = 210;
        rig.steps(13 * HOUR);
        assertThatIllegalArgumentException().isThrownBy(() -> rig.guard.learnAnew(" "))
                .withMessageContaining("a name");
        rig.guard.learnAnew("Ada");
        rig.steps(14 * HOUR);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.LEARNT);
        assertThat(rig.guard.learntBy()).isEqualTo("Ada");
        assertThat(rig.finding().currentRatio()).isCloseTo(1 / Math.exp(0.06 * 0.0), within(0.06));
    }

    @Test
    void notEvenAPersonHasAWarmStringLearnt() {
        Rig rig = Rig.of(20).heatAll(3_000);
        rig.guard.learnAnew("Ada");
        assertThat(rig.steps(14 * HOUR).finding().learning()).isEqualTo(LearningState.REFUSED_WARM);
    }

    @Test
    void aDischargePostponesIt() {
        Rig rig = Rig.of(20).steps(8 * HOUR);
        rig.milliamps = -5_000;
        rig.steps(5);
        rig.milliamps = 52;
        rig.steps(12 * HOUR - 1);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.WAITING);
        assertThat(rig.steps(2).finding().learning()).isEqualTo(LearningState.LEARNT);
    }

    @Test
    void onlyFloatCounts() {
        Rig rig = Rig.of(20);
        rig.state = StringState.BOOST;
        assertThat(rig.steps(20 * HOUR).finding().learning()).isEqualTo(LearningState.WAITING);
    }

    @Test
    void anUnknownStateOnlyPausesIt() {
        Rig rig = Rig.of(20).steps(8 * HOUR);
        rig.state = StringState.UNKNOWN;
        rig.steps(3 * HOUR);
        rig.state = StringState.FLOAT;
        assertThat(rig.steps(4 * HOUR + 2).finding().learning()).isEqualTo(LearningState.LEARNT);
    }

    @Test
    void withEqualizingAHotBlockIsSeenByItsDuty() {
        Rig rig = equalized();
        double sagBefore = rig.guard.evidence(3).sagKelvin();
        assertThat(sagBefore).isCloseTo(0, within(0.1));

        for (int minute = 0; minute < 600; minute++) {
            double excess = minute * 0.02;
            rig.heat((int) Math.round(2_570 + 100 * excess), 3);
            // a block that is held at its voltage gasses exp(0.06 a kelvin) more, and its bypass gives way
            double gasMilliamps = (rig.milliamps - 10 - 0.5 * 150) * Math.exp(0.06 * excess);
            rig.duty[3] = (int) Math.round(1000 * (rig.milliamps - 10 - gasMilliamps) / 150);
            rig.step();
        }

        assertThat(rig.millivolts[3]).as("the voltage says nothing").isEqualTo(13_620);
        assertThat(rig.duty[3]).isBetween(0, 400);
        assertThat(rig.guard.evidence(3).sagKelvin()).isCloseTo(11.6, within(0.5));
        assertThat(rig.rule()).isEqualTo(RunawayRule.TRIP_RISE);
        assertThat(rig.finding().confirmation()).isEqualTo(Confirmation.SAG);
    }

    @Test
    void withEqualizingAStuckSensorIsStillNotBelieved() {
        Rig rig = equalized();
        for (int minute = 0; minute < 600; minute++) {
            rig.heat(2_570 + 2 * minute, 3).step();
        }
        assertThat(rig.rule()).isEqualTo(RunawayRule.UNCONFIRMED);
    }

    @Test
    void voltagesAreLearntAnewWhenEqualizingHasBroughtTheBlocksTogether() {
        Rig rig = Rig.of(20);
        rig.milliamps = 150;
        rig.millivolts[3] = 13_220;
        rig.steps(Rig.LEARNT);
        rig.millivolts[3] = 13_620; // equalizing holds it there, without any bypass of its own
        for (int i = 0; i < 20; i++) {
            rig.duty[i] = i == 3 ? 0 : 400;
        }
        rig.equalizing = true;
        rig.converged = true;
        rig.steps(6 * HOUR + 60);
        assertThat(rig.guard.evidence(3).sagKelvin()).isCloseTo(0, within(0.2));
    }

    @Test
    void outsideFloatAndWhileVoltagesFollowDutiesTheLastSagStands() {
        Rig rig = equalized();
        rig.duty[3] = 0;
        double sag = rig.steps(60).guard.evidence(3).sagKelvin();
        assertThat(sag).isGreaterThan(5);

        rig.state = StringState.BOOST;
        rig.duty[3] = 800;
        assertThat(rig.steps(120).guard.evidence(3).sagKelvin()).isEqualTo(sag);
        rig.state = StringState.FLOAT;
        assertThat(rig.steps(6 * HOUR - 1).guard.evidence(3).sagKelvin()).isEqualTo(sag);
        assertThat(rig.steps(30).guard.evidence(3).sagKelvin()).isLessThan(0);
    }

    @Test
    void equalizingThatStopsMakesNoBlockLookHot() {
        Rig rig = equalized();
        rig.duty[3] = 900;
        double sag = rig.steps(120).guard.evidence(3).sagKelvin();
        rig.equalizing = false;
        Arrays.fill(rig.duty, 0); // the voltages follow later
        rig.milliamps -= 75;
        for (int minute = 0; minute < 6 * HOUR; minute++) {
            rig.step();
            assertThat(rig.guard.evidence(3).sagKelvin()).isEqualTo(sag);
        }
    }

    @Test
    void aSensorThatLimitsItsOwnDutyIsNoWitnessForItself() {
        Rig rig = equalized();
        rig.ambient = 3_700;
        rig.heatAll(3_770).steps(10 * HOUR);
        rig.limited[3] = true;
        rig.duty[3] = 0;
        rig.ramp(6, 200, 3).steps(30);
        assertThat(rig.guard.evidence(3).excessKelvin()).isGreaterThan(11);
        assertThat(rig.guard.evidence(3).sagKelvin()).isCloseTo(0, within(0.3));
        assertThat(rig.rule()).isEqualTo(RunawayRule.UNCONFIRMED);
    }

    @Test
    void anUnknownStateForAMinuteDisturbsNothing() {
        Rig rig = equalized();
        rig.state = StringState.UNKNOWN;
        rig.equalizing = false;
        rig.step();
        rig.state = StringState.FLOAT;
        rig.equalizing = true;
        rig.steps(11);
        rig.duty[3] = 0;
        assertThat(rig.steps(60).guard.evidence(3).sagKelvin()).isGreaterThan(5);
    }

    /** Learnt while every block had half of its bypass. */
    private static Rig equalized() {
        Rig rig = Rig.of(20);
        rig.milliamps = 135;
        rig.equalizing = true;
        rig.converged = true;
        Arrays.fill(rig.duty, 500);
        RunawayGuard guard = rig.guard;
        guard.learnAnew("Ada");
        rig.steps(Rig.LEARNT);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.LEARNT);
        return rig;
    }
}
