// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.variables;

/** Variables of one subtree at one moment: names, and each value as the bytes that go on the wire. Immutable. */
public final class Variables {

    /** So few bytes are copied faster one by one. */
    private static final int FEW = 8;

    private final Names names;
    private final byte[] values;
    private final int[] starts;

    Variables(Names names, byte[] values, int[] starts) {
        this.names = names;
        this.values = values;
        this.starts = starts;
    }

    /** Returns the names. */
    public Names names() {
        return names;
    }

    /** Returns whether a variable has a value at this moment; one without is not there for clients. */
    public boolean has(int index) {
        return starts[index + 1] > starts[index];
    }

    /** Returns how many bytes a value has, its tag and length included; 0 for none. */
    public int length(int index) {
        return starts[index + 1] - starts[index];
    }

    /** Returns the tag of a value that is there. */
    public int tag(int index) {
        return values[starts[index]] & 0xFF;
    }

    /**
     * Writes a name and its value as they stand in a list of bindings (RFC 3416 section 3), and returns where the next byte
     * goes; -1 when that would be beyond {@code limit}, and nothing is written.
     */
    public int binding(int index, byte[] to, int at, int limit) {
        int valueFrom = starts[index];
        int valueLength = starts[index + 1] - valueFrom;
        int nameLength = names.wireLength(index);
        int content = nameLength + valueLength;
        int next = Bindings.head(content, to, at, limit);
        if (next < 0) {
            return next;
        }
        next = names.copy(index, to, next);
        if (valueLength > FEW) {
            System.arraycopy(values, valueFrom, to, next, valueLength);
        } else {
            for (int i = 0; i < valueLength; i++) {
                to[next + i] = values[valueFrom + i];
            }
        }
        return next + valueLength;
    }

    /** Copies a value, its tag and length included, and returns where the next byte goes. */
    public int copy(int index, byte[] to, int at) {
        System.arraycopy(values, starts[index], to, at, length(index));
        return at + length(index);
    }
}
