// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    private static final byte[] RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows for SHA-1; its codes have eight digits, ours are the last six of them. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924",
        "2000000000, 69279037", "20000000000, 65353130"
    })
    void areThoseOfTheStandard(long seconds, String eight) {
        long step = TimeCodes.step(seconds * 1_000);
        assertThat(String.format(Locale.ROOT, "%08d", TimeCodes.truncated(RFC, step) % 100_000_000)).isEqualTo(eight);
        assertThat(TimeCodes.code(RFC, step)).isEqualTo(eight.substring(2));
        assertThat(TimeCodes.matched(RFC, eight.substring(2), seconds * 1_000, Long.MIN_VALUE)).hasValue(step);
    }

    @Test
    void oneStepAsideIsRightAndTwoAreWrongForAnySecretAndMoment() {
        long seed = Long.getLong("seed", 6238);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] secret = new byte[20];
            random.nextBytes(secret);
            long now = random.nextLong(1L << 42);
            long step = TimeCodes.step(now);
            for (long aside = -1; aside <= 1; aside++) {
                assertThat(TimeCodes.matched(secret, TimeCodes.code(secret, step + aside), now, Long.MIN_VALUE))
                        .as("seed " + seed + ", case " + i).isPresent();
            }
            String far = TimeCodes.code(secret, step + (random.nextBoolean() ? 2 : -2));
            boolean byChance = far.equals(TimeCodes.code(secret, step - 1)) || far.equals(TimeCodes.code(secret, step))
                    || far.equals(TimeCodes.code(secret, step + 1));
            assertThat(TimeCodes.matched(secret, far, now, Long.MIN_VALUE).isPresent())
                    .as("seed " + seed + ", case " + i).isEqualTo(byChance);
        }
    }

    @Test
    void agreesWithTheHmacOfJavaForKeysOfAnyLength() throws Exception {
        long seed = Long.getLong("seed", 2104);
        Random random = new Random(seed);
        for (int length = 1; length <= 150; length++) {
            byte[] secret = new byte[length];
            random.nextBytes(secret);
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
            int expected = ByteBuffer.wrap(hash).getInt(hash[19] & 0xF) & Integer.MAX_VALUE;
            assertThat(TimeCodes.truncated(secret, length)).as("seed " + seed + ", length " + length).isEqualTo(expected);
        }
    }

    @Test
    void whatIsNoCodeMatchesNothing() {
        for (String typed : new String[] {"", "0", "94287082", "28708", "abcdef", "२८७०८२", "287082\n1"}) {
            assertThat(TimeCodes.matched(RFC, typed, 59_000, Long.MIN_VALUE)).as(typed).isEmpty();
        }
        assertThat(TimeCodes.matched(RFC, "287 082", 59_000, Long.MIN_VALUE)).isPresent();
    }

    @Test
    void aCodeIsGoodOnceAndSoIsNoneBeforeIt() {
        assertThat(TimeCodes.matched(RFC, TimeCodes.code(RFC, 1), 59_000, 1)).isEmpty();
        assertThat(TimeCodes.matched(RFC, TimeCodes.code(RFC, 0), 59_000, 1)).isEmpty();
        assertThat(TimeCodes.matched(RFC, TimeCodes.code(RFC, 2), 59_000, 1)).hasValue(2);
    }

    /** RFC 4648, 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheStandard(String text, String encoded) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.encode(bytes)).isEqualTo(encoded);
        assertThat(Base32.decode(encoded.toLowerCase(Locale.ROOT) + " ==")).hasValue(bytes);
        assertThat(Base32.decode(encoded + "1")).isEmpty();
    }
}
