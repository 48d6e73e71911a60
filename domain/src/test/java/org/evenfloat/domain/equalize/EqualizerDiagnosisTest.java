// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.junit.jupiter.api.Test;

class EqualizerDiagnosisTest {

    private static final int MINUTE = 6;
    private static final int HOUR = 60 * MINUTE;

    private final BatteryString string = Strings.string(Strings.block(6, 40), Strings.C20, 10);
    private final Equalizer equalizer =
            new Equalizer(string, EqualizerTuning.of(string.blockType(), string.moduleType(), 10, 0));
    private final EqualizerDiagnosis diagnosis = equalizer.diagnosis();
    private final double[] volts = new double[10];
    private final double[] limit = new double[10];
    private double configuredVolts = 13.62;

    EqualizerDiagnosisTest() {
        Arrays.fill(volts, 13.62);
        Arrays.fill(limit, 1);
    }

    private void run(int cycles) {
        run(cycles, StringState.FLOAT);
    }

    private void run(int cycles, StringState state) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            equalizer.step(10, state, true, volts, limit, configuredVolts);
        }
    }

    /** Spreads two blocks by that much around the others, so that the mean stays. */
    private void spread(double deviationVolts) {
        volts[0] = 13.62 - deviationVolts;
        volts[1] = 13.62 + deviationVolts;
    }

    @Test
    void convergesAfter15MinutesInTheBand() {
        spread(0.0095);
        run(15 * MINUTE);
        assertThat(diagnosis.converged()).isFalse();
        run(1);
        assertThat(diagnosis.converged()).isTrue();
    }

    @Test
    void oneExcursionStartsTheQuarterOfAnHourAnew() {
        run(15 * MINUTE);
        spread(0.030);
        run(1);
        spread(0);
        run(15 * MINUTE);
        assertThat(diagnosis.converged()).isFalse();
        run(MINUTE);
        assertThat(diagnosis.converged()).isTrue();
    }

    @Test
    void convergenceIsLostAfter15MinutesBeyond15Millivolts() {
        run(15 * MINUTE + 1);
        spread(0.014);
        run(HOUR);
        assertThat(diagnosis.converged()).as("14 mV").isTrue();
        spread(0.017);
        run(15 * MINUTE);
        assertThat(diagnosis.converged()).isTrue();
        run(5);
        assertThat(diagnosis.converged()).isFalse();
    }

    @Test
    void aShortPauseKeepsConvergenceAndALongOneEndsIt() {
        run(15 * MINUTE + 1);
        run(15 * MINUTE, StringState.UNKNOWN);
        assertThat(diagnosis.converged()).isTrue();
        run(1, StringState.UNKNOWN);
        assertThat(diagnosis.converged()).isFalse();
        run(15 * MINUTE);
        assertThat(diagnosis.converged()).as("counts anew").isFalse();
        run(1);
        assertThat(diagnosis.converged()).isTrue();
    }

    @Test
    void aGapBreaksTheCount() {
        run(10 * MINUTE);
        equalizer.step(400, StringState.FLOAT, true, volts, limit, configuredVolts);
        run(15 * MINUTE);
        assertThat(diagnosis.converged()).isFalse();
    }

    @Test
    void saysNotCorrectableAfterSixHoursAtFullDutyAndWhichBlocks() {
        spread(0.2);
        run(30 * MINUTE);
        assertThat(equalizer.largestDuty()).as("full duty").isEqualTo(1);
        run(5 * HOUR + 20 * MINUTE);
        assertThat(diagnosis.notCorrectable()).isFalse();
        assertThat(diagnosis.findings()).isEmpty();
        run(15 * MINUTE);

        assertThat(diagnosis.notCorrectable()).isTrue();
        assertThat(diagnosis.converged()).isFalse();
        assertThat(diagnosis.findings()).extracting(BlockFinding::blockId).containsExactly("A1-1", "A1-2");
        assertThat(diagnosis.findings().get(0).sentence())
                .contains("Block A1-1 is at 13.420 V, 200 mV below the target of 13.620 V", "leaky", "lost charge",
                        "replace");
        assertThat(diagnosis.findings().get(1).sentence())
                .contains("Block A1-2 is at 13.820 V, 200 mV above the target of 13.620 V", "dried out");
    }

    @Test
    void aPauseBreaksTheSixHours() {
        spread(0.2);
        run(5 * HOUR);
        run(1, StringState.DISCHARGE);
        run(5 * HOUR + 50 * MINUTE);
        assertThat(diagnosis.notCorrectable()).isFalse();
        run(20 * MINUTE);
        assertThat(diagnosis.notCorrectable()).isTrue();
    }

    @Test
    void theVerdictOutlastsADischargeAndEndsWhenTheStringConverges() {
        spread(0.2);
        run(6 * HOUR + 10 * MINUTE);
        run(HOUR, StringState.DISCHARGE);
        assertThat(diagnosis.notCorrectable()).isTrue();
        spread(0);
        run(16 * MINUTE);
        assertThat(diagnosis.converged()).isTrue();
        assertThat(diagnosis.notCorrectable()).isFalse();
    }

    @Test
    void suspectsAShortedCellWhenAWholeCellIsMissing() {
        assertThat(new BlockVerdict(equalizerIds(), 6).of(0, -2.1, 13.62).sentence()).contains("shorted cell. Check");
        assertThat(new BlockVerdict(equalizerIds(), 6).of(0, -0.9, 13.62).sentence()).contains("leaky");
    }

    private List<String> equalizerIds() {
        return string.blocks().stream().map(Block::id).toList();
    }

    @Test
    void reportsAChargerThatHoldsAnotherFloatVoltageForAnHour() {
        configuredVolts = 13.50;
        run(HOUR);
        assertThat(diagnosis.chargerMisSet()).isFalse();
        assertThat(diagnosis.chargerSentence()).isEmpty();
        run(1);
        assertThat(diagnosis.chargerMisSet()).isTrue();
        assertThat(diagnosis.chargerSentence())
                .startsWith("The charger holds 13.620 V per block instead of the configured 13.500 V (+0.9 %)");

        run(2 * HOUR, StringState.DISCHARGE);
        assertThat(diagnosis.chargerMisSet()).as("nothing new is known").isTrue();
        configuredVolts = 13.68;
        run(15 * MINUTE + 1);
        assertThat(diagnosis.chargerMisSet()).as("60 mV are 0.44 %").isFalse();
    }

    @Test
    void boostIsNoMisSetCharger() {
        configuredVolts = 13.0;
        run(2 * HOUR, StringState.BOOST);
        assertThat(diagnosis.chargerMisSet()).isFalse();
        configuredVolts = Double.NaN;
        run(2 * HOUR);
        assertThat(diagnosis.chargerMisSet()).isFalse();
    }
}
