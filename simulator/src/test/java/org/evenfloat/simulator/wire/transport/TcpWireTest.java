// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.evenfloat.simulator.wire.TestMaster;
import org.evenfloat.simulator.wire.TestRoom;
import org.evenfloat.simulator.wire.WireType;
import org.evenfloat.simulator.wire.fault.UnpluggedLine;
import org.junit.jupiter.api.Test;

class TcpWireTest {

    private static final byte[] READ = TestMaster.frame(WireType.READ, 1).toBytes();

    private final TestRoom room = TestRoom.unpaced(1);

    @Test
    void answersOneMasterAfterTheOther() throws IOException {
        try (TcpWire wire = new TcpWire(room.line, 0)) {
            for (int turn = 0; turn < 20; turn++) {
                try (RawMaster master = connect(wire.port())) {
                    assertThat(master.frames()).hasSize(1);
                }
            }
        }
    }

    @Test
    void sendsASecondMasterAway() throws IOException {
        try (TcpWire wire = new TcpWire(room.line, 0); RawMaster first = connect(wire.port())) {
            try (RawMaster second = RawMaster.tcp(wire.port())) {
                assertThat(second.seesEnd()).isTrue();
            }
            first.send(READ);
            assertThat(first.await(12).frames()).hasSize(1);
        }
    }

    @Test
    void anUnpluggedLineComesBackOnTheSamePort() throws IOException {
        UnpluggedLine plug = new UnpluggedLine(UnpluggedLine.Side.MASTER);
        room.line.add(plug);
        try (TcpWire wire = new TcpWire(room.line, 0)) {
            try (RawMaster master = connect(wire.port())) {
                plug.unplug();
                assertThat(master.seesEnd()).isTrue();
            }
            assertThat(plug.happened()).isEqualTo(1);
            assertThatThrownBy(() -> RawMaster.tcp(wire.port()).close()).isInstanceOf(IOException.class);
            plug.replug();
            connect(wire.port()).close();
        }
    }

    @Test
    void closesItsPortAndItsThread() throws IOException {
        TcpWire wire = new TcpWire(room.line, 0);
        connect(wire.port()).close();
        wire.close();
        assertThatThrownBy(() -> RawMaster.tcp(wire.port()).close()).isInstanceOf(IOException.class);
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .doesNotContain("wire-tcp-" + wire.port());
        try (TcpWire again = new TcpWire(room.line, wire.port())) {
            connect(again.port()).close();
            assertThatThrownBy(() -> new TcpWire(room.line, again.port())).isInstanceOf(IOException.class);
        }
    }

    /** Connects as a patient master does: the former one may not have been missed yet. Asks once. */
    private static RawMaster connect(int port) throws IOException {
        long until = System.nanoTime() + RawMaster.DEADLINE_MILLIS * 1_000_000;
        while (true) {
            RawMaster master = null;
            try {
                master = RawMaster.tcp(port);
                master.send(READ);
                return master.await(12);
            } catch (IOException | AssertionError refused) {
                if (master != null) {
                    master.close();
                }
                if (System.nanoTime() > until) {
                    throw refused;
                }
            }
        }
    }
}
