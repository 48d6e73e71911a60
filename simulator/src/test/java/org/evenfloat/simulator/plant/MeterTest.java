// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeterTest {

    @Test
    void readsWholeStepsAboutTheTruth() {
        Meter meter = new Meter(Seeds.SEED, 1, MeterAccuracy.CALIBRATED);
        double sum = 0;
        double squares = 0;
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            double error = meter.volts(0, 13.6203) - 13.6203;
            double millivolts = (error + 13.6203) * 1000;
            assertThat(millivolts).isCloseTo(Math.rint(millivolts), within(1e-6));
            sum += error;
            squares += error * error;
        }
        assertThat(sum / n).describedAs("seed %d", Seeds.SEED).isCloseTo(0, within(0.0001));
        // 1.5 mV of noise and 1/sqrt(12) mV of resolution
        assertThat(Math.sqrt(squares / n)).describedAs("seed %d", Seeds.SEED).isCloseTo(0.00153, within(0.00005));
    }

    @Test
    void gainErrorsAndSensorOffsetsBelongToTheModule() {
        Meter meter = new Meter(Seeds.SEED, 500, MeterAccuracy.DATA_SHEET);
        double worst = 0;
        double offsets = 0;
        for (int i = 0; i < 500; i++) {
            worst = Math.max(worst, Math.abs(meter.gain(i) - 1));
            double read = meter.celsius(i, 25);
            assertThat(read * 2).isEqualTo(Math.rint(read * 2));
            assertThat(meter.celsius(i, 25)).isEqualTo(read);
            offsets += (read - 25) * (read - 25) / 500;
        }
        assertThat(worst).describedAs("seed %d", Seeds.SEED).isBetween(0.0035, 0.0085);
        assertThat(Math.sqrt(offsets)).describedAs("seed %d", Seeds.SEED).isBetween(0.6, 0.85);
    }

    @Test
    void sameSeedGivesSameReadings() {
        Meter one = new Meter(7, 2, MeterAccuracy.DATA_SHEET);
        Meter other = new Meter(7, 2, MeterAccuracy.DATA_SHEET);
        for (int i = 0; i < 100; i++) {
            assertThat(one.volts(i % 2, 13.5)).isEqualTo(other.volts(i % 2, 13.5));
        }
        assertThatThrownBy(() -> new MeterAccuracy(0, 0, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bypassFollowsTheBlockVoltageWithinItsRange() {
        Bypass bypass = new Bypass(0.15, 6);
        assertThat(bypass.amps(1, 13.62)).isCloseTo(0.15, within(1e-12));
        assertThat(bypass.amps(0.5, 12.258)).isCloseTo(0.0675, within(1e-12));
        assertThat(bypass.amps(1, 0)).isCloseTo(0.03, within(1e-12));
        assertThat(bypass.amps(1, 20)).isCloseTo(0.18, within(1e-12));
        assertThat(bypass.amps(0, 13.62)).isZero();
    }
}
