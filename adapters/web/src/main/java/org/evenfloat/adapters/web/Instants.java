// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Instants in requests and answers: epoch ms, and ISO 8601 with an offset. */
final class Instants {

    static final String ALLOWED = "epoch ms, or ISO 8601 with an offset such as 2026-11-22T14:03:27+01:00,"
            + " years 1970 to 9999";

    /** 9999-12-31T23:59:59.999Z: the last instant ISO 8601 writes with four digits of year. */
    private static final long LAST = 253_402_300_799_999L;

    private static final Pattern EPOCH = Pattern.compile("[0-9]{1,15}");

    /** A plus sign that nobody encoded arrives as a space. */
    private static final Pattern LOST_PLUS = Pattern.compile(" (?=[0-9]{2}:?[0-9]{2}$)");

    private Instants() {}

    static OptionalLong parse(String text) {
        long millis;
        if (EPOCH.matcher(text).matches()) {
            millis = Long.parseLong(text);
        } else {
            try {
                millis = OffsetDateTime.parse(LOST_PLUS.matcher(text).replaceFirst("+")).toInstant().toEpochMilli();
            } catch (DateTimeException | ArithmeticException e) {
                return OptionalLong.empty();
            }
        }
        return millis >= 0 && millis <= LAST ? OptionalLong.of(millis) : OptionalLong.empty();
    }

    static String iso(long millis, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    /** Writes {@code nameMillis} and {@code name}. */
    static void write(JsonGenerator json, String name, long millis, ZoneId zone) throws IOException {
        json.writeNumberField(name + "Millis", millis);
        json.writeStringField(name, iso(millis, zone));
    }

    /** Writes the same, or null for the 0 by which the ports say that there is no such instant. */
    static void writeUnlessZero(JsonGenerator json, String name, long millis, ZoneId zone) throws IOException {
        if (millis == 0) {
            json.writeNullField(name + "Millis");
            json.writeNullField(name);
        } else {
            write(json, name, millis, zone);
        }
    }
}
