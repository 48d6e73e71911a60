// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.evenfloat.simulator.room.Scenario.Condition;
import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.room.Scenario.RoomString;
import org.evenfloat.simulator.room.Scenario.Supply;
import org.evenfloat.simulator.wire.BlockTerminals;
import org.junit.jupiter.api.Test;

class PlantStandingTest {

    private static final long SEED = Long.getLong("seed", 20_261_122L);
    private static final Phase FLOAT = new Phase("float", 1, 1, Supply.FLOAT, 0);
    private static final Phase LOAD = new Phase("load", 1, 1, Supply.LOAD, 0.6);
    private static final Phase REST = new Phase("rest", 1, 1, Supply.REST, 0);
    private static final Phase BOOST = new Phase("boost", 1, 1, Supply.BOOST, 0);

    private long nowMillis;

    private static PlantStanding standing(long seed, double noise, RoomString string) {
        return new PlantStanding(string, new Scenario(
                "test", "", seed, 2_000, 25, noise, List.of(string), List.of(FLOAT), List.of()),
                new RoomAir(25));
    }

    private static RoomString string(int blocks, Condition condition, int block, double amount) {
        return new RoomString("A1", "L1", blocks, "C20", 6, 40, condition, 0, block, amount, true);
    }

    private void pass(PlantStanding standing, Phase phase, int seconds) {
        for (int i = 0; i < seconds; i += 10) {
            nowMillis += 10_000;
            standing.advance(nowMillis, 10, phase);
        }
    }

    @Test
    void aBypassPullsItsBlockDown() {
        PlantStanding standing = standing(SEED, 0, string(16, Condition.SETTLED, 0, 0));
        double before = standing.block(3).volts();
        standing.block(3).bypass(1);
        pass(standing, FLOAT, 60);
        double soon = standing.block(3).volts();
        pass(standing, FLOAT, 1_800);
        double late = standing.block(3).volts();
        assertThat(soon).isLessThan(before);
        assertThat(late).as("it goes on sinking, seed " + SEED).isLessThan(soon - 0.01);
        assertThat(standing.block(4).volts()).as("the others rise").isGreaterThan(before);
        assertThat(standing.largestDeviationVolts()).isGreaterThan(0.01);
    }

    @Test
    void aPausedBypassShowsTheBlockWithoutItsDrop() {
        PlantStanding standing = standing(SEED, 0, string(16, Condition.SETTLED, 0, 0));
        BlockTerminals block = standing.block(0);
        block.bypass(1);
        pass(standing, FLOAT, 600);
        double bypassed = block.volts();
        block.bypass(0);
        // 0.15 A through some 8 mΩ
        assertThat(block.volts() - bypassed).isBetween(0.0, 0.004);
        block.bypass(1);
        assertThat(block.volts()).isEqualTo(bypassed);
        assertThat(block.microohms()).isBetween(5_000.0, 12_000.0);
    }

    @Test
    void aWeakBlockCollapsesInADischargeAndNotBefore() {
        PlantStanding standing = standing(SEED, 0, string(16, Condition.WEAK_BLOCK, 6, 0.6));
        pass(standing, FLOAT, 600);
        assertThat(standing.largestDeviationVolts()).isLessThan(0.3);
        pass(standing, LOAD, 2_400);
        double lowest = standing.block(5).volts();
        assertThat(standing.current().amps()).isCloseTo(-24, within(0.01));
        for (int i = 0; i < 16; i++) {
            if (i != 5) {
                assertThat(standing.block(i).volts()).as("block " + (i + 1) + ", seed " + SEED).isGreaterThan(lowest + 1);
            }
        }
    }

    @Test
    void theSupplyDecidesCurrentAndVoltage() {
        PlantStanding standing = standing(SEED, 0, string(16, Condition.FRESH, 0, 0));
        pass(standing, REST, 60);
        assertThat(standing.current().amps()).isZero();
        pass(standing, LOAD, 600);
        assertThat(standing.current().amps()).isEqualTo(-24);
        pass(standing, FLOAT, 60);
        assertThat(standing.current().amps()).as("a tenth of the capacity per hour").isCloseTo(4, within(0.01));
        pass(standing, BOOST, 40_000);
        double mean = 0;
        for (int i = 0; i < 16; i++) {
            mean += standing.block(i).volts() / 16;
        }
        assertThat(mean).isCloseTo(2.37 * 6, within(0.02));
    }

    @Test
    void aReadingChangesOnlyWithTime() {
        PlantStanding standing = standing(SEED, 5, string(16, Condition.FRESH, 0, 0));
        pass(standing, FLOAT, 60);
        double first = standing.block(2).volts();
        for (int i = 0; i < 100; i++) {
            assertThat(standing.block(2).volts()).isEqualTo(first);
            standing.block(i % 16).volts();
        }
        int changed = 0;
        for (int i = 0; i < 100; i++) {
            pass(standing, FLOAT, 10);
            changed += standing.block(2).volts() == first ? 0 : 1;
        }
        assertThat(changed).as("seed " + SEED).isGreaterThan(50);
    }

    @Test
    void noiseHasItsStandardDeviation() {
        PlantStanding standing = standing(SEED, 5, string(16, Condition.SETTLED, 0, 0));
        pass(standing, FLOAT, 7_200);
        int n = 2_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            standing.advance(++nowMillis, 0.001, FLOAT);
            double volts = standing.block(2).volts();
            sum += volts;
            squares += volts * volts;
        }
        double sigma = Math.sqrt(squares / n - sum / n * sum / n);
        assertThat(sigma).as("seed " + SEED).isBetween(0.0045, 0.0055);
    }

    @Test
    void everyConditionThatTheCheckAllowsCanBeBuilt() {
        Random random = new Random(SEED);
        for (int turn = 0; turn < 60; turn++) {
            Condition condition = Condition.values()[random.nextInt(Condition.values().length - 1)];
            int blocks = 1 + random.nextInt(40);
            int cells = 1 + random.nextInt(8);
            double capacity = 5 + random.nextInt(500);
            double amount = condition == Condition.DEFICIT ? capacity / 2 : 0.2 + 0.8 * random.nextDouble();
            double spread = random.nextBoolean() ? 0 : cells * random.nextDouble();
            RoomString string = new RoomString("A1", "L1", blocks, "C20", cells, capacity, condition, spread,
                    1 + random.nextInt(blocks), amount, false);
            Scenario scenario = new Scenario(
                    "test", "", turn, 2_000, 25, 1.5, List.of(string), List.of(FLOAT), List.of());
            if (ScenarioCheck.problems(scenario).isEmpty()) {
                PlantStanding standing = new PlantStanding(string, scenario, new RoomAir(25));
                standing.advance(10_000, 10, FLOAT);
                assertThat(standing.block(blocks - 1).volts()).as("seed " + SEED + ": " + string).isFinite();
            }
        }
    }
}
