// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.SnmpSettings.Authentication;
import org.evenfloat.adapters.snmp.SnmpSettings.Privacy;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.contracts.NorthboundRoom;
import org.junit.jupiter.api.Test;

/** Version 3: what is reported, what is answered, and what is never taken twice. */
class UsersTest {

    private static final Oid NAME = Oid.of(1, 3, 6, 1, 2, 1, 1, 5, 0);
    private static final int REPORTABLE = 4;

    private final AtomicLong nanos = new AtomicLong();
    private final Counters counters = new Counters();
    private final Packet out = new Packet();
    private final Envelope envelope = new Envelope();
    private Engine engine = new Engine(TestAgent.ENGINE_ID, 7, nanos::get);
    private Desk desk = desk();

    private Desk desk() {
        NorthboundRoom room = new NorthboundRoom(1, 10);
        SnmpSettings settings = TestAgent.settings(List.of());
        Replies replies = new Replies(engine, counters);
        SetOrders nothing = new SetOrders(TestAgent.nobody(), replies, (packet, to) -> { });
        nothing.close();
        return new Desk(new TestTree(room.image()), new OwnObjects(settings, "1", "Room", engine, counters), engine,
                counters, new SnmpTally(counters), new Communities(settings.communities(), counters),
                new Users(settings.users(), engine, counters, replies), replies, nothing, room.image());
    }

    private static User user(String name) {
        return TestAgent.users().stream().filter(each -> each.name().equals(name)).map(User::new).findFirst().orElseThrow();
    }

    private byte[] get(String name, int level, int boots, int seconds, byte[] context) {
        Packet packet = new Packet();
        packet.behind(SnmpClient.binding(NAME, new byte[] {5, 0}), 0, SnmpClient.binding(NAME, new byte[] {5, 0}).length);
        packet.wrap(Tag.SEQUENCE, packet.end());
        packet.integer(0);
        packet.integer(0);
        packet.integer(4_711);
        packet.wrap(Tag.GET, packet.end());
        User user = user(name);
        envelope.user(packet, new Envelope.Authority(TestAgent.ENGINE_ID, boots, seconds), new Envelope.Sealing(
                99, level, true, user.name(), user, user.of(TestAgent.ENGINE_ID), context));
        return Arrays.copyOfRange(packet.bytes, packet.start(), packet.end());
    }

    private byte[] get(String name, int level, int boots, int seconds) {
        return get(name, level, boots, seconds, TestAgent.ENGINE_ID);
    }

    /** Returns the tag of what came back and what a report says; NONE for nothing. */
    private String sent(byte[] message, String name) throws Exception {
        byte[] copy = message.clone();
        if (!desk.take(copy, copy.length, new InetSocketAddress("127.0.0.1", 9), out)) {
            return "nothing";
        }
        byte[] answer = Arrays.copyOfRange(out.bytes, out.start(), out.end());
        User user = user(name);
        InformAnswer told = InformAnswer.user(answer, answer.length, user, user.of(TestAgent.ENGINE_ID), new Crypt());
        assertThat(told.messageId()).isEqualTo(99);
        assertThat(told.authority().boots()).isEqualTo(engine.boots());
        String safe = told.authentic() ? "authentic " : "";
        return told.response() ? safe + "answer " + told.id() : safe + "report " + counter(told.reported());
    }

    private static String counter(Oid oid) {
        for (Counter each : Counter.values()) {
            if (each.oid().equals(oid)) {
                return each.name();
            }
        }
        return "" + oid;
    }

    @Test
    void everyDigestAndCipherIsAnsweredAsSafeAsItAsked() throws Exception {
        for (SnmpSettings.User each : TestAgent.users()) {
            if (each.name().equals("far")) {
                continue;
            }
            int level = (each.authentication() == Authentication.NONE ? 0 : 1)
                    | (each.privacy() == Privacy.NONE ? 0 : 2);
            assertThat(sent(get(each.name(), level, 7, 0), each.name())).as(each.name())
                    .isEqualTo((level > 0 ? "authentic " : "") + "answer 4711");
            assertThat(out.bytes[out.start()]).isEqualTo((byte) 0x30);
        }
        assertThat(counters.of(Counter.WRONG_DIGESTS)).isZero();
    }

    @Test
    void oldMessagesAreNotTaken() throws Exception {
        byte[] message = get("SHA256-AES128", 3, 7, 0);
        assertThat(sent(message, "SHA256-AES128")).isEqualTo("authentic answer 4711");
        nanos.set(TimeUnit.SECONDS.toNanos(150));
        assertThat(sent(message, "SHA256-AES128")).isEqualTo("authentic answer 4711");
        nanos.set(TimeUnit.SECONDS.toNanos(151));
        assertThat(sent(message, "SHA256-AES128")).isEqualTo("authentic report NOT_IN_TIME_WINDOWS");
        assertThat(sent(get("SHA256-AES128", 3, 7, 301), "SHA256-AES128")).isEqualTo("authentic answer 4711");
        assertThat(sent(get("SHA256-AES128", 3, 7, 302), "SHA256-AES128"))
                .isEqualTo("authentic report NOT_IN_TIME_WINDOWS");
        assertThat(counters.of(Counter.NOT_IN_TIME_WINDOWS)).isEqualTo(2);
    }

    @Test
    void messagesOfAnEarlierStartAreNotTaken() throws Exception {
        byte[] message = get("SHA512-AES256", 3, 7, 0);
        assertThat(sent(message, "SHA512-AES256")).isEqualTo("authentic answer 4711");
        engine = new Engine(TestAgent.ENGINE_ID, 8, nanos::get);
        desk = desk();
        assertThat(sent(message, "SHA512-AES256")).isEqualTo("authentic report NOT_IN_TIME_WINDOWS");
        engine = new Engine(TestAgent.ENGINE_ID, Engine.MOST_BOOTS, nanos::get);
        desk = desk();
        assertThat(sent(get("SHA512-AES256", 3, Engine.MOST_BOOTS, 0), "SHA512-AES256"))
                .isEqualTo("authentic report NOT_IN_TIME_WINDOWS");
    }

    @Test
    void everyChangedByteOfAMessageIsFoundOut() throws Exception {
        byte[] sound = get("SHA224-NONE", 1, 7, 0);
        int wrongDigests = 0;
        for (int i = 0; i < sound.length; i++) {
            byte[] changed = sound.clone();
            changed[i] ^= 1;
            long before = counters.of(Counter.WRONG_DIGESTS);
            boolean answered = desk.take(changed, changed.length, new InetSocketAddress("127.0.0.1", 9), out);
            wrongDigests += counters.of(Counter.WRONG_DIGESTS) > before ? 1 : 0;
            // With another level it is refused in an answer; everything else is reported or dropped.
            assertThat(answered && isResponse(out) && status(out) == ErrorStatus.NONE)
                    .as("answered although byte " + i + " was changed").isFalse();
        }
        assertThat(wrongDigests).isGreaterThan(60);
    }

    @Test
    void whoIsLessSafeThanTheUserIsToldSo() throws Exception {
        assertThat(sent(get("SHA256-AES128", 1, 7, 0), "SHA256-AES128")).isEqualTo("authentic answer 4711");
        assertThat(status(out)).isEqualTo(ErrorStatus.AUTHORIZATION);
        assertThat(sent(get("SHA256-AES128", 0, 7, 0), "SHA256-AES128")).isEqualTo("answer 4711");
        assertThat(status(out)).isEqualTo(ErrorStatus.AUTHORIZATION);
        assertThat(sent(get("NONE-NONE", 0, 7, 0), "NONE-NONE")).isEqualTo("answer 4711");
        assertThat(status(out)).isEqualTo(ErrorStatus.NONE);
    }

    private static BerReader pdu(Packet of) throws Malformed {
        BerReader in = new BerReader();
        in.over(of.bytes, of.start(), of.end());
        in.enter(Tag.SEQUENCE);
        in.integer();
        in.skip();
        in.skip();
        in.enter(Tag.SEQUENCE);
        in.skip();
        in.skip();
        return in;
    }

    private static boolean isResponse(Packet of) throws Malformed {
        return pdu(of).tag() == Tag.RESPONSE;
    }

    private static int status(Packet of) throws Malformed {
        BerReader in = pdu(of);
        in.enter(Tag.RESPONSE);
        in.integer();
        return in.integer();
    }

    @Test
    void usersFromElsewhereAndOtherEnginesAreNotAnswered() throws Exception {
        assertThat(sent(get("far", 0, 7, 0), "far")).isEqualTo("nothing");
        assertThat(counters.of(Counter.UNKNOWN_USER_NAMES)).isEqualTo(1);
        byte[] other = {(byte) 0x80, 0, 0, 1, 5, 1};
        assertThat(sent(get("NONE-NONE", 0, 7, 0, other), "NONE-NONE")).isEqualTo("report UNKNOWN_PDU_HANDLERS");
    }

    @Test
    void withoutTheWishForOneThereIsNoReport() throws Exception {
        byte[] message = get("NONE-NONE", 0, 7, 0);
        for (int i = 0; i < message.length - 3; i++) {
            if (message[i] == 4 && message[i + 1] == 1 && message[i + 2] == REPORTABLE) {
                message[i + 2] = 0;
            }
        }
        byte[] unknown = new String(message, StandardCharsets.ISO_8859_1).replace("NONE-NONE", "NONE-N0NE")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(sent(unknown, "NONE-NONE")).isEqualTo("nothing");
        assertThat(counters.of(Counter.UNKNOWN_USER_NAMES)).isEqualTo(1);
    }
}
