// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Codes of an authenticator, which change every 30 s: TOTP of RFC 6238 with HMAC-SHA-1 and six digits, what every
 * authenticator knows.
 */
final class TimeCodes {

    /** How long a code is shown. */
    static final long STEP_MILLIS = 30_000;

    static final int DIGITS = 6;

    /** Clocks of telephones are a little wrong, and people type slowly: RFC 6238, 5.2. */
    private static final int STEPS_ASIDE = 1;

    private static final int BLOCK_BYTES = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5C;
    private static final int MODULUS = 1_000_000;

    private TimeCodes() {}

    static long step(long atMillis) {
        return Math.floorDiv(atMillis, STEP_MILLIS);
    }

    /** Returns the code of a step. */
    static String code(byte[] secret, long step) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated(secret, step) % MODULUS);
    }

    /** Returns what RFC 4226, 5.3 makes of a step: 31 bits, of which a code shows the last digits. */
    static int truncated(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        return ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    }

    /** HMAC of RFC 2104. The core depends on {@code java.*} alone, and Java's own is in {@code javax.crypto}. */
    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            byte[] key = Arrays.copyOf(secret.length > BLOCK_BYTES ? sha.digest(secret) : secret, BLOCK_BYTES);
            sha.update(masked(key, INNER));
            byte[] inner = sha.digest(message);
            sha.update(masked(key, OUTER));
            return sha.digest(inner);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static byte[] masked(byte[] key, int mask) {
        byte[] masked = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            masked[i] = (byte) (key[i] ^ mask);
        }
        return masked;
    }

    /**
     * Returns the step that a code belongs to; empty when it belongs to none around now, or to one that was used.
     *
     * @param code as typed; spaces do not count
     * @param usedStep the last step of which a code was used
     */
    static OptionalLong matched(byte[] secret, String code, long nowMillis, long usedStep) {
        String typed = code.replace(" ", "");
        long now = step(nowMillis);
        OptionalLong found = OptionalLong.empty();
        for (long step = now - STEPS_ASIDE; step <= now + STEPS_ASIDE; step++) {
            if (Fingerprints.same(code(secret, step), typed) && step > usedStep && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
