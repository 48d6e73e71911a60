// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.Arrays;

/** Reads BER with definite lengths, every length checked against what it is part of. Used by one thread. */
final class BerReader {

    private static final int MOST_NUMBER = 9;
    private static final int LONG_LENGTH = 0x80;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    /** Begins with a message. */
    void over(byte[] message, int from, int to) {
        bytes = message;
        at = from;
        end = to;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns where the next byte is. */
    int at() {
        return at;
    }

    /** Returns where what is being read ends. */
    int end() {
        return end;
    }

    boolean more() {
        return at < end;
    }

    /** Returns the tag that comes next; -1 for none. */
    int tag() {
        return at < end ? bytes[at] & 0xFF : -1;
    }

    /** Goes into what comes next, which has a tag; returns what {@link #leave} wants. */
    int enter(int tag) throws Malformed {
        int length = head(tag);
        int outer = end;
        end = at + length;
        return outer;
    }

    /** Leaves what was entered, read or not. */
    void leave(int outer) {
        at = end;
        end = outer;
    }

    /** Passes over what comes next, whatever it is. */
    void skip() throws Malformed {
        int length = head(tag());
        at += length;
    }

    /** Goes back to where {@link #at} was before. */
    void back(int to) {
        at = to;
    }

    /** Reads an INTEGER of 32 bits. */
    int integer() throws Malformed {
        int length = head(Tag.INTEGER);
        if (length < 1 || length > Integer.BYTES) {
            throw Malformed.MESSAGE;
        }
        int value = bytes[at++];
        for (int i = 1; i < length; i++) {
            value = value << Byte.SIZE | bytes[at++] & 0xFF;
        }
        return value;
    }

    /** Reads a number of any sort, of up to 64 bits. */
    long number() throws Malformed {
        int length = head(tag());
        if (length < 1 || length > MOST_NUMBER || length == MOST_NUMBER && bytes[at] != 0) {
            throw Malformed.MESSAGE;
        }
        long value = bytes[at++];
        for (int i = 1; i < length; i++) {
            value = value << Byte.SIZE | bytes[at++] & 0xFF;
        }
        return value;
    }

    /** Reads what comes next as the bytes it is made of. */
    byte[] octets(int tag) throws Malformed {
        int length = head(tag);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** Passes over an OCTET STRING and returns how long it is; it ends at {@link #at}. */
    int octetsLength() throws Malformed {
        int length = head(Tag.OCTETS);
        at += length;
        return length;
    }

    /**
     * Reads an OBJECT IDENTIFIER and returns how many numbers it has; one without content has none.
     *
     * @param ids takes its numbers
     */
    int name(int[] ids) throws Malformed {
        int length = head(Tag.OBJECT_IDENTIFIER);
        byte[] from = bytes;
        int next = at;
        int stop = next + length;
        int count = 0;
        while (next < stop) {
            int id = from[next++];
            if (id < 0) {
                at = next;
                id = longId(id, stop);
                next = at;
            }
            if (count == 0) {
                int first = Integer.compareUnsigned(id, 80) >= 0 ? 2 : id / 40;
                ids[0] = first;
                ids[1] = id - 40 * first;
                count = 2;
            } else if (count == ids.length) {
                throw Malformed.MESSAGE;
            } else {
                ids[count++] = id;
            }
        }
        at = stop;
        return count;
    }

    private int longId(int first, int stop) throws Malformed {
        long id = first & 0x7F;
        int next;
        do {
            if (at == stop) {
                throw Malformed.MESSAGE;
            }
            next = bytes[at++];
            id = id << 7 | next & 0x7F;
            if (id > 0xFFFF_FFFFL) {
                throw Malformed.MESSAGE;
            }
        } while (next < 0);
        return (int) id;
    }

    /** Reads a tag and a length, and returns the length. */
    private int head(int tag) throws Malformed {
        if (end - at < 2 || (bytes[at] & 0xFF) != tag) {
            throw Malformed.MESSAGE;
        }
        int length = bytes[at + 1] & 0xFF;
        at += 2;
        if (length >= LONG_LENGTH) {
            int count = length - LONG_LENGTH;
            if (count < 1 || count > Integer.BYTES || end - at < count) {
                throw Malformed.MESSAGE;
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << Byte.SIZE | bytes[at++] & 0xFF;
            }
        }
        if (length < 0 || length > end - at) {
            throw Malformed.MESSAGE;
        }
        return length;
    }
}
