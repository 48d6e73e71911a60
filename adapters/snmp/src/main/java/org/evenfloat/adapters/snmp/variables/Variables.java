// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.variables;

/** Variables of one subtree at one moment: names, and each value as the bytes that go on the wire. Immutable. */
public final class Variables {

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

    /** Copies a value, its tag and length included, and returns where the next byte goes. */
    public int copy(int index, byte[] to, int at) {
        System.arraycopy(values, starts[index], to, at, length(index));
        return at + length(index);
    }
}
