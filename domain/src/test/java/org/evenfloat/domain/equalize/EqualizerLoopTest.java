// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.evenfloat.domain.Seed;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The equalizer on a string whose blocks gas differently, measured with the noise of real modules. */
class EqualizerLoopTest {

    private final Random random = Seed.random();
    private final double[] limit = new double[64];
    private final double[] duties = new double[64];
    private FloatingString plant;
    private Equalizer equalizer;
    private double periodSeconds = 10;
    private double worstVolts;
    private double dutyChanges;
    private boolean everConverged;

    private void start(int blocks, double windowVolts, double ampHours) {
        plant = FloatingString.withWindow(blocks, windowVolts, ampHours, random);
        equalizer = cold(blocks, ampHours);
        Arrays.fill(limit, 1);
    }

    private Equalizer cold(int blocks, double ampHours) {
        BatteryString string = Strings.string(Strings.block(6, ampHours), Strings.C20, blocks);
        return new Equalizer(
                string, EqualizerTuning.of(string.blockType(), string.moduleType(), periodSeconds, 0));
    }

    private void run(double hours, double lostShare) {
        worstVolts = 0;
        dutyChanges = 0;
        int steps = (int) Math.round(hours * 3600 / periodSeconds);
        for (int step = 0; step < steps; step++) {
            plant.step(periodSeconds, duties);
            double[] measured = plant.measured(random);
            for (int i = 0; i < measured.length; i++) {
                measured[i] = random.nextDouble() < lostShare ? Double.NaN : measured[i];
            }
            equalizer.step(periodSeconds, StringState.FLOAT, true, measured, limit, 13.62);
            for (int i = 0; i < equalizer.blocks(); i++) {
                worstVolts = Math.max(worstVolts, Math.abs(plant.volts[i] - equalizer.targetVolts()));
                dutyChanges += Math.abs(equalizer.duty(i) - duties[i]) / (steps * (double) equalizer.blocks());
                duties[i] = equalizer.duty(i);
            }
            everConverged |= equalizer.diagnosis().converged();
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 10, 0", "64, 10, 0", "64, 10, 0.2", "64, 1, 0", "64, 60, 0.05"})
    void bringsAllBlocksIntoTheBandAndHoldsThemQuietly(int blocks, double period, double lostShare) {
        periodSeconds = period;
        start(blocks, 0.9, 40);
        double[] start = plant.volts.clone();
        assertThat(Arrays.stream(start).max().getAsDouble() - Arrays.stream(start).min().getAsDouble())
                .as("window at the start").isBetween(0.85, 0.95);

        run(2.5, lostShare);
        assertThat(equalizer.diagnosis().converged()).as(Seed.note()).isTrue();
        run(1, lostShare);

        assertThat(worstVolts).as("worst deviation, %s", Seed.note()).isLessThan(0.010);
        assertThat(dutyChanges).as("mean change of a duty a cycle, %s", Seed.note()).isLessThan(0.01);
        assertThat(equalizer.diagnosis().notCorrectable()).isFalse();
    }

    @Test
    void aWarmRestartDisturbsNothing() {
        start(32, 0.9, 40);
        run(3, 0);
        double[] before = duties.clone();
        double[] kept = equalizer.integrators();
        equalizer = cold(32, 40);
        assertThat(equalizer.restore(kept)).isTrue();
        Arrays.fill(duties, 0);

        run(10 / 3600.0, 0);
        assertThat(equalizer.largestDuty()).as("slew of one cycle").isBetween(0.05, 0.1 + 1e-12);
        run(0.05, 0);
        for (int i = 0; i < 32; i++) {
            assertThat(duties[i]).as("duty of %d after 3 minutes", i).isBetween(before[i] - 0.05, before[i] + 0.05);
        }
        run(1, 0);
        assertThat(worstVolts).isLessThan(0.012);
    }

    @Test
    void saysSoWhenTheBypassIsTooWeak() {
        start(40, 1.5, 150);
        run(6.9, 0);

        assertThat(everConverged).isFalse();
        assertThat(equalizer.diagnosis().notCorrectable()).as(Seed.note()).isTrue();
        for (int i = 0; i < equalizer.blocks(); i++) {
            double deviation = plant.volts[i] - equalizer.targetVolts();
            if (deviation > 0.010) {
                assertThat(equalizer.duty(i)).as("high block %d", i).isGreaterThanOrEqualTo(0.99);
            } else if (deviation < -0.010) {
                assertThat(equalizer.duty(i)).as("low block %d", i).isLessThanOrEqualTo(0.01);
            }
        }
        assertThat(equalizer.diagnosis().findings()).isNotEmpty();
        assertThat(equalizer.diagnosis().findings().get(0).blockId()).isEqualTo("A1-2");
    }
}
