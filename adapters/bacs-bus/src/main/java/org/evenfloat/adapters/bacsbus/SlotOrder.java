// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

/**
 * Takes answers of one window in the order of their slots. Where the order is wrong, the answer or the one before it
 * carries another device's address; which one cannot be told, so neither counts.
 */
final class SlotOrder {

    private final int[] taken = new int[LineTiming.WINDOW];
    private SweepBook book;
    private int count;

    /** Begins a window. */
    void begin(SweepBook sweepBook) {
        book = sweepBook;
        count = 0;
    }

    /** Takes a present answer for that place or returns false. */
    boolean take(Frame answer, int place) {
        if (place <= last()) {
            if (!book.isRepetition(answer, place)) {
                count--;
                book.withdraw(taken[count]);
            }
            return false;
        }
        book.accept(answer, place);
        taken[count++] = place;
        return true;
    }

    /** Returns how many answers stand. */
    int count() {
        return count;
    }

    private int last() {
        return count == 0 ? -1 : taken[count - 1];
    }
}
