// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import org.evenfloat.adapters.snmp.variables.Bindings;
import org.evenfloat.adapters.snmp.variables.Variables;

/**
 * A message while it is written: variables are put behind each other, then heads before them, last to first, so that every
 * length is known when it is written. Used by one thread, over and over.
 */
final class Packet {

    /** The largest message that UDP carries. */
    static final int MOST = 65_507;

    private static final int HEAD = 1_024;

    /** The most bytes it can hold, which is more than may be sent. */
    static final int ROOM = HEAD + MOST;

    final byte[] bytes = new byte[ROOM];
    private int start;
    private int end;

    Packet() {
        clear();
    }

    void clear() {
        start = HEAD;
        end = HEAD;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int length() {
        return end - start;
    }

    /** Takes away what was put behind a place. */
    void cut(int to) {
        end = to;
    }

    /** Puts a variable and its value behind, when there is room up to {@code limit}; returns whether there was. */
    boolean binding(Variables variables, int index, int limit) {
        return took(variables.binding(index, bytes, end, limit));
    }

    private boolean took(int next) {
        if (next >= 0) {
            end = next;
        }
        return next >= 0;
    }

    /** Puts a name, as on the wire, and the value of another variable behind, as {@link #binding(Variables, int, int)}. */
    boolean binding(byte[] name, Variables variables, int index, int limit) {
        if (!took(Bindings.head(name.length + variables.length(index), bytes, end, limit))) {
            return false;
        }
        behind(name, 0, name.length);
        end = variables.copy(index, bytes, end);
        return true;
    }

    /** Puts a name that lies on the wire, and a value without content behind, as {@link #binding(Variables, int, int)}. */
    boolean binding(byte[] from, int at, int length, int tag, int limit) {
        if (!took(Bindings.head(length + 2, bytes, end, limit))) {
            return false;
        }
        behind(from, at, length);
        empty(tag);
        return true;
    }

    /** Puts a name and the end of the view behind, as {@link #binding(Variables, int, int)}. */
    boolean ending(Variables variables, int index, int limit) {
        if (!took(Bindings.head(variables.names().wireLength(index) + 2, bytes, end, limit))) {
            return false;
        }
        end = variables.names().copy(index, bytes, end);
        empty(Tag.END_OF_VIEW);
        return true;
    }

    private void empty(int tag) {
        bytes[end++] = (byte) tag;
        bytes[end++] = 0;
    }

    /** Puts bytes behind. */
    void behind(byte[] from, int at, int length) {
        System.arraycopy(from, at, bytes, end, length);
        end += length;
    }

    /** Puts bytes before. */
    void before(byte[] from, int at, int length) {
        start -= length;
        System.arraycopy(from, at, bytes, start, length);
    }

    /** Puts a tag and length before what is written between here and {@code contentEnd}. */
    void wrap(int tag, int contentEnd) {
        int length = contentEnd - start;
        bytes[--start] = (byte) length;
        if (length > 0xFF) {
            bytes[--start] = (byte) (length >> Byte.SIZE);
            bytes[--start] = (byte) 0x82;
        } else if (length > 0x7F) {
            bytes[--start] = (byte) 0x81;
        }
        bytes[--start] = (byte) tag;
    }

    /** Puts a number before. */
    void number(int tag, long value) {
        int contentEnd = start;
        long rest = value;
        do {
            bytes[--start] = (byte) rest;
            rest >>= Byte.SIZE;
        } while (rest != (bytes[start] < 0 ? -1 : 0) && contentEnd - start < Long.BYTES);
        wrap(tag, contentEnd);
    }

    void integer(int value) {
        number(Tag.INTEGER, value);
    }

    /** Puts an OCTET STRING, or the like, before. */
    void octets(int tag, byte[] content) {
        int contentEnd = start;
        before(content, 0, content.length);
        wrap(tag, contentEnd);
    }
}
