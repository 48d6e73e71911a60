// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What function 43/14 says of this server. Source: MODBUS Application Protocol Specification V1.1b3, §6.21. */
final class Identity {

    static final int MEI_TYPE = 0x0E;

    private static final int BASIC = 1;
    private static final int REGULAR = 2;
    private static final int ONE = 4;
    private static final int BASIC_OBJECTS = 3;
    /** Regular identification, all objects and one object can be asked for. */
    private static final byte CONFORMITY = (byte) 0x82;
    private static final int HEAD = 7;
    private static final int MOST_PDU = 253;
    private static final int LONGEST = 100;

    private final byte[][] objects;

    /** @param siteName what people call the site; characters that ASCII does not have become ? */
    Identity(String version, String siteName) {
        objects = List.of("Evenfloat", "evenfloat", version, "https://evenfloat.org", "Evenfloat battery monitor",
                        "Evenfloat map " + OwnSegments.VERSION, siteName)
                .stream().map(Identity::bytes).toArray(byte[][]::new);
    }

    private static byte[] bytes(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return shown.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes the answer to a request of so many bytes and returns its length. */
    int answer(byte[] in, int at, int length, byte[] out, int to) {
        if (length < 2 || in[at + 1] != MEI_TYPE) {
            return Answers.refuse(in[at], ExceptionCode.ILLEGAL_FUNCTION, out, to);
        }
        int code = length == 4 ? in[at + 2] & 0xFF : 0;
        if (code < BASIC || code > ONE) {
            return Answers.refuse(in[at], ExceptionCode.ILLEGAL_DATA_VALUE, out, to);
        }
        int first = in[at + 3] & 0xFF;
        int end = code == BASIC ? BASIC_OBJECTS : objects.length;
        if (code == ONE && first >= objects.length) {
            return Answers.refuse(in[at], ExceptionCode.ILLEGAL_DATA_ADDRESS, out, to);
        }
        first = first >= end ? 0 : first;
        end = code == ONE ? first + 1 : end;
        out[to] = in[at];
        out[to + 1] = MEI_TYPE;
        out[to + 2] = (byte) code;
        out[to + 3] = CONFORMITY;
        int next = to + HEAD;
        int object = first;
        while (object < end && next - to + 2 + objects[object].length <= MOST_PDU) {
            out[next] = (byte) object;
            out[next + 1] = (byte) objects[object].length;
            System.arraycopy(objects[object], 0, out, next + 2, objects[object].length);
            next += 2 + objects[object].length;
            object++;
        }
        boolean more = object < end;
        out[to + 4] = (byte) (more ? 0xFF : 0);
        out[to + 5] = (byte) (more ? object : 0);
        out[to + 6] = (byte) (object - first);
        return next - to;
    }
}
