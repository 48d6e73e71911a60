// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.BitSet;
import java.util.function.IntFunction;

/**
 * What one client of the stream has still to read: one mark and one number a string, however slow it is. Takes the
 * newest image of a string when the client can take bytes, and the change to it only where the client holds the image
 * directly before. For one thread at a time.
 */
final class UnreadImages {

    private final StreamForm form;
    private final IntFunction<StringUpdate> newest;
    private final BitSet news = new BitSet();
    private final long[] held;
    private int lastString = -1;

    /**
     * @param strings number of strings
     * @param newest returns the newest image of a string, null while there is none
     */
    UnreadImages(int strings, StreamForm form, IntFunction<StringUpdate> newest) {
        this.form = form;
        this.newest = newest;
        this.held = new long[strings]; // numbers begin at 1, so 0 is none
    }

    void news(int string) {
        news.set(string);
    }

    /**
     * Returns the next event, null when there is nothing new. Takes turns, so that a string with news at every moment
     * does not hide the others.
     */
    SseFrame next() {
        while (!news.isEmpty()) {
            int string = news.nextSetBit(lastString + 1);
            lastString = string < 0 ? news.nextSetBit(0) : string;
            news.clear(lastString);
            StringUpdate update = newest.apply(lastString);
            if (update != null && update.number() != held[lastString]) {
                SseFrame frame = update.frame(form, held[lastString]);
                frame.plain(); // whoever gets no event does not hold the image
                held[lastString] = update.number();
                return frame;
            }
        }
        return null;
    }
}
