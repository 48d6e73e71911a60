// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.NorthboundOrder.Kind;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients write, who may, and what they hear of it. */
class WritingTest {

    private static final TcpLimits LIMITS = TestServer.LIMITS;

    private final NorthboundRoom room = new NorthboundRoom(2, 10);
    private final Alarms alarms = new Alarms();

    /** Takes down what is asked for. */
    private static final class Alarms implements HandleAlarms {

        private final List<String> done = new ArrayList<>();
        private boolean closed;

        private List<String> done(Actor who, String what) {
            if (closed) {
                throw new NotAllowed(who.name() + " may not", Role.OPERATE);
            }
            done.add(who.name() + " (" + who.from() + ", " + who.grants().site() + "): " + what);
            return List.of();
        }

        @Override
        public List<String> acknowledge(Actor who, List<String> ids, String comment) {
            return done(who, "acknowledge " + ids);
        }

        @Override
        public List<String> mute(Actor who) {
            return done(who, "mute");
        }

        @Override
        public List<String> reset(Actor who, List<String> ids, String comment) {
            return done(who, "reset");
        }

        @Override
        public List<String> shelve(Actor who, List<String> ids, long millis, String reason) {
            return done(who, "shelve");
        }

        @Override
        public List<String> unshelve(Actor who, List<String> ids) {
            return done(who, "unshelve");
        }

        @Override
        public List<String> takeOutOfService(Actor who, List<String> ids, String reason) {
            return done(who, "out of service");
        }

        @Override
        public List<String> returnToService(Actor who, List<String> ids) {
            return done(who, "in service");
        }
    }

    @BeforeEach
    void raise() {
        room.alarms(true, "block-voltage-low-alarm/S1-3", "string-voltage-high-warning/S2");
    }

    private TestServer server(Kind... may) throws Exception {
        return TestServer.of(room.table(), LIMITS, Set.of(may), new NorthboundOrders(room, alarms, null));
    }

    @Test
    void alarmsAreAcknowledgedAndTheBuzzerIsSilenced() throws Exception {
        try (TestServer server = server(Kind.ACKNOWLEDGE, Kind.MUTE); MbapClient client = new MbapClient(server.port())) {
            assertThat(client.ask(1, "06 23F0 0001")).isEqualTo("0623F00001");
            assertThat(client.ask(1, "05 23F1 FF00")).isEqualTo("0523F1FF00");
            assertThat(client.ask(1, "10 23F2 0002 04 0001 1171")).isEqualTo("1023F20002");
            assertThat(client.ask(1, "05 23F1 0000")).as("a coil that is reset does nothing").isEqualTo("0523F10000");
        }
        String who = "plc-1 (modbus 127.0.0.1, OPERATE): ";
        assertThat(alarms.done).containsExactly(
                who + "acknowledge [block-voltage-low-alarm/S1-3, string-voltage-high-warning/S2]", who + "mute",
                who + "acknowledge [string-voltage-high-warning/S2]");
    }

    @Test
    void whatIsWrongIsRefusedAndNothingIsDone() throws Exception {
        try (TestServer server = server(Kind.ACKNOWLEDGE); MbapClient client = new MbapClient(server.port())) {
            assertThat(client.ask(1, "06 23F1 0001")).as("muting is not allowed to it").isEqualTo("8601");
            assertThat(client.ask(1, "06 03E8 0001")).as("not to be written").isEqualTo("8602");
            assertThat(client.ask(1, "06 23F2 0001")).as("half a sequence").isEqualTo("8602");
            assertThat(client.ask(1, "06 23F0 0002")).as("neither 0 nor 1").isEqualTo("8603");
            assertThat(client.ask(1, "05 23F0 0001")).as("no coil value").isEqualTo("8503");
            assertThat(client.ask(1, "10 23F2 0002 04 0001 2222")).as("no such alarm").isEqualTo("9003");
            assertThat(client.ask(1, "10 23F0 0001 04 0001")).as("wrong byte count").isEqualTo("9003");
            assertThat(client.ask(1, "10 23F0 0000 00")).as("nothing").isEqualTo("9003");
            assertThat(client.ask(1, "10 23F0 0005 0A 0001 0000 0000 0000 0001")).as("one too far").isEqualTo("9002");
            alarms.closed = true;
            assertThat(client.ask(1, "06 23F0 0001")).as("the guard says no").isEqualTo("8601");
        }
        assertThat(alarms.done).isEmpty();
    }

    @Test
    void nothingThatCanBeWrittenIsAboutABreaker() {
        assertThat(Stream.of(NorthboundOrder.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .containsExactlyInAnyOrder("AcknowledgeAll", "Acknowledge", "Mute", "Equalize");
        assertThat(RegisterMap.all(BacsScales.STANDARD)).filteredOn(segment -> segment.writable().isPresent())
                .extracting(Segment::name).containsExactly("command", "equalizing of a string");
    }

    @Test
    void pipelinedRequestsAroundAnOrderAreAnsweredInOrder() throws Exception {
        try (TestServer server = server(Kind.MUTE); MbapClient client = new MbapClient(server.port())) {
            byte[] read = {3, 3, (byte) 0xEB, 0, 1};
            byte[] write = {6, 0x23, (byte) 0xF1, 0, 1};
            byte[] all = new byte[0];
            for (int i = 0; i < 6; i++) {
                byte[] frame = MbapClient.frame(i, 1, i % 2 == 0 ? read : write);
                byte[] longer = Arrays.copyOf(all, all.length + frame.length);
                System.arraycopy(frame, 0, longer, all.length, frame.length);
                all = longer;
            }
            client.socket().getOutputStream().write(all);
            byte[] answers = client.socket().getInputStream().readNBytes(3 * 11 + 3 * 12);
            int at = 0;
            for (int i = 0; i < 6; i++) {
                assertThat(answers[at + 1]).as("transaction of answer %s", i).isEqualTo((byte) i);
                assertThat(answers[at + 7]).as("function of answer %s", i).isEqualTo((byte) (i % 2 == 0 ? 3 : 6));
                at += 6 + answers[at + 5];
            }
        }
        assertThat(alarms.done).hasSize(3);
    }
}
