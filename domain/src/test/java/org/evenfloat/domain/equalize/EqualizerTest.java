// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.evenfloat.domain.Seed;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EqualizerTest {

    private static final double FLOAT_VOLTS = 13.62;

    private final Equalizer equalizer = of(Strings.string(Strings.block(6, 40), Strings.C20, 5));
    private final double[] volts = {13.5, 13.6, 13.7, 13.6, 13.8};
    private final double[] limit = {1, 1, 1, 1, 1};

    private static Equalizer of(BatteryString string) {
        return new Equalizer(string, EqualizerTuning.of(string.blockType(), string.moduleType(), 10, 0));
    }

    private void run(int cycles, StringState state, boolean allowed) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            equalizer.step(10, state, allowed, volts, limit, FLOAT_VOLTS);
        }
    }

    @ParameterizedTest
    @EnumSource(value = StringState.class, names = {"DISCHARGE", "REST", "UNKNOWN"})
    void switchesOffInTheFirstCycleOutsideCharging(StringState state) {
        run(20, StringState.FLOAT, true);
        assertThat(equalizer.duty(4)).isPositive();

        run(1, state, true);
        assertThat(equalizer.largestDuty()).isZero();
        assertThat(equalizer.enabled()).isFalse();
    }

    @Test
    void switchesOffInTheFirstCycleInWhichItIsForbidden() {
        run(20, StringState.BOOST, true);
        assertThat(equalizer.duty(4)).isPositive();

        run(1, StringState.BOOST, false);
        assertThat(equalizer.largestDuty()).isZero();
    }

    @Test
    void equalizesARechargeFromItsChargingVoltageOn() {
        Arrays.setAll(volts, i -> 13.1 + 0.02 * i);
        run(5, StringState.RECHARGE, true);
        assertThat(equalizer.largestDuty()).as("mean 13.14 V is below 2.20 V per cell").isZero();

        Arrays.setAll(volts, i -> 13.2 + 0.02 * i);
        run(5, StringState.RECHARGE, true);
        assertThat(equalizer.largestDuty()).isPositive();
    }

    @Test
    void anotherChemistryKnowsNoLeadAcidVoltages() {
        BatteryString string = Strings.string(Strings.block(Chemistry.LI_ION, 1, 100), ModuleType.C41, 3);
        Equalizer lithium = of(string);
        double[] low = {3.30, 3.34, 3.38};
        for (int cycle = 0; cycle < 20; cycle++) {
            lithium.step(10, StringState.RECHARGE, true, low, new double[] {1, 1, 1}, Double.NaN);
        }
        assertThat(lithium.duty(2)).isPositive();

        BatteryString nickel = Strings.string(Strings.block(Chemistry.NICD, 2, 100), ModuleType.C41, 3);
        Equalizer cadmium = of(nickel);
        for (int cycle = 0; cycle < 20; cycle++) {
            cadmium.step(10, StringState.RECHARGE, true, new double[] {2.80, 2.84, 2.88}, new double[] {1, 1, 1},
                    Double.NaN);
        }
        assertThat(cadmium.duty(2)).as("1.44 V per cell").isPositive();
    }

    @Test
    void guardsABlockBelow210PerCell() {
        Arrays.setAll(volts, i -> 12.55 + 0.04 * i);
        run(20, StringState.FLOAT, true);

        assertThat(equalizer.duty(1)).as("12.59 V is below 2.10 V per cell").isZero();
        assertThat(equalizer.duty(2)).as("12.63 V is above").isPositive();

        volts[2] = Double.NaN;
        run(1, StringState.FLOAT, true);
        assertThat(equalizer.duty(2)).as("a lost frame does not lift the guard nor set it").isPositive();
        volts[2] = 12.58;
        run(1, StringState.FLOAT, true);
        volts[2] = Double.NaN;
        run(1, StringState.FLOAT, true);
        assertThat(equalizer.duty(2)).isZero();
        assertThat(equalizer.mayBypass(2)).isFalse();
    }

    @Test
    void aVoltageOutsideTheModulesRangeIsLostAndItsBlockNotEligible() {
        run(20, StringState.FLOAT, true);
        double mean = equalizer.meanVolts();
        volts[4] = 17.1;
        run(1, StringState.FLOAT, true);

        assertThat(equalizer.duty(4)).isZero();
        assertThat(equalizer.meanVolts()).isEqualTo(mean);
        assertThat(equalizer.exclusion(4)).isEqualTo(Exclusion.OUT_OF_RANGE);
        volts[4] = Double.NaN;
        run(1, StringState.FLOAT, true);
        assertThat(equalizer.exclusion(4)).as("its last voltage was out of range").isEqualTo(Exclusion.OUT_OF_RANGE);
        volts[4] = 13.8;
        run(1, StringState.FLOAT, true);
        assertThat(equalizer.exclusion(4)).isEqualTo(Exclusion.NONE);
        assertThat(equalizer.duty(4)).isPositive();
    }

    @Test
    void excludesAShortedBlockAfterTenMinutesOfChargingAndTakesItBackAfterTen() {
        volts[0] = 12.7;
        run(30, StringState.FLOAT, true);
        volts[0] = Double.NaN;
        run(5, StringState.FLOAT, true);
        volts[0] = 12.7;
        run(29, StringState.FLOAT, true);
        assertThat(equalizer.exclusion(0)).as("590 s with a voltage").isEqualTo(Exclusion.NONE);
        run(1, StringState.FLOAT, true);
        assertThat(equalizer.exclusion(0)).isEqualTo(Exclusion.SHORT);

        volts[0] = 13.05;
        run(100, StringState.FLOAT, true);
        assertThat(equalizer.exclusion(0)).as("0.63 V below is not recovered").isEqualTo(Exclusion.SHORT);
        volts[0] = 13.5;
        run(60, StringState.FLOAT, true);
        assertThat(equalizer.exclusion(0)).isEqualTo(Exclusion.NONE);
    }

    @Test
    void aWeakBlockInADischargeIsNotTakenForShorted() {
        Arrays.fill(volts, 12.0);
        volts[0] = 11.0;
        run(200, StringState.DISCHARGE, true);
        assertThat(equalizer.exclusion(0)).isEqualTo(Exclusion.NONE);
    }

    @Test
    void saysWhyABlockIsLeftOut() {
        equalizer.excludeByUser(0, true);
        equalizer.excludeReplaced(1, 100);
        equalizer.excludeByTemperatureSensor(2, true);
        volts[3] = Double.NaN;
        run(11, StringState.FLOAT, true);

        assertThat(equalizer.exclusion(0)).isEqualTo(Exclusion.USER);
        assertThat(equalizer.exclusion(1)).as("100 s are over").isEqualTo(Exclusion.NONE);
        assertThat(equalizer.exclusion(2)).isEqualTo(Exclusion.TEMPERATURE_SENSOR);
        assertThat(equalizer.meanVolts()).as("of blocks 2 and 5").isCloseTo(13.7, within(1e-9));
        run(8, StringState.FLOAT, true);
        assertThat(equalizer.exclusion(3)).isEqualTo(Exclusion.LOST);
        equalizer.excludeReplaced(1, 100);
        assertThat(equalizer.exclusion(1)).isEqualTo(Exclusion.REPLACED);
        equalizer.excludeByUser(0, false);
        assertThat(equalizer.exclusion(0)).isEqualTo(Exclusion.NONE);
    }

    @Test
    void afterAGapOfMinutesStartsFromZeroLikeTheModules() {
        run(20, StringState.FLOAT, true);
        double memory = equalizer.integrators()[4];
        equalizer.step(181, StringState.FLOAT, true, volts, limit, FLOAT_VOLTS);

        assertThat(equalizer.largestDuty()).isZero();
        assertThat(equalizer.integrators()[4]).isEqualTo(memory).isPositive();
        run(1, StringState.FLOAT, true);
        assertThat(equalizer.largestDuty()).isPositive();
    }

    @Test
    void everyInputGivesADutyWithinItsLimit() {
        Random random = Seed.random();
        double[] faults = {Double.NaN, Double.POSITIVE_INFINITY, -5, 0, 12.59, 16, 30, 1e300};
        for (int cycle = 0; cycle < 10_000; cycle++) {
            for (int i = 0; i < 5; i++) {
                volts[i] = random.nextInt(4) == 0 ? faults[random.nextInt(faults.length)] : 13 + random.nextDouble();
                limit[i] = random.nextInt(9) == 0 ? Double.NaN : random.nextDouble();
            }
            StringState state = random.nextInt(3) == 0
                    ? StringState.values()[random.nextInt(StringState.values().length)] : StringState.FLOAT;
            boolean allowed = random.nextInt(10) > 0;
            double dt = random.nextInt(50) == 0 ? faults[random.nextInt(faults.length)] : random.nextInt(60);
            equalizer.step(dt, state, allowed, volts, limit, FLOAT_VOLTS);
            for (int i = 0; i < 5; i++) {
                String where = "block " + i + " in cycle " + cycle + ", " + Seed.note();
                boolean guarded = volts[i] < 12.6 || volts[i] > 17 && Double.isFinite(volts[i]);
                boolean charging = state == StringState.FLOAT || state == StringState.BOOST
                        || state == StringState.RECHARGE;
                double highest = allowed && charging && !guarded && limit[i] >= 0 ? limit[i] : 0;
                assertThat(equalizer.duty(i)).as(where).isBetween(0.0, highest);
            }
        }
    }
}
