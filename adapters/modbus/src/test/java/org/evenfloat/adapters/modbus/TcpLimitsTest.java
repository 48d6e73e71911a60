// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.contracts.Eventually;
import org.evenfloat.contracts.NorthboundRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take more than their share. */
@Timeout(60)
class TcpLimitsTest {

    private static final int IDLE = 1_000;

    private final NorthboundRoom room = new NorthboundRoom(1, 10);

    private TestServer server(TcpLimits limits) throws Exception {
        TestServer server = TestServer.of(room.table(), limits, Set.of(), new NorthboundOrders(null, null, null));
        server.server().show(room.image());
        return server;
    }

    private static boolean ended(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void aThousandIdleClientsCostNothingToTheBusyOnes() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try (TestServer server = server(TestServer.LIMITS); MbapClient client = new MbapClient(server.port())) {
            for (int i = 0; i < IDLE; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            }
            Eventually.within(20, "all are connected", () -> server.server().tally().connections() == IDLE + 1);
            for (int i = 0; i < 200; i++) {
                assertThat(client.registers(1, 1003, 2)).containsExactly(1, 10);
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void oneTooManyIsTurnedAwayWhileTheOthersAreBusy() throws Exception {
        try (TestServer server = server(new TcpLimits(2, 60_000, 60_000, 60_000));
                MbapClient first = new MbapClient(server.port()); MbapClient second = new MbapClient(server.port())) {
            first.registers(1, 1003, 1);
            second.registers(1, 1003, 1);
            try (Socket third = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                assertThat(ended(third)).isTrue();
            }
            assertThat(server.server().tally().turnedAway()).isEqualTo(1);
            assertThat(first.registers(1, 1003, 1)).containsExactly(1);
        }
    }

    @Test
    void oneTooManyTakesThePlaceOfTheOneThatHasBeenSilentLongest() throws Exception {
        try (TestServer server = server(new TcpLimits(2, 0, 60_000, 60_000));
                MbapClient first = new MbapClient(server.port()); MbapClient second = new MbapClient(server.port())) {
            first.registers(1, 1003, 1);
            second.registers(1, 1003, 1);
            try (MbapClient third = new MbapClient(server.port())) {
                assertThat(third.registers(1, 1003, 1)).containsExactly(1);
                assertThat(ended(first.socket())).isTrue();
                assertThat(second.registers(1, 1003, 1)).containsExactly(1);
            }
        }
    }

    @Test
    void anUnfinishedRequestEndsItsConnection() throws Exception {
        try (TestServer server = server(new TcpLimits(10, 60_000, 60_000, 200));
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            slow.getOutputStream().write(new byte[] {0, 1, 0, 0, 0, 6, 1});
            assertThat(ended(slow)).isTrue();
            assertThat(server.server().tally().lastError()).contains("unfinished request");
        }
    }

    @Test
    void aSilentClientIsLetGo() throws Exception {
        try (TestServer server = server(new TcpLimits(10, 60_000, 200, 60_000));
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            assertThat(ended(silent)).isTrue();
        }
    }

    @Test
    void bytesThatAreNoModbusEndTheirConnection() throws Exception {
        try (TestServer server = server(TestServer.LIMITS);
                Socket other = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            other.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(ended(other)).isTrue();
            assertThat(server.server().tally().closedBroken()).isEqualTo(1);
        }
    }
}
