// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.evenfloat.domain.state.StateRecognizer;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Chemistry;
import org.junit.jupiter.api.Test;

class EqualizerAllocationTest {

    private static final int CYCLES = 2_000;
    private static final int BLOCKS = 240;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final double[] volts = new double[BLOCKS];
    private final double[] limit = new double[BLOCKS];

    @Test
    void aCycleAllocatesNothing() {
        BatteryString string = Strings.string(Strings.block(6, 40), Strings.C20, BLOCKS);
        Equalizer equalizer =
                new Equalizer(string, EqualizerTuning.of(string.blockType(), string.moduleType(), 10, 0));
        StateRecognizer recognizer = new StateRecognizer(Chemistry.VRLA_AGM, 40, 0);
        Arrays.setAll(volts, i -> 13.2 + 0.8 * ((i * 37) % BLOCKS) / BLOCKS);
        Arrays.fill(limit, 1);
        run(equalizer, recognizer);

        long before = threads.getCurrentThreadAllocatedBytes();
        run(equalizer, recognizer);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(equalizer.largestDuty()).isPositive();
        assertThat(bytes).as("bytes in %d cycles", CYCLES).isLessThan(4 * CYCLES);
    }

    private void run(Equalizer equalizer, StateRecognizer recognizer) {
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            volts[cycle % BLOCKS] = cycle % 7 == 0 ? Double.NaN : 13.2 + 0.001 * (cycle % 800);
            StringState state = recognizer.update(cycle * 10_000L, 2.27, Double.NaN);
            equalizer.step(10, state, true, volts, limit, 13.62);
        }
    }
}
