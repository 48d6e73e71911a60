// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenfloat.adapters.snmp.variables.Oid;

/**
 * What a set wants to write.
 *
 * @param names of the variables
 * @param values a {@link Long} for a number of any sort, a byte array, an {@link Oid}
 * @param wrong number of the first variable that is not seen or whose value cannot be one, from 1; 0 for none
 * @param status what is wrong with it
 */
record SetRequest(List<Oid> names, List<Object> values, int wrong, int status) {

    static SetRequest read(BerReader in, Request request) throws Malformed {
        in.over(request.bytes, request.from, request.to);
        List<Oid> names = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        int wrong = 0;
        int status = ErrorStatus.NONE;
        while (in.more()) {
            int outer = in.enter(Tag.SEQUENCE);
            Oid name = oid(in);
            Object value = value(in);
            in.leave(outer);
            names.add(name);
            values.add(value);
            if (wrong == 0 && (value == null || !request.client.view().sees(name))) {
                wrong = names.size();
                status = value == null ? ErrorStatus.WRONG_TYPE : ErrorStatus.NO_ACCESS;
            }
            if (names.size() > Answers.MOST_NAMES) {
                return new SetRequest(List.of(), List.of(), 0, ErrorStatus.TOO_BIG);
            }
        }
        return new SetRequest(names, values, wrong, status);
    }

    private static Oid oid(BerReader in) throws Malformed {
        int[] ids = new int[Oid.MOST];
        int length = in.name(ids);
        if (length < 2) {
            throw Malformed.MESSAGE;
        }
        return Oid.of(Arrays.copyOf(ids, length));
    }

    /** Returns null for what is no value. */
    private static Object value(BerReader in) throws Malformed {
        return switch (in.tag()) {
            case Tag.INTEGER, Tag.COUNTER32, Tag.GAUGE32, Tag.TIME_TICKS, Tag.COUNTER64 -> in.number();
            case Tag.OCTETS, Tag.IP_ADDRESS, Tag.OPAQUE -> in.octets(in.tag());
            case Tag.OBJECT_IDENTIFIER -> oid(in);
            default -> null;
        };
    }
}
