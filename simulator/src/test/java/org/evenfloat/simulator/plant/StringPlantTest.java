// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StringPlantTest {

    private static final BlockCondition NEW_100_AH = BlockCondition.fresh(CellParameters.GENERIC, 6, 100);
    private static final Drive FLOAT_ONE = Drive.Charger.at(13.62);

    private static StringPlant string(int blocks) {
        return new StringPlant(Collections.nCopies(blocks, NEW_100_AH));
    }

    private static void run(StringPlant plant, double hours, double dtSeconds, Drive drive, double ambientCelsius) {
        double[] none = new double[plant.size()];
        for (long step = Math.round(hours * 3600 / dtSeconds); step > 0; step--) {
            plant.step(dtSeconds, drive, ambientCelsius, none);
        }
    }

    @Test
    void settlesFullBlockAtFloatWithPublishedCurrent() {
        StringPlant plant = string(1);
        plant.settleFloat(2.27);
        assertThat(plant.eta(0)).isCloseTo(0.125, within(1e-9));
        assertThat(plant.volts(0)).isCloseTo(13.62, within(1e-9));
        run(plant, 12, 10, FLOAT_ONE, 25);
        assertThat(plant.currentAmps()).describedAs("0.42 mA/Ah at 2.27 V and 25 °C").isCloseTo(0.042, within(0.001));
    }

    @Test
    void staysWhereItSettled() {
        StringPlant plant = StringCondition.aged(Seeds.SEED, StringDesign.generic(32, 6, 65), 1.2).plant();
        double[] before = new double[32];
        for (int i = 0; i < 32; i++) {
            before[i] = plant.volts(i);
        }
        run(plant, 1, 10, Drive.Charger.at(13.62 * 32), 25);
        for (int i = 0; i < 32; i++) {
            assertThat(plant.volts(i)).describedAs("block %d, seed %d", i, Seeds.SEED)
                    .isCloseTo(before[i], within(0.01));
        }
    }

    @Test
    void takesBackWhatADischargeTook() {
        StringPlant plant = string(2);
        plant.settleFloat(2.27);
        run(plant, 1, 10, new Drive.LoadCurrent(20), 25);
        assertThat(plant.soc(0)).isCloseTo(1 - 20 / 110.0, within(0.002));
        run(plant, 48, 10, new Drive.Charger(27.24, 10, 0), 25);
        assertThat(plant.soc(0)).isGreaterThan(0.995);
    }

    @Test
    void chargerHoldsItsVoltageOrItsCurrentAndNeverSinks() {
        StringPlant plant = string(4);
        for (int i = 0; i < 4; i++) {
            plant.set(i, BlockState.rested(0.4, 25));
        }
        Drive charger = new Drive.Charger(4 * 13.62, 10, 0);
        plant.step(10, charger, 25, new double[4]);
        assertThat(plant.currentAmps()).isEqualTo(10);
        run(plant, 30, 10, charger, 25);
        assertThat(plant.stringVolts()).isCloseTo(4 * 13.62, within(1e-6));
        assertThat(plant.currentAmps()).isBetween(0.01, 9.9);
        plant.step(10, Drive.Charger.at(4 * 12.0), 25, new double[4]);
        assertThat(plant.currentAmps()).isZero();
    }

    @Test
    void compensatedChargerLowersItsVoltageInTheHeat() {
        Drive charger = new Drive.Charger(13.62, 10, Drive.Charger.USUAL_COMPENSATION_VOLTS);
        StringPlant plant = string(1);
        plant.settleFloat(2.27);
        run(plant, 72, 60, charger, 35);
        double celsius = plant.celsius(0);
        assertThat(celsius).isGreaterThan(35);
        assertThat(plant.volts(0)).isCloseTo(13.62 - 0.018 * (celsius - 25), within(0.001));
    }

    @Test
    void loadOfConstantPowerDrawsThatPower() {
        StringPlant plant = string(16);
        plant.settleFloat(2.27);
        run(plant, 0.1, 10, new Drive.LoadPower(4000), 25);
        assertThat(-plant.currentAmps() * plant.stringVolts()).isCloseTo(4000, within(1.0));
    }

    @Test
    void deadStringGivesNoPower() {
        assertThat(new Drive.LoadPower(100).amps(-1, 0.1, 6, 25)).isZero();
        assertThat(new Drive.Rest().amps(12, 0.1, 6, 25)).isZero();
        assertThat(new Drive.SignedCurrent(3).amps(12, 0.1, 6, 25)).isEqualTo(3);
    }

    @Test
    void moreGassingLowersABlockByTheLawOfTafel() {
        List<BlockCondition> blocks = new ArrayList<>(Collections.nCopies(41, NEW_100_AH));
        blocks.set(20, NEW_100_AH.withGasFactor(2));
        StringPlant plant = new StringPlant(blocks);
        plant.settleFloat(2.27);
        assertThat(plant.volts(20) - plant.volts(0)).isCloseTo(-6 / 11.0 * Math.log(2), within(0.001));
    }

    @Test
    void bypassLowersItsBlockAndItsNeighboursRise() {
        StringPlant plant = string(8);
        plant.settleFloat(2.27);
        double[] bypass = new double[8];
        bypass[3] = 0.03;
        for (int i = 0; i < 3600; i++) {
            plant.step(10, Drive.Charger.at(13.62 * 8), 25, bypass);
        }
        assertThat(plant.volts(3)).isLessThan(13.3);
        assertThat(plant.volts(2)).isGreaterThan(13.63);
        assertThat(plant.currentAmps()).isGreaterThan(0.03);
    }

    @Test
    void blockWithShortedCellReadsOneCellLess() {
        StringPlant plant = string(1);
        plant.settleFloat(2.27);
        double before = plant.volts(0);
        plant.change(0, NEW_100_AH.withCellsOk(5));
        plant.set(0, plant.state(0));
        assertThat(before - plant.volts(0)).isCloseTo(2.27 - 0.05, within(1e-9));
    }

    @Test
    void internalShortHeatsItsBlockAndWarmsTheNeighboursAlike() {
        StringPlant plant = string(5);
        plant.settleFloat(2.27);
        plant.change(2, NEW_100_AH.withShortAmps(1));
        run(plant, 24, 10, new Drive.Charger(13.62 * 5, 10, 0), 25);
        assertThat(plant.celsius(2)).isGreaterThan(plant.celsius(1) + 1);
        assertThat(plant.celsius(1)).isGreaterThan(plant.celsius(0) + 0.2).isCloseTo(plant.celsius(3), within(1e-9));
        assertThat(plant.celsius(0)).isGreaterThan(25.3);
    }

    @Test
    void blockedAirAndWarmCornersHeatABlock() {
        StringPlant plant = new StringPlant(List.of(
                NEW_100_AH, NEW_100_AH.withCoolingFactor(0.2), NEW_100_AH, NEW_100_AH.withAmbientOffsetKelvin(5)));
        plant.settleFloat(2.27);
        run(plant, 48, 10, Drive.Charger.at(13.62 * 4), 25);
        assertThat(plant.celsius(1)).isGreaterThan(plant.celsius(0));
        assertThat(plant.celsius(3)).isBetween(28.0, 30.5);
    }

    @Test
    void ventingBlockGetsNoHotterThanItsBoilingPoint() {
        StringPlant plant = new StringPlant(List.of(NEW_100_AH.withShortAmps(50)));
        run(plant, 6, 60, new Drive.Charger(14, 60, 0), 40);
        assertThat(plant.celsius(0)).isBetween(100.0, 115.0);
        run(plant, 24, 60, new Drive.Rest(), 25);
        assertThat(plant.celsius(0)).isLessThan(105);
    }

    @Test
    void resistanceRisesWithAgeContactDischargeAndCold() {
        StringPlant plant = string(1);
        double fresh = plant.ohms(0);
        assertThat(fresh).isCloseTo(0.0048, within(0.0001));
        plant.change(0, NEW_100_AH.withResistanceFactor(1.5).withContactOhms(0.002));
        assertThat(plant.ohms(0)).isCloseTo(1.5 * fresh + 0.002, within(1e-12));
        plant.change(0, NEW_100_AH);
        plant.set(0, BlockState.rested(0.5, 15));
        assertThat(plant.ohms(0)).isCloseTo(fresh * 1.25 * Math.exp(0.07), within(1e-12));
    }

    @Test
    void sulfatedBlockTakesItsChargeBackLater() {
        StringPlant plant = new StringPlant(List.of(NEW_100_AH, NEW_100_AH.withSulfation(0.3)));
        plant.set(0, BlockState.rested(0.8, 25));
        plant.set(1, BlockState.rested(0.8, 25));
        run(plant, 12, 10, new Drive.Charger(27.24, 10, 0), 25);
        assertThat(plant.eta(1)).isGreaterThan(plant.eta(0) + 0.02);
    }

    @Test
    void longAndShortStepsTellTheSameStory() {
        StringPlant fine = StringCondition.recharged(Seeds.SEED, StringDesign.generic(16, 6, 40), 2).plant();
        StringPlant coarse = StringCondition.recharged(Seeds.SEED, StringDesign.generic(16, 6, 40), 2).plant();
        run(fine, 6, 2, Drive.Charger.at(13.62 * 16), 25);
        run(coarse, 6, 60, Drive.Charger.at(13.62 * 16), 25);
        for (int i = 0; i < 16; i++) {
            assertThat(coarse.volts(i)).describedAs("block %d, seed %d", i, Seeds.SEED)
                    .isCloseTo(fine.volts(i), within(0.02));
        }
    }

    @Test
    void staysFiniteUnderAnyTreatment() {
        Random random = new Random(Seeds.SEED);
        StringPlant plant = StringCondition.fresh(Seeds.SEED, StringDesign.generic(8, 6, 7)).plant();
        double[] bypass = new double[8];
        for (int step = 0; step < 20_000; step++) {
            Drive drive = switch (random.nextInt(5)) {
                case 0 -> new Drive.Charger(60 + 120 * random.nextDouble(), 5 * random.nextDouble(), 0);
                case 1 -> new Drive.Rest();
                case 2 -> new Drive.LoadCurrent(30 * random.nextDouble());
                case 3 -> plant.stringVolts() > 70 ? new Drive.LoadPower(1000 * random.nextDouble()) : new Drive.Rest();
                default -> new Drive.SignedCurrent(40 * random.nextDouble() - 20);
            };
            bypass[random.nextInt(8)] = 0.2 * random.nextDouble();
            plant.step(0.5 + 59.5 * random.nextDouble(), drive, -20 + 70 * random.nextDouble(), bypass);
            for (int i = 0; i < 8; i++) {
                assertThat(plant.volts(i)).describedAs("step %d, seed %d", step, Seeds.SEED).isBetween(-600.0, 60.0);
                assertThat(plant.soc(i)).isBetween(-0.04, 1.0);
                assertThat(plant.celsius(i)).isBetween(-30.0, 200.0);
            }
        }
    }

    @Test
    void blocksOfDifferentTypesShareOneCurrent() {
        StringPlant plant = new StringPlant(List.of(
                NEW_100_AH,
                BlockCondition.fresh(CellParameters.MEASURED_AGM, 3, 180)
                        .withCapacityFactor(CellParameters.MEASURED_AGM_CAPACITY)));
        assertThat(plant.cells()).isEqualTo(9);
        plant.settleFloat(2.27);
        run(plant, 1, 10, Drive.Charger.at(2.27 * 9), 25);
        assertThat(plant.stringVolts()).isCloseTo(2.27 * 9, within(1e-6));
        assertThat(plant.condition(1).cells()).isEqualTo(3);
    }

    @Test
    void stepAllocatesNothing() {
        StringPlant plant = string(64);
        plant.settleFloat(2.27);
        Drive[] drives = {
            Drive.Charger.at(64 * 13.62), new Drive.LoadPower(5000), new Drive.LoadCurrent(3), new Drive.Rest()
        };
        double[] bypass = new double[64];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int i = 0; i < 4000; i++) {
            if (i == 2000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            plant.step(1, drives[i % drives.length], 25, bypass);
        }
        // the bean itself may allocate a little
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000);
    }

    @Test
    void refusesWhatNoBlockCanBe() {
        assertThatThrownBy(() -> NEW_100_AH.withCellsOk(7)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 of them sound");
        assertThatThrownBy(() -> NEW_100_AH.withCapacityFactor(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StringPlant(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
