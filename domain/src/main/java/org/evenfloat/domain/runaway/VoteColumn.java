// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

/** For each block: in which of its last ten samples something was so. */
final class VoteColumn {

    private static final int TEN = (1 << 10) - 1;

    private final short[] last;
    private final int needed;

    VoteColumn(int blocks, int needed) {
        this.last = new short[blocks];
        this.needed = needed;
    }

    void add(int block, boolean vote) {
        last[block] = (short) ((last[block] << 1 | (vote ? 1 : 0)) & TEN);
    }

    void clear(int block) {
        last[block] = 0;
    }

    void clear() {
        Arrays.fill(last, (short) 0);
    }

    int votes(int block) {
        return Integer.bitCount(last[block]);
    }

    boolean holds(int block) {
        return votes(block) >= needed;
    }

    void visit(StateTape tape) {
        tape.all(last);
    }
}
