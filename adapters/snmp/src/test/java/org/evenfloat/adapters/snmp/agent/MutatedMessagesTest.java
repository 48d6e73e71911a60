// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.contracts.SeededCases.Draw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages with a bit, a byte or a length changed: they are answered, reported or dropped, and nothing ever fails. */
class MutatedMessagesTest {

    private static final int SOME = 10_000;
    private static final int MANY = 1_000_000;

    private final NorthboundRoom room = new NorthboundRoom(1, 60);
    private final Counters counters = new Counters();
    private final SnmpTally tally = new SnmpTally(counters);
    private final Engine engine = new Engine(TestAgent.ENGINE_ID, 7, () -> 0);

    private Desk desk() {
        SnmpSettings settings = TestAgent.settings(List.of());
        Replies replies = new Replies(engine, counters);
        SetOrders nothing = new SetOrders(TestAgent.nobody(), replies, (out, to) -> { });
        nothing.close(); // takes no more: what is set is refused
        return new Desk(new TestTree(room.image()), new OwnObjects(settings, "1", "Room", engine, counters), engine,
                counters, tally, new Communities(settings.communities(), counters),
                new Users(settings.users(), engine, counters, replies), replies, nothing, room.image());
    }

    private static List<byte[]> sound() throws Exception {
        List<byte[]> all = new ArrayList<>();
        for (GoldenMessagesTest.Line line : GoldenMessagesTest.lines()) {
            all.add(HexFormat.of().parseHex(line.request()));
        }
        return all;
    }

    private void messages(int count) throws Exception {
        Draw draw = SeededCases.one();
        System.out.println("mutated messages: " + count + ", -Dseed=" + draw.seed());
        List<byte[]> sound = sound();
        Desk desk = desk();
        Packet out = new Packet();
        InetSocketAddress from = new InetSocketAddress("127.0.0.1", 5_000);
        int answered = 0;
        int dropped = 0;
        for (int i = 0; i < count; i++) {
            byte[] message = mutated(draw, draw.pick(sound));
            boolean answer = desk.take(message, message.length, from, out);
            answered += answer ? 1 : 0;
            dropped += answer ? 0 : 1;
            if (answer) {
                assertThat(out.length()).isBetween(20, Math.max(Desk.MOST_ANSWER, message.length + 150));
                assertThat(out.bytes[out.start()]).isEqualTo((byte) 0x30);
            }
        }
        assertThat(answered).as("messages that were still answered").isGreaterThan(count / 20);
        assertThat(dropped).as("messages that were dropped").isGreaterThan(count / 20);
        assertThat(counters.of(Counter.PARSE_ERRORS)).isGreaterThan(count / 20);
        byte[] last = sound.get(0).clone();
        assertThat(desk.take(last, last.length, from, out)).isTrue();
    }

    @Test
    void everyMessageIsAnsweredOrDropped() throws Exception {
        messages(SOME);
    }

    @Test
    @Tag("soak")
    void aMillionOfThem() throws Exception {
        messages(MANY);
    }

    /** Answers of receivers are read by the same rules. */
    @Test
    void everyAnswerOfAReceiverIsTakenOrLeft() throws Exception {
        Draw draw = SeededCases.one();
        List<byte[]> sound = new ArrayList<>();
        for (GoldenMessagesTest.Line line : GoldenMessagesTest.lines()) {
            if (!line.answer().isEmpty()) {
                sound.add(HexFormat.of().parseHex(line.answer()));
            }
        }
        User user = new User(TestAgent.users().get(2));
        Keys.Localized keys = user.of(TestAgent.ENGINE_ID);
        Crypt crypt = new Crypt();
        int taken = 0;
        for (int i = 0; i < SOME; i++) {
            byte[] message = draw.permille(300) ? draw.pick(sound).clone() : mutated(draw, draw.pick(sound));
            boolean old = draw.permille(500);
            try {
                InformAnswer answer = old ? InformAnswer.community(message, message.length, "public".getBytes())
                        : InformAnswer.user(message, message.length, user, keys, crypt);
                taken += answer.response() ? 1 : 0;
            } catch (Malformed left) {
                assertThat(left).isSameAs(Malformed.MESSAGE);
            }
        }
        assertThat(taken).as("answers that were understood").isGreaterThan(SOME / 50);
    }

    private static byte[] mutated(Draw draw, byte[] sound) {
        byte[] bytes = sound.clone();
        switch (draw.between(0, 4)) {
            case 0 -> bytes[draw.between(0, bytes.length - 1)] ^= (byte) (1 << draw.between(0, 7));
            case 1 -> bytes[draw.between(0, bytes.length - 1)] = (byte) draw.between(0, 255);
            case 2 -> bytes = Arrays.copyOf(bytes, draw.between(1, bytes.length + 50));
            case 3 -> {
                int at = draw.between(0, bytes.length - 1);
                System.arraycopy(bytes, at, bytes, draw.between(0, at), bytes.length - at);
            }
            default -> bytes = draw.bytes(draw.between(1, 253));
        }
        return bytes;
    }
}
