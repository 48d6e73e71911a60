// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.evenfloat.simulator.wire.TestMaster;
import org.evenfloat.simulator.wire.TestRoom;
import org.evenfloat.simulator.wire.WireFrame;
import org.evenfloat.simulator.wire.WirePace;
import org.evenfloat.simulator.wire.WireType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PacedTimingTest {

    private static final int MODULES = 12;
    private static final int ROUNDS = 8;

    /** Generous: a busy build machine may stop everything for a while. */
    private static final double LATEST_MILLIS = 500;

    @Test
    void noByteIsEarlyOverTcp() throws IOException {
        for (int baud : new int[] {9_600, 115_200}) {
            TestRoom room = new TestRoom(WirePace.at(baud), MODULES);
            try (TcpWire wire = new TcpWire(room.line, 0); RawMaster master = RawMaster.tcp(wire.port())) {
                assertPaced(master, baud);
            }
            assertThat(room.line.clashes()).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void noByteIsEarlyOverAPseudoTerminal() throws IOException {
        for (int baud : new int[] {9_600, 115_200}) {
            TestRoom room = new TestRoom(WirePace.at(baud), MODULES);
            try (PtyWire wire = new PtyWire(room.line); RawMaster master = RawMaster.terminal(wire.path())) {
                assertPaced(master, baud);
            }
            assertThat(room.line.clashes()).isZero();
        }
    }

    private static void assertPaced(RawMaster master, int baud) throws IOException {
        byte[] collect = TestMaster.frame(WireType.COLLECT, 1, MODULES).toBytes();
        double characterMillis = 10_000.0 / baud;
        double turnMillis = Math.max(4 * characterMillis, 1);
        for (int round = 0; round < ROUNDS; round++) {
            master.send(collect);
            master.await(MODULES * 12);
            assertThat(master.frames()).extracting(WireFrame::address)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            for (int at = 0; at < MODULES * 12; at++) {
                double carried = turnMillis + (collect.length + at / 12 * 14 + at % 12 + 1) * characterMillis;
                double arrived = (master.arrivals.get(at).nanos() - master.writtenNanos) / 1e6;
                assertThat(arrived).as("%d baud, round %d, byte %d, in ms", baud, round, at)
                        .isGreaterThanOrEqualTo(carried)
                        .isLessThan(carried + LATEST_MILLIS);
            }
        }
    }
}
