// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.SnmpSettings.Form;
import org.evenfloat.adapters.snmp.SnmpSettings.Receiver;
import org.evenfloat.adapters.snmp.agent.SnmpTree.Notification;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.contracts.NorthboundRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What receivers hear, and that none of them is waited for. */
@Timeout(60)
class TrapsTest {

    private static final TrapLimits QUICK = new TrapLimits(20, 4, 50, 3, 200);
    private static final Oid TRAP = TestTree.ROOT.then(0, 1);
    private static final String SECURE = "SHA256-AES128";

    private final NorthboundRoom room = new NorthboundRoom(1, 10);
    private DatagramSocket socket;

    @BeforeEach
    void open() throws Exception {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(10_000);
    }

    @AfterEach
    void close() {
        socket.close();
    }

    private Receiver receiver(Form form) {
        return new Receiver("127.0.0.1", socket.getLocalPort(), form, form.name().startsWith("V3") ? SECURE : "trapped",
                Set.of(Notification.Kind.OWN));
    }

    private TestAgent agent(Receiver... receivers) throws Exception {
        return TestAgent.of(room, TestAgent.nobody(), List.of(receivers), QUICK, System::nanoTime);
    }

    private static Notification news(Notification.Kind kind, int number) {
        Oid name = TestTree.ROOT.then(1, 1, 0);
        Values value = new Values(new Names(List.of(name)));
        value.integer(number);
        return new Notification(kind, TRAP, TestTree.ROOT, 6, 1, List.of(new Notification.Bound(name, value.variables())));
    }

    private void tell(TestAgent agent, Notification... news) {
        agent.tree.toTell.addAll(Arrays.asList(news));
        agent.agent().show(room.image());
    }

    private byte[] receive() throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(packet);
        lastFrom = (InetSocketAddress) packet.getSocketAddress();
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private InetSocketAddress lastFrom;

    private void send(byte[] bytes, int from, int to) throws Exception {
        socket.send(new DatagramPacket(bytes, from, to - from, lastFrom));
    }

    private static void until(BooleanSupplier what) {
        while (!what.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** A trap or inform of version 2c. */
    private record Told(int tag, int id, List<SnmpClient.Told> variables) {

        static Told read(byte[] bytes) throws Malformed {
            BerReader in = new BerReader();
            in.over(bytes, 0, bytes.length);
            in.enter(Tag.SEQUENCE);
            assertThat(in.integer()).isEqualTo(Request.V2C);
            assertThat(in.octets(Tag.OCTETS)).asString().isEqualTo("trapped");
            int tag = in.tag();
            in.enter(tag);
            int id = in.integer();
            in.integer();
            in.integer();
            return new Told(tag, id, SnmpClient.told(in));
        }

        Object trap() {
            return variables.get(1).value();
        }
    }

    @Test
    void theStartAndWhatIsWantedAreTold() throws Exception {
        try (TestAgent agent = agent(receiver(Form.V2C_TRAP))) {
            Told start = Told.read(receive());
            assertThat(start.tag()).isEqualTo(Tag.TRAP);
            assertThat(start.trap()).isEqualTo(Oid.of(1, 3, 6, 1, 6, 3, 1, 1, 5, 1));
            tell(agent, news(Notification.Kind.UPS, 1), news(Notification.Kind.OWN, 2));
            Told told = Told.read(receive());
            assertThat(told.trap()).isEqualTo(TRAP);
            assertThat(told.variables().get(0).tag()).isEqualTo(Tag.TIME_TICKS);
            assertThat(told.variables().get(2)).isEqualTo(
                    new SnmpClient.Told(TestTree.ROOT.then(1, 1, 0), Tag.INTEGER, 2L));
            until(() -> agent.agent().tally().trapsSent() == 2);
        }
    }

    @Test
    void version1NamesEnterpriseAndNumber() throws Exception {
        try (TestAgent agent = agent(receiver(Form.V1_TRAP))) {
            receive();
            tell(agent, news(Notification.Kind.OWN, 5));
            byte[] bytes = receive();
            BerReader in = new BerReader();
            in.over(bytes, 0, bytes.length);
            in.enter(Tag.SEQUENCE);
            assertThat(in.integer()).isZero();
            in.skip();
            in.enter(Tag.TRAP_V1);
            int[] ids = new int[Oid.MOST];
            assertThat(Oid.of(Arrays.copyOf(ids, in.name(ids))).length()).isEqualTo(TestTree.ROOT.length());
            assertThat(in.octets(Tag.IP_ADDRESS)).containsExactly(127, 0, 0, 1);
            assertThat(in.integer()).isEqualTo(6);
            assertThat(in.integer()).isEqualTo(1);
            assertThat(in.number()).isNotNegative();
            assertThat(SnmpClient.told(in).get(0).value()).isEqualTo(5L);
        }
    }

    @Test
    void informsAreRepeatedUntilTheyAreConfirmed() throws Exception {
        try (TestAgent agent = agent(receiver(Form.V2C_INFORM))) {
            Told first = Told.read(receive());
            assertThat(first.tag()).isEqualTo(Tag.INFORM);
            byte[] again = receive();
            assertThat(Told.read(again).id()).isEqualTo(first.id());
            for (int i = 0; i < again.length; i++) {
                again[i] = (again[i] & 0xFF) == Tag.INFORM ? (byte) Tag.RESPONSE : again[i];
            }
            send(again, 0, again.length);
            tell(agent, news(Notification.Kind.OWN, 9));
            Told next = Told.read(receive());
            while (next.id() == first.id()) {
                next = Told.read(receive());
            }
            assertThat(next.variables().get(2).value()).isEqualTo(9L);
            // That one is never confirmed.
            until(() -> agent.agent().tally().unacknowledged() == 1);
            assertThat(agent.agent().tally().lastError()).contains("127.0.0.1", "3 times");
            assertThat(agent.agent().tally().informsSent()).isEqualTo(2);
        }
    }

    @Test
    void aSilentReceiverHoldsUpNobodyAndTheOldestIsForgotten() throws Exception {
        socket.setSoTimeout(5_000);
        Receiver nowhere = new Receiver("nobody.invalid", 162, Form.V2C_TRAP, "trapped", Set.of(Notification.Kind.OWN));
        try (TestAgent agent = agent(nowhere, receiver(Form.V2C_TRAP))) {
            receive();
            for (int i = 0; i < 100; i++) {
                tell(agent, news(Notification.Kind.OWN, i));
                assertThat(Told.read(receive()).variables().get(2).value()).isEqualTo((long) i);
            }
            assertThat(agent.agent().tally().notificationsDropped()).isEqualTo(81);
            assertThat(agent.agent().tally().lastError()).contains("nobody.invalid");
        }
    }

    /** Answers informs of version 3 as the engine of a receiver does. */
    private final class Engine3 {

        private final Counters counters = new Counters();
        private final Engine engine = new Engine(new byte[] {(byte) 0x80, 0, 0, 9, 5, 7, 7}, 3, System::nanoTime);
        private final Replies replies = new Replies(engine, counters);
        private final Users users = new Users(TestAgent.users(), engine, counters, replies);
        private final Packet out = new Packet();

        /** Takes one message; returns what an inform tells, null for anything else. */
        List<SnmpClient.Told> take(byte[] bytes) throws Exception {
            Request request = new Request();
            BerReader in = new BerReader();
            in.over(bytes, 0, bytes.length);
            in.enter(Tag.SEQUENCE);
            request.version = in.integer();
            assertThat(request.version).isEqualTo(Request.V3);
            out.clear();
            assertThat(users.read(in, bytes.length, new byte[] {127, 0, 0, 1}, request, out)).isFalse();
            boolean inform = request.user != null && request.pdu == Tag.INFORM;
            List<SnmpClient.Told> told = null;
            if (inform) {
                assertThat(request.level).isEqualTo(3);
                assertThat(request.user.toString()).isEqualTo(SECURE);
                BerReader list = new BerReader();
                byte[] whole = SnmpClient.tlv(0x30, Arrays.copyOfRange(request.bytes, request.from, request.to));
                list.over(whole, 0, whole.length);
                told = SnmpClient.told(list);
                replies.done(out, request);
            }
            send(out.bytes, out.start(), out.end());
            return told;
        }
    }

    @Test
    void informsOfVersion3FindTheEngineOfTheirReceiver() throws Exception {
        try (TestAgent agent = agent(receiver(Form.V3_INFORM))) {
            Engine3 receiver = new Engine3();
            List<List<SnmpClient.Told>> told = new ArrayList<>();
            while (told.isEmpty()) {
                List<SnmpClient.Told> next = receiver.take(receive());
                told.addAll(next == null ? List.of() : List.of(next));
            }
            assertThat(receiver.counters.of(Counter.UNKNOWN_ENGINE_IDS)).isGreaterThan(0);
            assertThat(told.get(0).get(1).value()).isEqualTo(Oid.of(1, 3, 6, 1, 6, 3, 1, 1, 5, 1));
            tell(agent, news(Notification.Kind.OWN, 4));
            List<SnmpClient.Told> next = receiver.take(receive());
            while (next == null || next.size() < 3) {
                next = receiver.take(receive());
            }
            assertThat(next.get(2).value()).isEqualTo(4L);
            // Another engine has taken its place: it is found out again.
            Engine3 other = new Engine3();
            tell(agent, news(Notification.Kind.OWN, 5));
            next = null;
            while (next == null || next.size() < 3 || !next.get(2).value().equals(5L)) {
                next = other.take(receive());
            }
            socket.setSoTimeout(400);
            assertThat(silent(other)).as("nothing more to be confirmed").isTrue();
            assertThat(agent.agent().tally().unacknowledged()).isZero();
        }
    }

    private boolean silent(Engine3 receiver) throws Exception {
        for (int i = 0; i < 20; i++) {
            try {
                receiver.take(receive());
            } catch (SocketTimeoutException quiet) {
                return true;
            }
        }
        return false;
    }

    @Test
    void trapsOfVersion3AreOfTheAgentsEngine() throws Exception {
        try (TestAgent agent = agent(receiver(Form.V3_TRAP))) {
            byte[] bytes = receive();
            Counters counters = new Counters();
            Engine same = new Engine(TestAgent.ENGINE_ID, 7, System::nanoTime);
            Users users = new Users(TestAgent.users(), same, counters, new Replies(same, counters));
            Request request = new Request();
            BerReader in = new BerReader();
            in.over(bytes, 0, bytes.length);
            in.enter(Tag.SEQUENCE);
            in.integer();
            Packet out = new Packet();
            assertThat(users.read(in, bytes.length, new byte[] {127, 0, 0, 1}, request, out)).isFalse();
            assertThat(request.pdu).isEqualTo(Tag.TRAP);
            assertThat(request.level).isEqualTo(3);
            assertThat(out.length()).as("traps are not answered").isZero();
            assertThat(agent.agent().tally().lastError()).isEmpty();
        }
    }

    @Test
    void nothingIsServedOrToldUntilItIsEnabled() throws Exception {
        SnmpAgent off = new SnmpAgent(SnmpSettings.OFF, new TestTree(room.image()), room.table(), "1", "Room",
                Path.of("/nowhere"), TestAgent.nobody());
        assertThat(off.start()).isEmpty();
        off.show(room.image());
        off.close();
    }
}
