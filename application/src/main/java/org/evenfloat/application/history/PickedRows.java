// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.Arrays;

/** Which rows of a line's images are wanted, and which column of the answer each of them fills. For one thread. */
public final class PickedRows {

    private int[] rows = new int[16];
    private int[] columns = new int[16];
    private int count;

    /** Adds one. */
    public void add(int row, int column) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            columns = Arrays.copyOf(columns, 2 * count);
        }
        rows[count] = row;
        columns[count++] = column;
    }

    /** Returns how many have been added. */
    public int count() {
        return count;
    }

    /** Returns the row of the one in that place, from 0. */
    public int row(int place) {
        return rows[place];
    }

    /** Returns the column of the one in that place. */
    public int column(int place) {
        return columns[place];
    }
}
