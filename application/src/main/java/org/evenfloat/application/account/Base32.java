// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/** Bytes as people type them: base32 of RFC 4648 without padding. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int BYTE = 8;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = held << BYTE | next & 0xFF;
            bits += BYTE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(held >> bits & 0x1F));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(held << BITS - bits & 0x1F));
        }
        return text.toString();
    }

    /** Returns the bytes; empty when there are other characters. Small letters, spaces and padding are allowed. */
    static Optional<byte[]> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            if (letter == ' ' || letter == '=') {
                continue;
            }
            int value = ALPHABET.indexOf(letter);
            if (value < 0) {
                return Optional.empty();
            }
            held = held << BITS | value;
            bits += BITS;
            if (bits >= BYTE) {
                bits -= BYTE;
                bytes.write(held >> bits & 0xFF);
            }
        }
        return Optional.of(bytes.toByteArray());
    }
}
