// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class LineScaleTest {

    private static final int COUNT = 600;

    @Test
    void aSweepOf600ModulesAllocatesNothing() {
        TestRoom room = TestRoom.unpaced(COUNT);
        byte[][] requests = new byte[20][];
        requests[0] = TestMaster.frame(WireType.SAMPLE, 0, 3).toBytes();
        for (int window = 1; window < requests.length; window++) {
            requests[window] = TestMaster.frame(WireType.COLLECT, window * 32 - 31, 32).toBytes();
        }
        byte[] answers = new byte[4096];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int run = 0; run < 40; run++) {
            if (run == 20) {
                before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            }
            int bytes = 0;
            for (byte[] request : requests) {
                room.line.receive(request, request.length, run);
                bytes += room.line.take(answers, run);
            }
            assertThat(bytes).isEqualTo(COUNT * 12);
        }
        long perSweep = (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / 20;
        // the assertion above allocates a little itself
        assertThat(perSweep).as("bytes allocated in a sweep").isLessThan(4_000);
    }

    @Test
    void aPacedSweepTakesTheTimeOfTheDocument() {
        // document, §5: 8 + W·(8 + turn + turn) + N·14 characters; the second turn is the master's
        TestRoom room = new TestRoom(WirePace.at(9_600), 64);
        WirePace pace = room.line.pace();
        TestMaster master = room.master;
        long begin = master.nowNanos;
        master.ask(WireType.SAMPLE, 0, 1);
        long sampled = begin + pace.charactersNanos(8) + 120_000_000;
        assertThat(master.nowNanos - sampled).isBetween(-10L, 10L);
        for (int window = 0; window < 2; window++) {
            assertThat(master.ask(WireType.COLLECT, window * 32 + 1, 32)).hasSize(32);
        }
        // the guard of the last slot is not waited for here
        long expected = 2 * (pace.charactersNanos(8 + 32 * 14 - 2) + pace.turnNanos());
        assertThat(master.nowNanos - sampled - expected).isBetween(-10_000L, 10_000L);
    }
}
