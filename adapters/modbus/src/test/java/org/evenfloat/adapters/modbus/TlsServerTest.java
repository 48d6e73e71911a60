// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.contracts.Eventually;
import org.evenfloat.contracts.NorthboundRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients over TLS, whose certificates say who they are and what they may. */
@Timeout(120)
class TlsServerTest {

    private static final TcpLimits LIMITS = new TcpLimits(10, 60_000, 60_000, 600);
    private static final String WRITE_ALL = "05 23 F0 FF 00";

    @TempDir
    static Path folder;
    private static TestAuthority authority;
    private static TestAuthority stranger;
    private static ServerKey server;
    private static ServerKey reader;
    private static ServerKey operator;
    private static ServerKey foreign;

    private final NorthboundRoom room = new NorthboundRoom(1, 10);
    private ModbusServer modbus;

    @BeforeAll
    static void issue() throws Exception {
        authority = new TestAuthority(folder, "authority");
        stranger = new TestAuthority(folder, "stranger");
        reader = authority.issue("scada-2", "");
        server = reader;
        operator = authority.issue("plc-7", "operator");
        foreign = stranger.own();
    }

    private int serve(NorthboundOrders orders) throws Exception {
        modbus = new ModbusServer(
                new ModbusSettings(Optional.empty(), 1, List.of(), List.of(), List.of(), BacsScales.STANDARD,
                        Optional.of(new ModbusSettings.Secure("127.0.0.1", 0, authority.pem(),
                                Map.of("operator", Set.of(NorthboundOrder.Kind.MUTE))))),
                LIMITS, room.table(), "1.2.3", "Room", orders, () -> server);
        modbus.start();
        modbus.show(room.image());
        return modbus.securePort().orElseThrow();
    }

    private int serve() throws Exception {
        return serve(new NorthboundOrders(null, null, null));
    }

    @AfterEach
    void close() {
        if (modbus != null) {
            modbus.close();
        }
    }

    private static MbapClient client(int port, ServerKey key) throws Exception {
        SSLContext context = TestAuthority.client(key, authority);
        return new MbapClient(context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port));
    }

    @Test
    void aClientWithACertificateReads() throws Exception {
        int port = serve();
        try (MbapClient client = client(port, reader)) {
            assertThat(client.registers(1, 1003, 2)).containsExactly(1, 10);
            assertThat(client.ask(1, "03 00 00 00 01")).as("nothing is there").isEqualTo("8302");
            assertThat(client.ask(9, "03 03 EB 00 01")).as("no such unit").isEqualTo("830B");
            Eventually.within(10, "all are counted", () -> modbus.status().requests() == 3);
            ProtocolStatus status = modbus.status();
            assertThat(status.places()).singleElement()
                    .isEqualTo(new ProtocolStatus.Place("127.0.0.1:" + port + ", TLS", ""));
            assertThat(status.clients()).singleElement().satisfies(each -> {
                assertThat(each.who()).isEqualTo("scada-2");
                assertThat(each.how()).isEqualTo("TLS");
                assertThat(each.refused()).isEqualTo(2);
                assertThat(each.connections()).isEqualTo(1);
            });
        }
        Eventually.within(10, "it is gone", () -> modbus.status().connections().orElse(1) == 0);
    }

    @Test
    void theRoleOfACertificateSaysWhatMayBeWritten() throws Exception {
        int port = serve();
        try (MbapClient client = client(port, reader)) {
            assertThat(client.ask(1, WRITE_ALL)).as("no role").isEqualTo("8501");
        }
        try (MbapClient client = client(port, operator)) {
            assertThat(client.ask(1, WRITE_ALL)).as("not of that role").isEqualTo("8501");
            // The room has nobody who would carry it out: that it is tried says that it is allowed.
            assertThat(client.ask(1, "05 23 F1 FF 00")).isEqualTo("8504");
        }
        assertThat(modbus.status().writers()).containsExactly(
                new ProtocolStatus.Writer("role operator", "TLS", Set.of(NorthboundOrder.Kind.MUTE)));
    }

    @Test
    void nobodyComesInWithoutACertificateOfThatAuthority() throws Exception {
        int port = serve();
        for (ServerKey key : new ServerKey[] {null, foreign}) {
            assertThatThrownBy(() -> {
                try (MbapClient client = client(port, key)) {
                    client.registers(1, 1003, 2);
                }
            }).isInstanceOf(IOException.class);
        }
        Eventually.within(10, "both were turned away", () -> modbus.status().turnedAway() == 2);
        assertThat(modbus.status().requests()).isZero();
        assertThat(modbus.status().trouble().orElseThrow().text()).contains("certificate of a known authority");
    }

    @Test
    void whoStallsInTheHandshakeIsEnded() throws Exception {
        int port = serve();
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port)) {
            silent.setSoTimeout(10_000);
            assertThat(ended(silent)).isTrue();
            assertThat(modbus.status().trouble().orElseThrow().text()).contains("unfinished handshake");
        }
        try (MbapClient client = client(port, reader)) {
            assertThat(client.registers(1, 1003, 1)).containsExactly(1);
        }
    }

    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void withoutAnAuthorityNothingIsServed() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        try (ModbusServer nobody = new ModbusServer(
                new ModbusSettings(Optional.empty(), 1, List.of(), List.of(), List.of(), BacsScales.STANDARD,
                        Optional.of(new ModbusSettings.Secure("127.0.0.1", 0, empty, Map.of()))),
                LIMITS, room.table(), "1.2.3", "Room", new NorthboundOrders(null, null, null), () -> server)) {
            assertThatThrownBy(nobody::start).isInstanceOf(ModbusNotStarted.class)
                    .hasMessageContaining("empty.pem: no certificate").hasMessageContaining("client-ca-file");
        }
    }

    @Test
    void rolesAreReadFromCertificates() {
        assertThat(ClientRole.of(operator.chain().get(0))).contains("operator");
        assertThat(ClientRole.of(reader.chain().get(0))).isEmpty();
        assertThat(ClientRole.name(operator.chain().get(0))).isEqualTo("plc-7");
    }
}
