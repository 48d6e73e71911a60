// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.variables;

import java.util.Arrays;
import java.util.List;

/** Names of variables in their order, packed. Made once; values of many moments share them. Immutable. */
public final class Names {

    private final int[] ids;
    private final int[] starts;

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
