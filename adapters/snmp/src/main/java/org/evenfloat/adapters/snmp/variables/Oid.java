// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.variables;

import java.util.Arrays;

/** An object identifier of 2 to 128 numbers, each 0 to 2^32 - 1 kept as an int without sign. Immutable. */
public final class Oid implements Comparable<Oid> {

    /** The most numbers of an identifier (RFC 3416 section 2.1). */
    public static final int MOST = 128;

    private static final byte TAG = 6;
    private static final int SEVENS = 5;
    private static final long WORD = 0xFFFF_FFFFL;

    private final int[] ids;

    private Oid(int[] ids) {
        if (ids.length < 2 || ids.length > MOST) {
            throw new IllegalArgumentException(ids.length + " numbers - allowed: 2 to " + MOST);
        }
        this.ids = ids;
    }

    /** Returns the identifier of these numbers. */
    public static Oid of(int... ids) {
        return new Oid(ids.clone());
    }

    /**
     * Returns the identifier of a text such as {@code 1.3.6.1.2.1.33}, a dot before it allowed.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Oid parse(String text) {
        String[] parts = (text.startsWith(".") ? text.substring(1) : text).split("\\.", -1);
        int[] ids = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            ids[i] = Integer.parseUnsignedInt(parts[i]);
        }
        return new Oid(ids);
    }

    /** Returns this one with more numbers after it. */
    public Oid then(int... more) {
        int[] longer = Arrays.copyOf(ids, ids.length + more.length);
        System.arraycopy(more, 0, longer, ids.length, more.length);
        return new Oid(longer);
    }

    /** Returns how many numbers it has. */
    public int length() {
        return ids.length;
    }

    /** Returns one of its numbers, without sign. */
    public int id(int index) {
        return ids[index];
    }

    /** Returns whether it is this one or lies below it. */
    public boolean isBelow(Oid root) {
        return ids.length >= root.ids.length && Arrays.equals(ids, 0, root.ids.length, root.ids, 0, root.ids.length);
    }

    /** Returns whether an identifier begins with all but the last number of this one: instances of one object. */
    public boolean sharesObject(int[] oid, int length) {
        return length >= ids.length && Arrays.equals(ids, 0, ids.length - 1, oid, 0, ids.length - 1);
    }

    /** Returns it as it goes on the wire, its tag and length included (ITU-T X.690 section 8.19). */
    public byte[] packed() {
        byte[] content = new byte[SEVENS * ids.length];
        int end = seven(ids[0] * 40L + (ids[1] & WORD), content, 0);
        for (int i = 2; i < ids.length; i++) {
            end = seven(ids[i] & WORD, content, end);
        }
        int head = end > 0xFF ? 4 : end > 0x7F ? 3 : 2;
        byte[] packed = new byte[head + end];
        packed[0] = TAG;
        if (head > 2) {
            packed[1] = (byte) (0x80 + head - 2);
        }
        for (int i = 0; i < Math.max(1, head - 2); i++) {
            packed[head - 1 - i] = (byte) (end >> Byte.SIZE * i);
        }
        System.arraycopy(content, 0, packed, head, end);
        return packed;
    }

    private static int seven(long id, byte[] to, int at) {
        int next = at;
        for (int i = SEVENS - 1; i >= 0; i--) {
            if (i == 0 || id >> 7 * i != 0) {
                to[next++] = (byte) (id >> 7 * i & 0x7F | (i > 0 ? 0x80 : 0));
            }
        }
        return next;
    }

    @Override
    public int compareTo(Oid other) {
        return Arrays.compareUnsigned(ids, other.ids);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Oid && Arrays.equals(ids, ((Oid) other).ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            text.append(text.length() == 0 ? "" : ".").append(Integer.toUnsignedString(id));
        }
        return text.toString();
    }
}
