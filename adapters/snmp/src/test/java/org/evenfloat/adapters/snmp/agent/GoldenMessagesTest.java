// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.Test;

/** Messages of net-snmp's tools and the answers to them, byte for byte, as they stand in golden-messages.txt. */
class GoldenMessagesTest {

    private static final int LEAST = 20;
    /** Heads before the salt do not change with it; its place from the end of the security parameters. */
    private static final int SALT = 8;

    /**
     * One message.
     *
     * @param what it asks
     * @param user of an encrypted answer, whose scoped PDU stands in the clear; empty for any other answer
     */
    record Line(String what, String user, String request, String answer) {}

    static List<Line> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                GoldenMessagesTest.class.getResourceAsStream("golden-messages.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(parts -> new Line(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip()))
                    .toList();
        }
    }

    @Test
    void everyAnswerIsAsItIsWrittenDown() throws Exception {
        List<Line> lines = lines();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(LEAST);
        for (Line line : lines) {
            // An agent of its own for each: counters are told, and begin anew.
            assertThat(answer(line)).as(line.what() + " " + line.request()).isEqualTo(line.answer());
        }
    }

    private static String answer(Line line) throws Exception {
        NorthboundRoom room = new NorthboundRoom(1, 10);
        room.voltages(block -> 13_500 + block, Quality.GOOD);
        Counters counters = new Counters();
        Engine engine = new Engine(TestAgent.ENGINE_ID, 7, () -> 0);
        SnmpSettings settings = TestAgent.settings(List.of());
        Replies replies = new Replies(engine, counters);
        try (SetOrders nothing = new SetOrders(TestAgent.nobody(), replies, (out, to) -> { })) {
            Desk desk = new Desk(new TestTree(room.image()), new OwnObjects(settings, "1.2.3", "Room", engine, counters),
                    engine, counters, new SnmpTally(counters), new Communities(settings.communities(), counters),
                    new Users(settings.users(), engine, counters, replies), replies, nothing, room.image());
            byte[] request = HexFormat.of().parseHex(line.request());
            Packet out = new Packet();
            if (!desk.take(request, request.length, new InetSocketAddress("127.0.0.1", 1), out)) {
                return "";
            }
            byte[] answer = Arrays.copyOfRange(out.bytes, out.start(), out.end());
            return HexFormat.of().formatHex(line.user().isEmpty() ? answer : decrypted(answer, line.user()));
        }
    }

    /** Decrypts apart from what {@link Crypt} does; the salt is the last OCTET STRING before the encrypted PDU. */
    private static byte[] decrypted(byte[] answer, String userName) throws Exception {
        BerReader in = new BerReader();
        in.over(answer, 0, answer.length);
        in.enter(Tag.SEQUENCE);
        in.integer();
        in.skip();
        int outer = in.enter(Tag.OCTETS);
        byte[] salt = Arrays.copyOfRange(answer, in.end() - SALT, in.end());
        in.leave(outer);
        byte[] secret = in.octets(Tag.OCTETS);
        byte[] vector = new byte[2 * SALT];
        vector[3] = 7;
        System.arraycopy(salt, 0, vector, SALT, SALT);
        User user = TestAgent.users().stream().filter(each -> each.name().equals(userName)).map(User::new).findFirst()
                .orElseThrow();
        Cipher cipher = Cipher.getInstance("AES/CFB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, user.of(TestAgent.ENGINE_ID).privacy(), new IvParameterSpec(vector));
        return cipher.doFinal(secret);
    }
}
