// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Variables;

/** Values of a tree as a client prints them, decoded apart from what encodes them. */
final class Walk {

    private Walk() {}

    /** Returns every value that is there, in order, and checks that names only grow. */
    static Map<Oid, String> of(List<Variables> parts) {
        Map<Oid, String> values = new LinkedHashMap<>();
        Oid last = Oid.of(0, 0);
        for (Variables part : parts) {
            for (int i = 0; i < part.names().size(); i++) {
                Oid name = part.names().name(i);
                if (name.compareTo(last) <= 0) {
                    throw new AssertionError(name + " stands after " + last);
                }
                last = name;
                if (part.has(i)) {
                    values.put(name, value(part, i));
                }
            }
        }
        return values;
    }

    static String value(Variables part, int index) {
        byte[] bytes = new byte[part.length(index)];
        part.copy(index, bytes, 0);
        int at = (bytes[1] & 0x80) == 0 ? 2 : 2 + (bytes[1] & 0x7F);
        byte[] content = Arrays.copyOfRange(bytes, at, bytes.length);
        return switch (bytes[0]) {
            case 0x02 -> "INTEGER: " + new BigInteger(content);
            case 0x41 -> "Counter32: " + new BigInteger(content);
            case 0x42 -> "Gauge32: " + new BigInteger(content);
            case 0x43 -> "Timeticks: " + new BigInteger(content);
            case 0x04 -> octets(content);
            case 0x06 -> "OID: " + oid(content);
            default -> throw new AssertionError("tag " + bytes[0]);
        };
    }

    private static String octets(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.chars().noneMatch(c -> c < ' ') ? "STRING: " + text : "Hex-STRING: " + HexFormat.of().formatHex(content);
    }

    private static String oid(byte[] content) {
        List<Long> ids = new ArrayList<>();
        long id = 0;
        for (byte b : content) {
            id = id << 7 | b & 0x7F;
            if (b >= 0) {
                ids.add(id);
                id = 0;
            }
        }
        return ids.get(0) / 40 + "." + ids.get(0) % 40
                + ids.stream().skip(1).map(i -> "." + i).collect(Collectors.joining());
    }
}
