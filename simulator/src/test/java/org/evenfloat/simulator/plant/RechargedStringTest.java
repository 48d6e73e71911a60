// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenfloat.domain.equalize.Equalizer;
import org.evenfloat.domain.equalize.EqualizerTuning;
import org.evenfloat.domain.equalize.Exclusion;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RechargedStringTest {

    private static final StringDesign ROOM = StringDesign.generic(64, 6, 80);
    private static final double PERIOD_SECONDS = 10;

    private static BatteryString string() {
        BatteryProfile profile = new BatteryProfile(
                "agm", Chemistry.VRLA_AGM, new Voltage(2270), new Voltage(2370), new Voltage(1700));
        List<Block> blocks = IntStream.range(0, 64)
                .mapToObj(i -> new Block("A-" + i, i + 1, new ModuleAddress("line", i + 1))).toList();
        return new BatteryString(
                "A", "A", new BlockType(profile, 6, Charge.ofAmpHours(80)), ModuleType.C20, blocks, Optional.empty(),
                Optional.empty(), new Current(0), true, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2.5, 3.6})
    void isEqualizedWithinHoursWithoutAnyBlockLeftOut(double spreadVolts) {
        StringPlant plant = StringCondition.recharged(Seeds.SEED, ROOM, spreadVolts).plant();
        EqualizerTuning tuning =
                EqualizerTuning.of(string().blockType(), ModuleType.C20, PERIOD_SECONDS, 0);
        Equalizer equalizer = new Equalizer(string(), tuning);
        Meter meter = new Meter(Seeds.SEED, 64, MeterAccuracy.CALIBRATED);
        Bypass bypass = new Bypass(0.15, 6);
        Drive charger = Drive.Charger.at(ROOM.floatVolts());
        double[] amps = new double[64];
        double[] read = new double[64];
        double[] limit = new double[64];
        Arrays.fill(limit, 1);
        double hours = 0;
        while (!equalizer.diagnosis().converged() && hours < 6) {
            for (int i = 0; i < 64; i++) {
                amps[i] = bypass.amps(equalizer.duty(i), plant.volts(i));
            }
            plant.step(PERIOD_SECONDS, charger, 25, amps);
            for (int i = 0; i < 64; i++) {
                read[i] = meter.volts(i, plant.volts(i));
            }
            equalizer.step(PERIOD_SECONDS, StringState.FLOAT, true, read, limit, 13.62);
            hours += PERIOD_SECONDS / 3600;
        }
        assertThat(hours).describedAs("hours, seed %d", Seeds.SEED).isBetween(1.0, 2.5);
        for (int i = 0; i < 64; i++) {
            assertThat(equalizer.exclusion(i)).describedAs("block %d", i).isEqualTo(Exclusion.NONE);
            assertThat(plant.volts(i)).isBetween(equalizer.targetVolts() - 0.02, equalizer.targetVolts() + 0.02);
        }
    }
}
