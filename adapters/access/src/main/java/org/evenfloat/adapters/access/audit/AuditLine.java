// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;

/**
 * One line of the audit, version {@value #FORMAT} of its format: the fields of the entry, the hash of the line before,
 * then its own hash over all bytes that stand before it, and the seal of that hash.
 *
 * @param number counted from 1
 * @param entry what was written down
 * @param previous hash of the line before; {@link #NOTHING} for the first
 * @param hash SHA-256 of the line's bytes up to it
 * @param seal HMAC-SHA-256 of the hash with the key of the installation
 */
record AuditLine(long number, AuditEntry entry, String previous, String hash, String seal) {

    static final int FORMAT = 1;

    /** What stands in the place of the hash before the first line. */
    static final String NOTHING = "0".repeat(64);

    private static final String HASH = ",\"hash\":\"";
    private static final String SEAL = "\",\"seal\":\"";
    private static final String END = "\"}";
    private static final int DIGITS = 64;
    private static final int TAIL = HASH.length() + DIGITS + SEAL.length() + DIGITS + END.length();

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Set<String> FIELDS = Set.of(
            "format", "number", "at", "kind", "who", "from", "verb", "target", "outcome", "before", "after", "previous",
            "hash", "seal");

    /** Returns the bytes of a line, its end included. */
    static byte[] bytes(long number, AuditEntry entry, String previous, AuditSeal seal) {
        StringBuilder text = new StringBuilder(512);
        text.append("{\"format\":").append(FORMAT).append(",\"number\":").append(number);
        text.append(",\"at\":\"").append(stamp(entry.atMillis()));
        text.append("\",\"kind\":\"").append(entry.kind().name()).append('"');
        field(text, "who", entry.who(), AuditLimits.WORD);
        field(text, "from", entry.from(), AuditLimits.WORD);
        field(text, "verb", entry.verb(), AuditLimits.WORD);
        field(text, "target", entry.target(), AuditLimits.WORD);
        field(text, "outcome", entry.outcome().name(), AuditLimits.WORD);
        field(text, "before", entry.before(), AuditLimits.TEXT);
        field(text, "after", entry.after(), AuditLimits.TEXT);
        field(text, "previous", previous, DIGITS);
        String hash = Sha256.hex(text.toString().getBytes(UTF_8));
        return text.append(HASH).append(hash).append(SEAL).append(seal.of(hash)).append(END).append('\n').toString()
                .getBytes(UTF_8);
    }

    private static void field(StringBuilder text, String name, String value, int most) {
        text.append(",\"").append(name).append("\":");
        JsonText.write(text, JsonText.cut(value, most));
    }

    static String stamp(long millis) {
        return STAMP.format(Instant.ofEpochMilli(millis));
    }

    /**
     * Returns the hash that belongs to what stands in a line, whatever hash stands there.
     *
     * @param line without its end
     */
    static String hashOf(byte[] line) {
        return Sha256.hex(line, Math.max(0, line.length - TAIL));
    }

    /** Returns the hash that stands in a line that {@link #bytes} has made. */
    static String hashIn(byte[] lineWithEnd) {
        int from = lineWithEnd.length - 1 - TAIL + HASH.length();
        return new String(lineWithEnd, from, DIGITS, UTF_8);
    }

    /**
     * Reads a line; does not check its hash.
     *
     * @param line without its end
     * @throws IOException when it is no line of this format
     */
    static AuditLine parse(byte[] line) throws IOException {
        String tail = line.length < TAIL ? "" : new String(Arrays.copyOfRange(line, line.length - TAIL, line.length), UTF_8);
        if (!tail.startsWith(HASH) || !tail.endsWith(END) || !tail.startsWith(SEAL, HASH.length() + DIGITS)) {
            throw new IOException("it does not end in hash and seal");
        }
        Map<String, String> fields = fields(line);
        if (!fields.keySet().equals(FIELDS)) {
            throw new IOException("its fields are not those of an entry");
        }
        if (!fields.get("format").equals(String.valueOf(FORMAT))) {
            throw new IOException("its format is " + fields.get("format") + ", known is " + FORMAT);
        }
        try {
            AuditEntry entry = new AuditEntry(
                    Instant.parse(fields.get("at")).toEpochMilli(), Actor.Kind.valueOf(fields.get("kind")),
                    fields.get("who"), fields.get("from"), fields.get("verb"), fields.get("target"),
                    AuditEntry.Outcome.valueOf(fields.get("outcome")), fields.get("before"), fields.get("after"));
            return new AuditLine(
                    Long.parseLong(fields.get("number")), entry, fields.get("previous"), fields.get("hash"),
                    fields.get("seal"));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new IOException("a field has a value that it cannot have", e);
        }
    }

    private static Map<String, String> fields(byte[] line) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (!json.nextToken().isScalarValue()) {
                    throw new IOException("a field holds more than one value");
                }
                fields.put(name, json.getText());
            }
            if (json.nextToken() != null) {
                throw new IOException("something follows");
            }
        }
        return fields;
    }
}
