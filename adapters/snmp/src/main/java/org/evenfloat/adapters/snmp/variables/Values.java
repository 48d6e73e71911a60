// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.variables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes the values of all names of a subtree, one call a name, in their order. Used by one thread. */
public final class Values {

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int COUNTER32 = 0x41;
    private static final int GAUGE32 = 0x42;
    private static final int TIME_TICKS = 0x43;
    private static final int COUNTER64 = 0x46;
    private static final int BYTES_A_VALUE = 8;
    private static final long WORD = 0xFFFF_FFFFL;

    private final Names names;
    private final int[] starts;
    private byte[] bytes;
    private int next;
    private int end;

    /** @param names whose values are to come */
    public Values(Names names) {
        this.names = names;
        this.starts = new int[names.size() + 1];
        this.bytes = new byte[names.size() * BYTES_A_VALUE + BYTES_A_VALUE];
    }

    /** The next one is not there at this moment. */
    public void none() {
        done();
    }

    /** The next one is an INTEGER. */
    public void integer(int value) {
        number(INTEGER, value);
    }

    /** The next one is a Gauge32 (Unsigned32 is the same on the wire); what is beyond its range is told as its end. */
    public void gauge(long value) {
        number(GAUGE32, Math.max(0, Math.min(WORD, value)));
    }

    /** The next one is a Counter32, of the lower 32 bits. */
    public void counter32(long value) {
        number(COUNTER32, value & WORD);
    }

    /** The next one is a Counter64. */
    public void counter64(long value) {
        number(COUNTER64, value);
    }

    /** The next one is TimeTicks, hundredths of a second, of the lower 32 bits. */
    public void ticks(long hundredths) {
        number(TIME_TICKS, hundredths & WORD);
    }

    /** The next one is a text, in UTF-8. */
    public void text(String text) {
        octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next one is an OCTET STRING of up to 65,535 bytes. */
    public void octets(byte[] octets) {
        head(OCTETS, octets.length);
        System.arraycopy(octets, 0, bytes, end, octets.length);
        end += octets.length;
        done();
    }

    /** The next one is an OBJECT IDENTIFIER. */
    public void oid(Oid oid) {
        int length = sevens(oid.id(0) * 40L + (oid.id(1) & WORD));
        for (int i = 2; i < oid.length(); i++) {
            length += sevens(oid.id(i) & WORD);
        }
        head(OBJECT_IDENTIFIER, length);
        seven(oid.id(0) * 40L + (oid.id(1) & WORD));
        for (int i = 2; i < oid.length(); i++) {
            seven(oid.id(i) & WORD);
        }
        done();
    }

    /**
     * Returns the variables.
     *
     * @throws IllegalStateException when names are left without a call
     */
    public Variables variables() {
        if (next != names.size()) {
            throw new IllegalStateException(next + " values for " + names.size() + " names");
        }
        return new Variables(names, Arrays.copyOf(bytes, end), starts);
    }

    private void number(int tag, long value) {
        int length = 1;
        while (length < Long.BYTES && value >> Byte.SIZE * length - 1 != 0 && value >> Byte.SIZE * length - 1 != -1) {
            length++;
        }
        boolean ninth = tag == COUNTER64 && value < 0;
        head(tag, ninth ? Long.BYTES + 1 : length);
        if (ninth) {
            bytes[end++] = 0;
            length = Long.BYTES;
        }
        for (int i = length - 1; i >= 0; i--) {
            bytes[end++] = (byte) (value >> Byte.SIZE * i);
        }
        done();
    }

    private void head(int tag, int length) {
        if (bytes.length < end + length + 4) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length + 4));
        }
        bytes[end++] = (byte) tag;
        if (length > 0xFF) {
            bytes[end++] = (byte) 0x82;
            bytes[end++] = (byte) (length >> Byte.SIZE);
        } else if (length > 0x7F) {
            bytes[end++] = (byte) 0x81;
        }
        bytes[end++] = (byte) length;
    }

    private static int sevens(long id) {
        int length = 1;
        while (id >> 7 * length != 0) {
            length++;
        }
        return length;
    }

    private void seven(long id) {
        for (int i = sevens(id) - 1; i >= 0; i--) {
            bytes[end++] = (byte) (id >> 7 * i & 0x7F | (i > 0 ? 0x80 : 0));
        }
    }

    private void done() {
        starts[++next] = end;
    }
}
