// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StringConditionTest {

    private static final StringDesign ROOM = StringDesign.generic(64, 6, 80);

    private static double meanVolts(StringPlant plant) {
        return plant.stringVolts() / plant.size();
    }

    private static double spreadAfter(StringPlant plant, int seconds) {
        for (int second = 0; second < seconds; second++) {
            plant.step(1, Drive.Charger.at(ROOM.floatVolts()), 25, new double[plant.size()]);
        }
        return Spread.of(plant);
    }

    @Test
    void sameSeedGivesSameStringAndAnotherSeedAnother() {
        assertThat(StringCondition.fresh(Seeds.SEED, ROOM)).isEqualTo(StringCondition.fresh(Seeds.SEED, ROOM))
                .isNotEqualTo(StringCondition.fresh(Seeds.SEED + 1, ROOM));
    }

    @Test
    void freshStringHardlySpreads() {
        StringPlant plant = StringCondition.fresh(Seeds.SEED, ROOM).plant();
        assertThat(Spread.of(plant)).describedAs("seed %d", Seeds.SEED).isBetween(0.02, 0.25);
        assertThat(meanVolts(plant)).isCloseTo(13.62, within(1e-6));
    }

    @Test
    void agedStringSpreadsAsAskedAndKeepsItsSpread() {
        StringPlant plant = StringCondition.aged(Seeds.SEED, ROOM, 1.5).plant();
        assertThat(Spread.of(plant)).describedAs("seed %d", Seeds.SEED).isCloseTo(1.5, within(0.001));
        assertThat(meanVolts(plant)).isCloseTo(13.62, within(1e-6));
        assertThat(spreadAfter(plant, 3600)).isCloseTo(1.5, within(0.05));
    }

    @Test
    void saysHowFarUnequalGassingCanSpreadABlock() {
        assertThatThrownBy(() -> StringCondition.aged(Seeds.SEED, ROOM, 9))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("9.000 V - these blocks can differ");
        assertThatThrownBy(() -> StringCondition.aged(Seeds.SEED, ROOM, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rechargedStringSpreadsAsAskedAboutFloatVoltage() {
        StringPlant plant = StringCondition.recharged(Seeds.SEED, ROOM, 3.6).plant();
        assertThat(Spread.of(plant)).describedAs("seed %d", Seeds.SEED).isCloseTo(3.6, within(1e-9));
        assertThat(meanVolts(plant)).isCloseTo(13.62, within(1e-6));
        for (int i = 0; i < plant.size(); i++) {
            assertThat(plant.volts(i)).describedAs("block %d, seed %d", i, Seeds.SEED).isBetween(12.86, 16.6);
        }
        assertThat(spreadAfter(plant, 10)).describedAs("still there when the first readings are taken")
                .isGreaterThan(3.4);
    }

    @Test
    void smallSpreadOfARechargedStringReachesUpAndDown() {
        StringPlant plant = StringCondition.recharged(Seeds.SEED, ROOM, 1).plant();
        double low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < plant.size(); i++) {
            low = Math.min(low, plant.volts(i));
        }
        assertThat(13.62 - low).describedAs("seed %d", Seeds.SEED).isBetween(0.4, 0.6);
        assertThat(meanVolts(plant)).isCloseTo(13.62, within(1e-6));
    }

    @Test
    void refusesASpreadNoPolarisationGives() {
        assertThatThrownBy(() -> StringCondition.recharged(1, ROOM, 7)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7.0 V over 64 blocks - 0 to 6.0 V");
        assertThatThrownBy(() -> StringCondition.recharged(1, StringDesign.generic(1, 6, 80), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deficitIsWhatTheBlockLacks() {
        StringCondition condition = StringCondition.deficit(Seeds.SEED, ROOM, 5, 1.0);
        StringPlant plant = condition.plant();
        double holds = 1.1 * 80 * condition.blocks().get(5).capacityFactor();
        assertThat((1 - plant.soc(5)) * holds).isCloseTo(1.0, within(1e-9));
        assertThat(plant.soc(4)).isEqualTo(1);
        assertThat(plant.volts(5)).describedAs("sags to its open-circuit voltage").isBetween(12.6, 13.2);
        assertThatThrownBy(() -> StringCondition.deficit(1, ROOM, 5, 500)).hasMessageContaining("500.0 Ah");
    }

    @Test
    void shortedCellTakesOneCellOff() {
        StringCondition condition = StringCondition.shortedCell(Seeds.SEED, ROOM, 7);
        assertThat(condition.blocks().get(7).cellsOk()).isEqualTo(5);
        assertThat(condition.plant().volts(7)).isBetween(11.1, 11.8);
    }

    @Test
    void weakBlockIsEmptyFirst() {
        StringPlant plant = StringCondition.weakBlock(Seeds.SEED, ROOM, 9, 0.6).plant();
        assertThat(plant.volts(9)).isBetween(13.2, 14.1);
        for (int i = 0; i < 1500; i++) {
            plant.step(2, new Drive.LoadCurrent(48), 25, new double[64]);
        }
        for (int i = 0; i < 64; i++) {
            assertThat(i == 9 || plant.volts(9) < plant.volts(i) - 0.3).describedAs("block %d", i).isTrue();
        }
    }
}
