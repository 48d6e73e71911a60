// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.evenfloat.domain.PhysicsCase;
import org.evenfloat.domain.Seed;
import org.evenfloat.domain.topology.Chemistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Float, discharge, recharge, boost, float, rest: each found in time and none where it is not. */
class StateRecognizerCycleTest {

    private static final double REST_FOUND_SECONDS = 45 * 60;

    private static final class Trial {
        final StateRecognizer recognizer;
        final String where;
        private String phase = "";
        private double startSeconds;
        private boolean restFound;

        Trial(StateRecognizer recognizer, String where) {
            this.recognizer = recognizer;
            this.where = where;
        }

        void sample(double seconds, String nowPhase, double volts, double amps) {
            boolean first = !nowPhase.equals(phase);
            if (first) {
                phase = nowPhase;
                startSeconds = seconds;
                restFound = false;
            }
            StringState state = recognizer.update(Math.round(seconds * 1000), volts, amps);
            String at = phase + " at " + seconds + " s, " + volts + " V, " + where;
            switch (phase) {
                case "DISCHARGE" -> assertThat(state).as(at).isEqualTo(StringState.DISCHARGE);
                case "REST" -> {
                    restFound |= state == StringState.REST;
                    boolean due = restFound || seconds - startSeconds > REST_FOUND_SECONDS;
                    assertThat(state).as(at).isIn(due ? List.of(StringState.REST)
                            : List.of(StringState.FLOAT, StringState.UNKNOWN));
                }
                default -> assertThat(state).as(at)
                        .isIn(StringState.FLOAT, StringState.BOOST, StringState.RECHARGE, StringState.UNKNOWN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recognisesTheRecordedCycle(boolean sensor) {
        PhysicsCase cycle = new PhysicsCase("cycle");
        int blocks = (int) cycle.number("N");
        int cells = (int) cycle.number("cells");
        List<String> phases = cycle.words("phases");
        Trial trial = new Trial(new StateRecognizer(Chemistry.VRLA_AGM, cycle.number("C10"), 0), "sensor " + sensor);
        StringMean mean = new StringMean(blocks, cells);
        double[] volts = new double[blocks];
        int floats = 0;
        for (int row = 0; row < cycle.rows(); row++) {
            for (int i = 0; i < blocks; i++) {
                volts[i] = cycle.at(row, "V" + i);
            }
            String phase = phases.get((int) cycle.at(row, "phase"));
            trial.sample(cycle.at(row, "t_s"), phase, mean.update(volts), sensor ? cycle.at(row, "I_A") : Double.NaN);
            floats += phase.equals("FLOAT") && trial.recognizer.state() == StringState.FLOAT ? 1 : 0;
        }
        assertThat(floats).as("rows of 300 in which float is seen as float").isGreaterThan(275);
    }

    @ParameterizedTest
    @CsvSource({
        "25, 11, 0.9, 60, 0", "25, 11, 0.9, 10, 0", "25, 11, 0.9, 1, 0", "25, 11, 0.2, 60, 0", "25, 11, 0.1, 60, 0",
        "12, 12.5, 0.6, 60, 0", "18, 10, 0.5, 30, 0", "32, 13, 0.7, 60, 0", "35, 11, 1.5, 5, 0",
        "25, 11, 0.9, 60, 0.0003", "20, 12, 0.3, 10, 0.0003"
    })
    void recognisesCyclesOfOtherMakes(double farads, double gassing, double load, double period, double noise) {
        for (boolean sensor : new boolean[] {true, false}) {
            Random random = Seed.random();
            CellModel cell = new CellModel(farads, gassing);
            Trial trial = new Trial(new StateRecognizer(Chemistry.VRLA_GEL, 100, 0),
                    "sensor " + sensor + ", " + Seed.note());
            double[] hours = {0, 1, 1 + Math.min(0.35, 0.3 / load), 7, 11, 15, 17};
            String[] phases = {"FLOAT", "DISCHARGE", "RECHARGE", "BOOST", "FLOAT", "REST"};
            for (int phase = 0; phase < phases.length; phase++) {
                long samples = Math.round((hours[phase + 1] - hours[phase]) * 3600 / period);
                for (int k = 1; k <= samples; k++) {
                    for (double passed = 0; passed < period; passed += Math.min(period, 5)) {
                        advance(cell, phases[phase], Math.min(period, 5), load);
                    }
                    trial.sample(hours[phase] * 3600 + k * period, phases[phase],
                            cell.volts() + noise * random.nextGaussian(), sensor ? 100 * cell.amps() : Double.NaN);
                }
            }
        }
    }

    private static void advance(CellModel cell, String phase, double seconds, double load) {
        switch (phase) {
            case "DISCHARGE" -> cell.load(seconds, load);
            case "REST" -> cell.load(seconds, 0);
            case "FLOAT" -> cell.charge(seconds, 2.27, 0.12);
            default -> cell.charge(seconds, 2.37, 0.12);
        }
    }

    @Test
    void theModelOfTheTrialsDoesDischargeAndRecover() {
        CellModel cell = new CellModel(25, 11);
        for (int k = 0; k < 120; k++) {
            cell.load(10, 0.9);
        }
        assertThat(cell.volts()).isBetween(1.8, 2.0);
        for (int k = 0; k < 2160; k++) {
            cell.charge(10, 2.37, 0.12);
        }
        assertThat(cell.volts()).isBetween(2.36, 2.371);
    }
}
