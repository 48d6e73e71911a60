// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.evenfloat.adapters.directories.RadiusFake.SECRET;
import static org.evenfloat.adapters.directories.RadiusFake.answer;
import static org.evenfloat.adapters.directories.RadiusFake.right;
import static org.evenfloat.adapters.directories.RadiusFake.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.contracts.SeededCases;
import org.junit.jupiter.api.Test;

class RadiusBrokenAnswersTest {

    private static final int TIMEOUT_MILLIS = 400;

    private static Optional<Set<String>> ask(RadiusFake.Script script) throws Exception {
        return ask(script, 10_000);
    }

    private static Optional<Set<String>> ask(RadiusFake.Script script, int timeoutMillis) throws Exception {
        try (RadiusFake fake = new RadiusFake(script)) {
            return fake.client(timeoutMillis).check("anna", "secret");
        }
    }

    private static void assertNoAnswer(RadiusFake.Script script) {
        assertThatExceptionOfType(DirectoryFailure.class).isThrownBy(() -> ask(script, TIMEOUT_MILLIS))
                .withMessageMatching("RADIUS .*: no (proven answer, .* in time|answer within 400 ms)").satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain(SECRET).doesNotContain("secret\""));
    }

    @Test
    void takesARightAnswer() throws Exception {
        assertThat(ask((request, count) -> List.of(right(2, request, text(11, "service"), text(25, "other")))))
                .contains(Set.of("service"));
        assertThat(ask((request, count) -> List.of(right(2, request)))).contains(Set.of());
    }

    @Test
    void takesANoAndEverythingThatIsNotYesForANo() throws Exception {
        for (int code : List.of(3, 11, 1, 5, 0, 255)) {
            assertThat(ask((request, count) -> List.of(right(code, request, text(11, "service"))))).isEmpty();
        }
    }

    @Test
    void passesOverAnAnswerOfAnotherSecret() {
        assertNoAnswer((request, count) -> List.of(answer(2, request, "another secret !!!!!", true)));
    }

    @Test
    void passesOverAnAnswerWithoutMessageAuthenticator() {
        assertNoAnswer((request, count) -> List.of(answer(2, request, SECRET, false, text(11, "service"))));
    }

    @Test
    void passesOverANoThatWasTurnedIntoAYes() {
        assertNoAnswer((request, count) -> {
            byte[] no = right(3, request);
            no[0] = 2;
            return List.of(no);
        });
    }

    @Test
    void passesOverTwoMessageAuthenticators() {
        assertNoAnswer((request, count) -> List.of(right(2, request, RadiusFake.attribute(80, new byte[16]))));
    }

    @Test
    void passesOverAnAnswerToAnotherRequest() {
        byte[][] first = new byte[1][];
        assertNoAnswer((request, count) -> {
            byte[] other = request.clone();
            other[10] ^= 1;
            first[0] = right(2, other);
            return List.of(first[0]);
        });
        assertNoAnswer((request, count) -> {
            byte[] other = request.clone();
            other[1] ^= 1;
            return List.of(right(2, other));
        });
    }

    @Test
    void passesOverAnAnswerFromAnotherPort() throws Exception {
        try (RadiusFake fake = new RadiusFake((request, count) -> List.of(right(2, request)), true)) {
            assertThatExceptionOfType(DirectoryFailure.class)
                    .isThrownBy(() -> fake.client(TIMEOUT_MILLIS).check("anna", "secret"));
            assertThat(fake.requests).hasSize(2);
        }
    }

    @Test
    void isNotShoutedDownByForgedAnswers() throws Exception {
        assertThat(ask((request, count) -> List.of(
                        new byte[0], new byte[20], answer(2, request, SECRET, false), answer(3, request, "x", true),
                        right(2, request, text(11, "service")))))
                .contains(Set.of("service"));
    }

    @Test
    void asksTwiceWithTheSameBytesAndThenTheSecondServer() throws Exception {
        try (RadiusFake deaf = new RadiusFake((request, count) -> List.of());
                RadiusFake second = new RadiusFake((request, count) ->
                        count < 2 ? List.of() : List.of(right(2, request, text(11, "service"))))) {
            RadiusServers both = new RadiusServers(
                    List.of(new RadiusServers.Address("127.0.0.1", deaf.port()),
                            new RadiusServers.Address("127.0.0.1", second.port())),
                    SECRET, RadiusServers.Attribute.FILTER_ID, 8_000);
            assertThat(new RadiusDirectory(both).check("anna", "secret")).contains(Set.of("service"));
            for (RadiusFake each : List.of(deaf, second)) {
                assertThat(each.requests).hasSize(2);
                assertThat(each.requests.get(0)).isEqualTo(each.requests.get(1));
            }
        }
    }

    @Test
    void provesItsRequestsAndHidesThePassword() throws Exception {
        try (RadiusFake fake = new RadiusFake((request, count) -> List.of(right(3, request)))) {
            fake.client(2_000).check("anna", "a password that is longer than sixteen");
            byte[] request = fake.requests.get(0);
            assertThat(new String(request, StandardCharsets.ISO_8859_1)).contains("anna").doesNotContain("longer");
            assertThat(request[20]).as("Message-Authenticator stands first").isEqualTo((byte) 80);
            byte[] zeros = request.clone();
            Arrays.fill(zeros, 22, 38, (byte) 0);
            assertThat(Arrays.copyOfRange(request, 22, 38)).isEqualTo(RadiusPacket.proof(zeros, SECRET));
        }
    }

    @Test
    void readsAttributesOfVendors() throws Exception {
        byte[] pair = {0, 0, 0, 9, 1, 9, 's', 'e', 'r', 'v', 'i', 'c', 'e'};
        byte[] otherVendor = pair.clone();
        otherVendor[3] = 10;
        byte[] otherType = pair.clone();
        otherType[4] = 2;
        byte[] wrongLength = pair.clone();
        wrongLength[5] = 8;
        for (byte[] value : List.of(pair, otherVendor, otherType, wrongLength, new byte[0], new byte[] {0, 0, 0, 9})) {
            try (RadiusFake fake = new RadiusFake(
                    (request, count) -> List.of(right(2, request, RadiusFake.attribute(26, value))))) {
                assertThat(fake.client(2_000, RadiusServers.Attribute.ofVendor(9, 1)).check("anna", "secret"))
                        .contains(value == pair ? Set.of("service") : Set.of());
            }
        }
    }

    @Test
    void garbageNeverLetsAnybodyIn() throws Exception {
        byte[] authenticator = new byte[16];
        byte[] request = RadiusPacket.request(7, authenticator, SECRET, "anna", "secret");
        byte[] good = right(2, request, text(11, "service"));
        assertThat(RadiusPacket.answer(good, request, SECRET, RadiusServers.Attribute.FILTER_ID)).isPresent();
        SeededCases.check("no changed answer is believed", 20_000, draw -> {
            byte[] bad;
            if (draw.permille(300)) {
                bad = draw.bytes(draw.between(0, 200));
            } else {
                bad = Arrays.copyOf(good, draw.permille(300) ? draw.between(0, good.length + 20) : good.length);
                for (int i = draw.between(1, 3); i > 0 && bad.length > 0; i--) {
                    bad[draw.between(0, bad.length - 1)] = (byte) draw.bits();
                }
            }
            boolean same = Arrays.equals(bad, good);
            assertThat(RadiusPacket.answer(bad, request, SECRET, RadiusServers.Attribute.FILTER_ID).isPresent())
                    .isEqualTo(same);
        });
    }
}
