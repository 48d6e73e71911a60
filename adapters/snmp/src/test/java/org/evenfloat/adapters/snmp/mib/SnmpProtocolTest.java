// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.adapters.snmp.SnmpProtocol;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.agent.SnmpAgent;
import org.evenfloat.adapters.snmp.variables.Oid;
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
import org.junit.jupiter.api.io.TempDir;

final class SnmpProtocolTest extends NorthboundProtocolContract {

    private static final Network HERE = new Network("127.0.0.0/8", 8, new byte[] {127, 0, 0, 0});
    /** Version 2c, get of sysDescr.0, with a community of 6 letters. */
    private static final String GET = "3026020101" + "0406%s" + "a019020101020100020100300e300c06082b060102010101000500";
    private static final SnmpSettings SETTINGS = new SnmpSettings(
            Optional.of(new SnmpSettings.Listen("127.0.0.1", 0)), SnmpSettings.Identity.EVENFLOAT, "desk", "cellar",
            List.of(new SnmpSettings.Community("reader", "public", List.of(HERE), SnmpSettings.View.ALL, Set.of())),
            List.of(new SnmpSettings.User("bms", SnmpSettings.Authentication.SHA256, "authpass-1",
                    SnmpSettings.Privacy.AES128, "privpass-2", List.of(), SnmpSettings.View.ALL,
                    Set.of(NorthboundOrder.Kind.ACKNOWLEDGE))), List.of());

    @TempDir
    private Path folder;

    private SnmpAgent agent(NorthboundRoom room, RoomFacts facts) throws Exception {
        return new SnmpAgent(SETTINGS, new SiteTree(room.table(), facts, SETTINGS, "1.2.3", 0), room.table(), "1.2.3",
                "Room", folder, new NorthboundOrders(null, null, null));
    }

    @Override
    protected Rig rig(NorthboundRoom of) throws Exception {
        RoomFacts facts = new RoomFacts(of.site(), Map.of());
        SnmpAgent agent = agent(of, facts);
        int port = agent.start().orElseThrow();
        NorthboundProtocol protocol =
                new SnmpProtocol(SETTINGS, agent, new ObjectView(of.table(), facts, SETTINGS, "1.2.3", 0));
        return new Rig() {
            @Override
            public NorthboundProtocol protocol() {
                return protocol;
            }

            @Override
            public Northbound northbound() {
                return agent;
            }

            @Override
            public void ask() throws Exception {
                try (DatagramSocket socket = send(port, "public")) {
                    socket.receive(new DatagramPacket(new byte[1_500], 1_500));
                }
            }

            @Override
            public void askAmiss() throws Exception {
                send(port, "secret").close();
            }

            @Override
            public String voltageName() {
                return "evenfloatBlockVoltage";
            }

            @Override
            public void close() {
                agent.close();
            }
        };
    }

    private static DatagramSocket send(int port, String community) throws Exception {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(10_000);
        byte[] message = HexFormat.of().parseHex(
                GET.formatted(HexFormat.of().formatHex(community.getBytes(StandardCharsets.US_ASCII))));
        socket.send(new DatagramPacket(message, message.length, InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    @Test
    void whatIsSeenIsWhatTheTreeServes() throws Exception {
        NorthboundRoom room = new NorthboundRoom(2, 10);
        room.alarms(true, "block-voltage-low-alarm/S1-2", "line-down/L1");
        RoomFacts facts = new RoomFacts(room.site(), Map.of());
        List<SeenPoint> seen = points(room, facts);
        List<String> served = Walk.of(
                        new SiteTree(room.table(), facts, SETTINGS, "1.2.3", 0).variables(room.image(), 0))
                .keySet().stream().map(Oid::toString).toList();
        assertThat(seen.stream().map(SeenPoint::address).toList()).hasSizeGreaterThan(300).isEqualTo(served);
        assertThat(seen).anySatisfy(point -> {
            assertThat(point.subject()).isEqualTo("block-voltage-low-alarm/S1-2");
            assertThat(point.raw()).contains("12.900 V");
        });
    }

    private List<SeenPoint> points(NorthboundRoom room, RoomFacts facts) throws Exception {
        try (SnmpAgent agent = agent(room, facts)) {
            agent.show(room.image());
            return new SnmpProtocol(SETTINGS, agent, new ObjectView(room.table(), facts, SETTINGS, "1.2.3", 0))
                    .points(new PointQuestion("", true, 0, 100_000)).points();
        }
    }

    @Test
    void noSecretIsTold() throws Exception {
        NorthboundRoom room = new NorthboundRoom(1, 2);
        RoomFacts facts = new RoomFacts(room.site(), Map.of());
        try (SnmpAgent agent = agent(room, facts)) {
            int port = agent.start().orElseThrow();
            ProtocolStatus status = new SnmpProtocol(SETTINGS, agent, new ObjectView(
                    room.table(), facts, SETTINGS, "1.2.3", 0)).status();
            assertThat(status.toString()).doesNotContain("public", "authpass", "privpass");
            assertThat(status.admitted()).containsExactly("reader (v1, v2c) of 127.0.0.0/8", "bms (v3)");
            assertThat(status.writers()).containsExactly(
                    new ProtocolStatus.Writer("bms", "", Set.of(NorthboundOrder.Kind.ACKNOWLEDGE)));
            assertThat(status.commands()).containsExactly(
                    "snmpbulkwalk -v 2c -c COMMUNITY 127.0.0.1:" + port + " 1.3.6.1.2.1.33",
                    "snmpbulkwalk -v 3 -u bms -l authPriv -a SHA-256 -A PASSWORD -x AES -X PASSWORD 127.0.0.1:" + port
                            + " 1.3.6.1.2.1.33");
            Eventually.within(1, "it is served", () -> status.places().get(0).problem().isEmpty());
        }
    }
}
