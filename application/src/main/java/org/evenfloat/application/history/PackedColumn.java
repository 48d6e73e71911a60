// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.Arrays;

/**
 * A column of ints in half the room: offsets of 16 bits from a base, or ints where those do not reach; immutable.
 *
 * @param base what the offsets count from
 * @param offsets one per row, or null
 * @param wide values one per row where {@code offsets} is null
 */
record PackedColumn(int base, short[] offsets, int[] wide) {

    /** Packs a column; returns {@code previous} itself when it holds the same values. */
    static PackedColumn of(int[] values, PackedColumn previous) {
        if (previous != null && previous.holds(values)) {
            return previous;
        }
        int min = Arrays.stream(values).min().orElse(0);
        int max = Arrays.stream(values).max().orElse(0);
        if ((long) max - min > 0xFFFF) {
            return new PackedColumn(0, null, values.clone());
        }
        int base = (int) (((long) min + max) / 2);
        short[] offsets = new short[values.length];
        for (int row = 0; row < values.length; row++) {
            int offset = values[row] - base;
            if (offset != (short) offset) {
                return new PackedColumn(0, null, values.clone());
            }
            offsets[row] = (short) offset;
        }
        return new PackedColumn(base, offsets, null);
    }

    int value(int row) {
        return offsets == null ? wide[row] : base + offsets[row];
    }

    private boolean holds(int[] values) {
        for (int row = 0; row < values.length; row++) {
            if (value(row) != values[row]) {
                return false;
            }
        }
        return true;
    }
}
