// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.domain.state.StringState.BOOST;
import static org.evenfloat.domain.state.StringState.DISCHARGE;
import static org.evenfloat.domain.state.StringState.FLOAT;
import static org.evenfloat.domain.state.StringState.RECHARGE;
import static org.evenfloat.domain.state.StringState.REST;
import static org.evenfloat.domain.state.StringState.UNKNOWN;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.evenfloat.domain.Seed;
import org.evenfloat.domain.topology.Chemistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateRecognizerTest {

    private static final double NONE = Double.NaN;

    private final Random random = Seed.random();
    private StateRecognizer recognizer = new StateRecognizer(Chemistry.VRLA_AGM, 100, 0);
    private long millis = 7_000_000;
    private long periodMillis = 10_000;
    private double noiseVolts;
    private final Set<StringState> seen = EnumSet.noneOf(StringState.class);

    private StringState sample(double volts, double amps) {
        millis += periodMillis;
        StringState state = recognizer.update(millis, volts + noiseVolts * random.nextGaussian(), amps);
        seen.add(state);
        return state;
    }

    /** Moves the voltage by so much a minute and returns the state at the end. */
    private StringState run(double minutes, double volts, double voltsPerMinute, double amps) {
        seen.clear();
        StringState state = recognizer.state();
        long samples = Math.round(minutes * 60_000 / periodMillis);
        for (long k = 1; k <= samples; k++) {
            state = sample(volts + voltsPerMinute * k * periodMillis / 60_000, amps);
        }
        return state;
    }

    @ParameterizedTest
    @CsvSource({
        "2.27, NaN, FLOAT", "2.21, NaN, FLOAT", "2.36, NaN, BOOST", "2.05, NaN, DISCHARGE", "2.15, NaN, UNKNOWN",
        "2.27, 0.05, FLOAT", "2.27, -1, DISCHARGE", "2.15, 0, REST", "2.15, 5, RECHARGE", "2.05, 5, RECHARGE",
        "2.36, 5, BOOST", "NaN, -1, DISCHARGE", "NaN, 5, UNKNOWN", "NaN, NaN, UNKNOWN"
    })
    void theFirstSampleSaysWhatItCan(double volts, double amps, StringState state) {
        assertThat(recognizer.state()).isEqualTo(UNKNOWN);
        assertThat(sample(volts, amps)).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 10_000, 60_000})
    void findsOutAfterAStartInTheMiddle(long period) {
        periodMillis = period;
        assertThat(run(10, 2.145, -0.0001, NONE)).as("rest").isEqualTo(REST);

        recognizer = new StateRecognizer(Chemistry.VRLA_AGM, 100, 0);
        assertThat(run(6, 2.05, 0.004, NONE)).as("recharge").isEqualTo(RECHARGE);

        recognizer = new StateRecognizer(Chemistry.VRLA_AGM, 100, 0);
        assertThat(run(10, 2.25, 0.004, NONE)).as("end of a recharge").isEqualTo(RECHARGE);
        assertThat(run(15, 2.29, 0, NONE)).as("held at last").isEqualTo(FLOAT);

        recognizer = new StateRecognizer(Chemistry.VRLA_AGM, 100, 0);
        assertThat(run(8, 2.26, -0.003, NONE)).as("an opened breaker").isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 10_000, 60_000})
    void aSingleNoisyCellFloatsWithoutChatter(long period) {
        periodMillis = period;
        noiseVolts = 0.0015;
        run(600, 2.27, 0, NONE);
        assertThat(seen).as(Seed.note()).containsExactly(FLOAT);
        run(600, 2.37, 0, NONE);
        assertThat(seen).as(Seed.note()).containsExactly(BOOST);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.20, 2.32})
    void aNoisyVoltageAtALimitDoesNotChatter(double limit) {
        noiseVolts = 0.0005;
        run(60, limit - 0.001, 0, NONE);
        StringState settled = recognizer.state();
        int changes = 0;
        for (int k = 0; k < 3000; k++) {
            StringState before = recognizer.state();
            changes += sample(limit - 0.001, NONE) == before ? 0 : 1;
        }
        assertThat(changes).as("from %s, %s", settled, Seed.note()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 10_000, 60_000})
    void findsALightDischargeWithoutASensorWithinAMinute(long period) {
        periodMillis = period;
        run(60, 2.27, 0, NONE);
        CellModel cell = new CellModel(25, 11);
        for (long passed = 0; passed < 60; passed += period / 1000) {
            cell.load(period / 1000.0, 0.05);
            sample(cell.volts(), NONE);
        }
        assertThat(cell.volts()).as("above the plain limit").isGreaterThan(2.12);
        assertThat(recognizer.state()).isEqualTo(DISCHARGE);
        run(60, cell.volts(), -0.0003, NONE);
        assertThat(seen).containsExactly(DISCHARGE);
    }

    @Test
    void twoSamplesFarApartAreNoFall() {
        run(60, 2.27, 0, NONE);
        periodMillis = 600_000;
        assertThat(sample(2.21, NONE)).isEqualTo(FLOAT);
    }

    @Test
    void aLoadThatGetsLighterIsADischargeAgainSoon() {
        run(30, 2.27, 0, NONE);
        run(10, 2.0, -0.005, NONE);
        assertThat(recognizer.state()).isEqualTo(DISCHARGE);
        run(10, 2.06, -0.003, NONE);
        assertThat(recognizer.state()).isEqualTo(DISCHARGE);
    }

    @Test
    void theDipAtTheStartOfADischargeIsNoRecharge() {
        run(30, 2.27, 0, NONE);
        run(1, 2.02, 0, NONE);
        run(3, 2.02, 0.006, NONE);
        assertThat(seen).containsExactly(DISCHARGE);
    }

    @Test
    void aDischargedStringBehindAnOpenBreakerComesToRest() {
        run(30, 2.27, 0, NONE);
        run(20, 2.0, -0.005, NONE);
        run(5, 2.05, 0.004, NONE);
        run(30, 2.07, 0.00005, NONE);
        assertThat(recognizer.state()).isEqualTo(REST);
        run(300, 2.07, 0, NONE);
        assertThat(seen).containsExactly(REST);
        run(1, 2.0, 0, NONE);
        assertThat(recognizer.state()).isEqualTo(DISCHARGE);
    }

    @Test
    void restEndsWithTheCharger() {
        run(20, 2.145, -0.0001, NONE);
        assertThat(recognizer.state()).isEqualTo(REST);
        assertThat(run(2, 2.18, 0.01, NONE)).isEqualTo(RECHARGE);
        assertThat(run(20, 2.27, 0, NONE)).isEqualTo(FLOAT);
    }

    @Test
    void aChargerAtZeroCurrentAfterBoostIsNotRest() {
        run(60, 2.37, 0, 0.5);
        run(7, 2.37, -0.014, 0);
        assertThat(seen).doesNotContain(REST, DISCHARGE, UNKNOWN);
        assertThat(run(20, 2.27, 0, 0.05)).isEqualTo(FLOAT);
    }

    @Test
    void theSensorsOwnErrorIsNoCharge() {
        run(60, 2.27, 0, 0.06);
        run(60, 2.27, -0.0015, 0.03);
        assertThat(seen).as("0.03 A of 100 Ah").containsExactlyInAnyOrder(FLOAT, UNKNOWN, REST);
        run(300, 2.15, 0, 0.03);
        assertThat(seen).containsExactly(REST);
        run(10, 2.15, 0.002, 0.3);
        assertThat(recognizer.state()).isEqualTo(RECHARGE);
    }

    @Test
    void aSensorWithALargeZeroDoesNotSeeDischargesInIt() {
        recognizer = new StateRecognizer(Chemistry.VRLA_AGM, 100, 2);
        assertThat(run(10, 2.27, 0, -1.5)).isEqualTo(FLOAT);
        assertThat(run(1, 2.27, 0, -2.1)).isEqualTo(DISCHARGE);
        assertThat(run(1, 2.27, 0, -1.1)).as("hysteresis").isEqualTo(DISCHARGE);
        assertThat(run(1, 2.27, 0, -0.9)).isNotEqualTo(DISCHARGE);
    }

    @Test
    void losingTheSensorDoesNotChangeTheState() {
        run(10, 2.27, 0, 0.05);
        run(10, 2.0, -0.005, -50);
        run(1, 1.95, 0, NONE);
        assertThat(seen).containsExactly(DISCHARGE);
        run(5, 2.08, 0.004, 10);
        run(5, 2.10, 0.004, NONE);
        assertThat(seen).containsExactly(RECHARGE);
    }

    @Test
    void isUnknownNinetySecondsAfterTheLastVoltageAndNeverADischarge() {
        run(60, 2.27, 0, NONE);
        run(1.5, NONE, 0, NONE);
        assertThat(seen).containsExactly(FLOAT);
        run(60, NONE, 0, NONE);
        assertThat(seen).containsExactly(UNKNOWN);
        assertThat(sample(2.27, NONE)).isEqualTo(FLOAT);
    }

    @Test
    void aSilentBusInARechargeDoesNotMakeItADischarge() {
        run(30, 2.27, 0, NONE);
        run(20, 2.0, -0.005, NONE);
        run(5, 2.06, 0.004, NONE);
        run(5, NONE, 0, NONE);
        assertThat(recognizer.state()).isEqualTo(UNKNOWN);
        assertThat(sample(2.10, NONE)).isEqualTo(RECHARGE);
    }

    @Test
    void anotherChemistryIsJudgedByItsCurrentAlone() {
        recognizer = new StateRecognizer(Chemistry.LI_ION, 100, 0);
        assertThat(sample(3.4, NONE)).isEqualTo(UNKNOWN);
        assertThat(sample(3.4, -5)).isEqualTo(DISCHARGE);
        assertThat(sample(3.4, 5)).isEqualTo(RECHARGE);
        assertThat(run(5, 3.4, 0, 0)).isEqualTo(REST);
        assertThat(sample(2.0, NONE)).isEqualTo(UNKNOWN);
    }
}
