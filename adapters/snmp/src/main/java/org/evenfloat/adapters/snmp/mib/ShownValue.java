// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenfloat.adapters.snmp.variables.Variables;
import org.evenfloat.application.northbound.Meaning;
import org.evenfloat.domain.measure.Quality;

/**
 * One value for people: taken from the very bytes that go on the wire.
 *
 * @param raw what is transferred
 * @param meaning what that means; empty when {@code raw} says all
 */
record ShownValue(String raw, String meaning) {

    private static final int OCTETS = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int INTEGER = 0x02;
    private static final int LONG_LENGTH = 0x80;
    private static final int DATE_BYTES = 8;
    private static final int ZONED_DATE_BYTES = 11;
    private static final int HUNDREDTHS = 2;
    private static final Pattern NUMBERED_WORD = Pattern.compile("([A-Za-z0-9-]+)\\((\\d+)\\)");

    /** Returns the first of some variables, which is there. */
    static ShownValue of(MibObject object, Variables values) {
        byte[] bytes = new byte[values.length(0)];
        values.copy(0, bytes, 0);
        int head = (bytes[1] & LONG_LENGTH) == 0 ? 2 : 2 + (bytes[1] & 0x7F);
        byte[] content = Arrays.copyOfRange(bytes, head, bytes.length);
        return switch (values.tag(0)) {
            case OCTETS -> octets(object.syntax(), content);
            case OBJECT_IDENTIFIER -> new ShownValue(identifier(content), "");
            case INTEGER -> number(object, new BigInteger(content).longValue());
            default -> number(object, new BigInteger(1, content).longValue());
        };
    }

    private static ShownValue number(MibObject object, long value) {
        return new ShownValue(Long.toString(value), meaning(object, value));
    }

    private static String meaning(MibObject object, long value) {
        Syntax syntax = object.syntax();
        if (syntax.form() == Syntax.Form.TRUTH) {
            return value == 1 ? "true" : "false";
        }
        if (syntax == Syntax.QUALITY) {
            return Quality.of((byte) value).name().toLowerCase(Locale.ROOT);
        }
        if (syntax == Syntax.TICKS) {
            return BigDecimal.valueOf(value, HUNDREDTHS).toPlainString() + " s";
        }
        Matcher word = NUMBERED_WORD.matcher(syntax.smi().startsWith("INTEGER {") ? syntax.smi() : "");
        while (word.find()) {
            if (Long.parseLong(word.group(2)) == value) {
                return word.group(1);
            }
        }
        return Meaning.of(value, scale(object.units()), object.words());
    }

    /** Returns what 1 means: units without an amount are of one. */
    static String scale(String units) {
        return units.isEmpty() || Character.isDigit(units.charAt(0)) ? units : "1 " + units;
    }

    private static ShownValue octets(Syntax syntax, byte[] content) {
        if (syntax == Syntax.DATE && (content.length == DATE_BYTES || content.length == ZONED_DATE_BYTES)) {
            return new ShownValue(HexFormat.of().formatHex(content), date(content));
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return new ShownValue(text, "");
        } catch (CharacterCodingException notText) {
            return new ShownValue("0x" + HexFormat.of().formatHex(content), "");
        }
    }

    /** Source: RFC 2579, DateAndTime. */
    private static String date(byte[] at) {
        String local = String.format("%04d-%02d-%02dT%02d:%02d:%02d", (at[0] & 0xFF) << 8 | at[1] & 0xFF, at[2], at[3],
                at[4], at[5], at[6]);
        return at.length == DATE_BYTES ? local
                : local + String.format("%c%02d:%02d", (char) at[DATE_BYTES], at[DATE_BYTES + 1], at[DATE_BYTES + 2]);
    }

    private static String identifier(byte[] content) {
        StringBuilder text = new StringBuilder();
        long id = 0;
        for (byte each : content) {
            id = id << 7 | each & 0x7F;
            if (each >= 0) {
                if (text.length() == 0) {
                    long first = Math.min(2, id / 40);
                    text.append(first).append('.').append(id - 40 * first);
                } else {
                    text.append('.').append(id);
                }
                id = 0;
            }
        }
        return text.toString();
    }
}
