// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/** Texts and times as octets. */
final class Texts {

    /** Most bytes of an EvenfloatText. */
    static final int LONGEST = 1_023;

    private static final int MILLIS_A_TENTH = 100;
    private static final int NANOS_A_MILLI = 1_000_000;
    private static final int SECONDS_A_MINUTE = 60;

    private Texts() {}

    /** Returns a text in UTF-8, cut between two characters where it is too long. */
    static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return bytes;
        }
        int end = LONGEST;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Returns a text as a DisplayString, which knows ASCII only: without accents, and "?" for what has no letter there. */
    static byte[] ascii(String text, int longest) {
        String plain = Normalizer.normalize(text.replace("ß", "ss").replace("µ", "u"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "").replaceAll("[^\\x20-\\x7E]", "?");
        return plain.substring(0, Math.min(longest, plain.length())).getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns a time as a DateAndTime of 11 octets with the offset of the zone (RFC 2579). */
    static byte[] date(long atMillis, ZoneId zone) {
        ZonedDateTime at = Instant.ofEpochMilli(atMillis).atZone(zone);
        int minutes = at.getOffset().getTotalSeconds() / SECONDS_A_MINUTE;
        int away = Math.abs(minutes);
        return new byte[] {
            (byte) (at.getYear() >> Byte.SIZE), (byte) at.getYear(), (byte) at.getMonthValue(), (byte) at.getDayOfMonth(),
            (byte) at.getHour(), (byte) at.getMinute(), (byte) at.getSecond(),
            (byte) (at.getNano() / NANOS_A_MILLI / MILLIS_A_TENTH), (byte) (minutes < 0 ? '-' : '+'),
            (byte) (away / SECONDS_A_MINUTE), (byte) (away % SECONDS_A_MINUTE)};
    }
}
