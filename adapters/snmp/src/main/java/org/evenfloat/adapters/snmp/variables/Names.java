// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.variables;

import java.util.Arrays;
import java.util.List;

/**
 * Names of variables in their order, packed as numbers and as they go on the wire. Made once; values of many moments share
 * them. Immutable.
 */
public final class Names {

    private static final int TELLING = 6;
    private static final int SPREAD = 0x9E37_79B9;

    private final int[] ids;
    private final int[] starts;
    private final byte[] wire;
    private final int[] wireStarts;
    /** Names by their hash, one more than their place. */
    private final int[] places;

    /**
     * @param sorted names, each greater than the one before
     * @throws IllegalArgumentException when they are not
     */
    public Names(List<Oid> sorted) {
        starts = new int[sorted.size() + 1];
        int count = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (i > 0 && sorted.get(i).compareTo(sorted.get(i - 1)) <= 0) {
                throw new IllegalArgumentException(sorted.get(i) + " stands after " + sorted.get(i - 1));
            }
            count += sorted.get(i).length();
            starts[i + 1] = count;
        }
        ids = new int[count];
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.get(i).length(); j++) {
                ids[starts[i] + j] = sorted.get(i).id(j);
            }
        }
        byte[][] packed = new byte[sorted.size()][];
        wireStarts = new int[sorted.size() + 1];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = sorted.get(i).packed();
            wireStarts[i + 1] = wireStarts[i] + packed[i].length;
        }
        wire = new byte[wireStarts[packed.length]];
        for (int i = 0; i < packed.length; i++) {
            System.arraycopy(packed[i], 0, wire, wireStarts[i], packed[i].length);
        }
        places = places();
    }

    private int[] places() {
        int[] made = new int[Math.max(2, Integer.highestOneBit(size()) * 4)];
        for (int i = 0; i < size(); i++) {
            int slot = hash(wire, wireStarts[i], wireStarts[i + 1]) & made.length - 1;
            while (made[slot] != 0) {
                slot = slot + 1 & made.length - 1;
            }
            made[slot] = i + 1;
        }
        return made;
    }

    /** Of its last bytes: those before tell tables apart, of which there are few. */
    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = Math.max(from, to - TELLING); i < to; i++) {
            hash = (hash + bytes[i]) * SPREAD;
            hash ^= hash >>> Short.SIZE;
        }
        return hash;
    }

    /** Returns how many there are. */
    public int size() {
        return starts.length - 1;
    }

    /** Returns one name. */
    public Oid name(int index) {
        return Oid.of(Arrays.copyOfRange(ids, starts[index], starts[index + 1]));
    }

    /** Compares one name with an identifier of {@code length} numbers without sign. */
    public int compare(int index, int[] oid, int length) {
        return Arrays.compareUnsigned(ids, starts[index], starts[index + 1], oid, 0, length);
    }

    /** Returns where a name is that is exactly an identifier of {@code length} numbers; -1 for nowhere. */
    public int find(int[] oid, int length) {
        int index = ceiling(oid, length);
        return index < size() && compare(index, oid, length) == 0 ? index : -1;
    }

    /** Returns where a name is that is exactly those bytes on the wire, tag and length included; -1 for nowhere. */
    public int find(byte[] bytes, int from, int length) {
        int to = from + length;
        int slot = hash(bytes, from, to) & places.length - 1;
        while (places[slot] != 0) {
            int index = places[slot] - 1;
            if (Arrays.equals(wire, wireStarts[index], wireStarts[index + 1], bytes, from, to)) {
                return index;
            }
            slot = slot + 1 & places.length - 1;
        }
        return -1;
    }

    /** Returns how many bytes a name has on the wire, its tag and length included. */
    public int wireLength(int index) {
        return wireStarts[index + 1] - wireStarts[index];
    }

    /** Copies a name as it goes on the wire, and returns where the next byte goes. */
    public int copy(int index, byte[] to, int at) {
        int from = wireStarts[index];
        int length = wireStarts[index + 1] - from;
        System.arraycopy(wire, from, to, at, length);
        return at + length;
    }

    /** Returns the first name that is not less than an identifier; the size when all are. */
    public int ceiling(int[] oid, int length) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, oid, length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
