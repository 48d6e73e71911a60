// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.PointQuestion;
import org.evenfloat.application.northbound.ProtocolStatus;
import org.evenfloat.application.northbound.SeenPoint;
import org.evenfloat.application.port.out.Northbound;
import org.evenfloat.application.port.out.NorthboundProtocol;
import org.evenfloat.contracts.Eventually;
import org.evenfloat.contracts.NorthboundProtocolContract;
import org.evenfloat.contracts.NorthboundRoom;
import org.junit.jupiter.api.Test;

final class ModbusProtocolTest extends NorthboundProtocolContract {

    private static final PointQuestion EVERYTHING = new PointQuestion("", false, 0, 10_000);

    @Override
    protected Rig rig(NorthboundRoom of) throws Exception {
        TestServer server = TestServer.of(of.table());
        MbapClient[] client = new MbapClient[1];
        return new Rig() {
            private MbapClient client() throws java.io.IOException {
                client[0] = client[0] == null ? new MbapClient(server.port()) : client[0];
                return client[0];
            }

            @Override
            public NorthboundProtocol protocol() {
                return server.server();
            }

            @Override
            public Northbound northbound() {
                return server.server();
            }

            @Override
            public void ask() throws Exception {
                client().registers(1, 1000, 10);
            }

            @Override
            public void askAmiss() throws Exception {
                client().ask(1, "03 00 00 00 01");
            }

            @Override
            public String voltageName() {
                return "voltage";
            }

            @Override
            public void close() throws Exception {
                if (client[0] != null) {
                    client[0].close();
                }
                server.close();
            }
        };
    }

    @Test
    void whatIsSeenIsWhatAClientReads() throws Exception {
        NorthboundRoom room = new NorthboundRoom(2, 10);
        try (TestServer server = TestServer.of(room.table()); MbapClient client = new MbapClient(server.port())) {
            room.alarms(true, "block-voltage-low-alarm/S1-2");
            server.server().show(room.image());
            List<SeenPoint> points = server.server().points(EVERYTHING).points();
            assertThat(points).hasSizeGreaterThan(500).hasSameSizeAs(server.server().map().rows());
            for (SeenPoint point : points) {
                int register = Integer.parseInt(point.address().substring(2));
                int length = point.form().endsWith("32") ? 2 : 1;
                int[] words = client.registers(1, register, length);
                long read = length == 2 ? (long) words[0] << 16 | words[1] : words[0];
                assertThat(number(point)).as("%s %s", point.address(), point.name()).isEqualTo(switch (point.form()) {
                    case "int16" -> (short) read;
                    case "int32" -> (int) read;
                    default -> read;
                });
            }
            assertThat(one(points, "2104", "mean-voltage").value()).as("mean voltage of string 1").isEqualTo("13500 mV");
        }
    }

    private static long number(SeenPoint point) {
        return point.raw().startsWith("0x") ? Long.parseLong(point.raw().substring(2), 16) : Long.parseLong(point.raw());
    }

    private static SeenPoint one(List<SeenPoint> points, String register, String name) {
        return points.stream().filter(point -> point.address().equals("1:" + register) && point.name().contains(name))
                .findFirst().orElseThrow(() -> new AssertionError(register));
    }

    @Test
    void valuesMeanSomething() throws Exception {
        NorthboundRoom room = new NorthboundRoom(2, 10);
        try (TestServer server = TestServer.of(room.table())) {
            room.alarms(true, "block-voltage-low-alarm/S1-2");
            server.server().show(room.image());
            List<SeenPoint> points = server.server().points(EVERYTHING).points();
            assertThat(one(points, "109", "status").value()).contains("communication with the UPS is lost");
            assertThat(one(points, "97", "output-voltage-1").value()).as("nobody knows it").isEmpty();
            assertThat(one(points, "1000", "general-status").value()).contains("running", "float");
            assertThat(one(points, "1010", "dc-current").value()).isEqualTo("-1.2 A");
            assertThat(one(points, "1012", "mean-voltage").value()).isEqualTo("13.50 V");
            assertThat(one(points, "1020", "dc-current")).satisfies(point -> {
                assertThat(point.subject()).isEqualTo("(not installed)");
                assertThat(point.value()).isEmpty();
            });
            assertThat(points.stream().filter(point -> point.subject().equals("S1") && point.name().equals("state"))
                    .findFirst().orElseThrow().value()).isEqualTo("float");
            assertThat(points.stream().filter(point -> point.subject().equals("S1") && point.name().equals("alarm-kinds"))
                    .findFirst().orElseThrow().value()).isEqualTo("voltage");
            assertThat(points.stream().filter(point -> point.subject().equals("S1") && point.name().equals("state-since"))
                    .findFirst().orElseThrow().value()).startsWith("2026-11-18T").endsWith("Z");
        }
    }

    @Test
    void writersAreToldAndTheirNames() throws Exception {
        NorthboundRoom room = new NorthboundRoom(1, 2);
        try (TestServer server = TestServer.of(room.table(), TestServer.LIMITS,
                        Set.of(NorthboundOrder.Kind.MUTE), new NorthboundOrders(null, null, null));
                MbapClient client = new MbapClient(server.port())) {
            client.registers(1, 1000, 1);
            Eventually.within(10, "it is counted", () -> server.server().status().requests() == 1);
            ProtocolStatus status = server.server().status();
            assertThat(status.writers()).containsExactly(
                    new ProtocolStatus.Writer("plc-1", "127.0.0.0/8", Set.of(NorthboundOrder.Kind.MUTE)));
            assertThat(status.clients()).singleElement().satisfies(each -> {
                assertThat(each.who()).isEqualTo("plc-1");
                assertThat(each.connections()).isEqualTo(1);
            });
            assertThat(status.commands()).singleElement().asString()
                    .isEqualTo("mbpoll -m tcp -p " + server.port() + " -a 1 -0 -r 1000 -c 20 -1 127.0.0.1");
        }
    }

    @Test
    void aSerialLineThatIsNotThereSaysSo() throws Exception {
        NorthboundRoom room = new NorthboundRoom(1, 2);
        ModbusSettings settings = new ModbusSettings(Optional.empty(), 1,
                List.of(new Network("10.0.0.0/8", 8, new byte[] {10, 0, 0, 0})), List.of(),
                List.of(new ModbusSettings.Serial("/dev/no-such-port", 19_200, ModbusSettings.Parity.EVEN,
                        ModbusSettings.Mode.RTU, Set.of(NorthboundOrder.Kind.ACKNOWLEDGE))), BacsScales.STANDARD);
        try (ModbusServer server = new ModbusServer(
                settings, room.table(), "1.2.3", "Room", new NorthboundOrders(null, null, null))) {
            assertThat(server.start()).isEmpty();
            Eventually.within(10, "it is said",
                    () -> server.status().places().get(0).problem().contains("cannot be opened"));
            ProtocolStatus status = server.status();
            assertThat(status.places().get(0).where()).isEqualTo("/dev/no-such-port, RTU 19200 Bd");
            assertThat(status.admitted()).containsExactly("10.0.0.0/8");
            assertThat(status.commands()).containsExactly("mbpoll -m rtu -b 19200 -P even -a 1 -0 -r 1000 -c 20 -1 PORT");
            assertThat(status.writers()).singleElement()
                    .satisfies(writer -> assertThat(writer.from()).isEqualTo("/dev/no-such-port"));
        }
    }
}
