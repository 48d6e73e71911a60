// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.variables;

/** Heads of bindings: a SEQUENCE of a name and a value. */
public final class Bindings {

    private static final byte SEQUENCE = 0x30;

    private Bindings() {}

    /**
     * Writes the head of a binding with so many bytes of name and value, up to 65,535, and returns where they go; -1 when
     * they would end beyond {@code limit}, and nothing is written.
     */
    public static int head(int content, byte[] to, int at, int limit) {
        if (content > 0x7F) {
            return longHead(content, to, at, limit);
        }
        if (at + 2 + content > limit) {
            return -1;
        }
        to[at] = SEQUENCE;
        to[at + 1] = (byte) content;
        return at + 2;
    }

    private static int longHead(int content, byte[] to, int at, int limit) {
        int bytes = content > 0xFF ? 2 : 1;
        if (at + 2 + bytes + content > limit) {
            return -1;
        }
        to[at] = SEQUENCE;
        to[at + 1] = (byte) (0x80 + bytes);
        if (bytes == 2) {
            to[at + 2] = (byte) (content >> Byte.SIZE);
        }
        to[at + 1 + bytes] = (byte) content;
        return at + 2 + bytes;
    }
}
