// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class RunawayGuardAllocationTest {

    private static final int STEPS = 2_000;

    @Test
    void aStepAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Rig rig = Rig.of(240);
        rig.equalizing = true;
        run(rig);
        assertThat(rig.finding().learning()).isEqualTo(LearningState.LEARNT);

        long before = threads.getCurrentThreadAllocatedBytes();
        run(rig);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(bytes).as("bytes in %d steps", STEPS).isLessThan(4 * STEPS);
    }

    private static void run(Rig rig) {
        for (int step = 0; step < STEPS; step++) {
            rig.centi[step % 240] = 2_550 + step % 40;
            rig.duty[step % 240] = step % 300;
            rig.step();
        }
    }

    @Test
    void sixHundredBlocksRememberLittle() {
        RunawayMemento memento = Rig.of(600).steps(60).guard.memento();
        assertThat(2 * memento.rings().length).as("bytes of rings").isLessThan(250_000);
    }
}
