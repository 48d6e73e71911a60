// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualizerTuningTest {

    @ParameterizedTest
    @CsvSource({
        "C20, 6, 7, 0.65", "C20, 6, 40, 3.7", "C20, 6, 65, 6.0", "C20, 6, 100, 9.3", "C20, 6, 200, 18.5",
        "C40, 1, 600, 55", "C30, 3, 180, 16.7"
    })
    void gainGrowsWithTheBlock(String module, int cells, double ampHours, double gain) {
        EqualizerTuning tuning =
                EqualizerTuning.of(Strings.block(cells, ampHours), ModuleType.builtIn(module).orElseThrow(), 10, 0);

        assertThat(tuning.gainPerVolt()).isCloseTo(gain, within(0.01 * gain + 0.05));
        assertThat(tuning.integralSeconds()).isCloseTo(1200, within(1e-6));
        assertThat(tuning.lostSeconds()).isEqualTo(180);
    }

    @Test
    void gainIsTheSameUpToPeriodsOf25Seconds() {
        BlockType block = Strings.block(6, 40);

        assertThat(EqualizerTuning.of(block, Strings.C20, 25, 0))
                .isEqualTo(EqualizerTuning.of(block, Strings.C20, 1, 0));
        assertThat(EqualizerTuning.of(block, Strings.C20, 60, 0).gainPerVolt()).isCloseTo(1.54, within(0.01));
        assertThat(EqualizerTuning.of(block, Strings.C20, 25, 10).gainPerVolt()).isCloseTo(3.27, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "10, 2", "30, 0", "60, 60", "120, 0"})
    void loopGainStaysBelowAQuarter(double period, double latency) {
        for (ModuleType module : ModuleType.BUILT_IN) {
            for (double ampHours : new double[] {0, 7, 40, 600, 5000}) {
                BlockType block = Strings.block(2, ampHours);
                double farads = 25 * (ampHours == 0 ? 20 : ampHours) / 2;
                double gain = EqualizerTuning.of(block, module, period, latency).gainPerVolt();

                assertThat(gain * module.equalizeCurrent().amperes() * period / farads).isLessThanOrEqualTo(0.25);
            }
        }
    }

    @Test
    void unknownCapacityCountsAs20AmpHours() {
        assertThat(EqualizerTuning.of(Strings.block(6, 0), Strings.C20, 10, 0))
                .isEqualTo(EqualizerTuning.of(Strings.block(6, 20), Strings.C20, 10, 0));
    }

    @Test
    void gainEndsAt100PerVolt() {
        EqualizerTuning tuning = EqualizerTuning.of(Strings.block(1, 5000), ModuleType.C40, 10, 0);

        assertThat(tuning.gainPerVolt()).isEqualTo(100);
        assertThat(tuning.integralSeconds()).isCloseTo(4 * 125_000 / (100 * 0.9), within(1e-6));
    }

    @Test
    void refusesWhatCannotBypass() {
        ModuleType c20 = Strings.C20;
        ModuleType meter = new ModuleType("meter", 0, c20.minVoltage(), c20.maxVoltage(), c20.minResistance(),
                c20.maxResistance(), new Current(0), 0, ModuleType.Control.DUTY);

        assertThatThrownBy(() -> EqualizerTuning.of(Strings.block(6, 40), meter, 10, 0))
                .hasMessageContaining("equalizeCurrent of meter: 0.0 - above 0 A");
        assertThatThrownBy(() -> EqualizerTuning.of(Strings.block(6, 40), c20, Double.NaN, 0))
                .hasMessageContaining("periodSeconds");
    }
}
