// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.BitSet;

/**
 * What one client of the stream has still to read: one mark and one number a string, however slow it is. Takes the
 * newest image of a string when the client can take bytes, and the change to it only where the client holds the image
 * directly before. For one thread at a time.
 */
final class UnreadImages {

    private final NewestImages newest;
    private final StreamForm form;
    private final BitSet news = new BitSet();
    private final long[] held;
    private int lastString = -1;

    UnreadImages(NewestImages newest, StreamForm form) {
        this.newest = newest;
        this.form = form;
        this.held = new long[newest.strings()]; // numbers begin at 1, so 0 is none
    }

    void news(int string) {
        news.set(string);
    }

    /**
     * Returns the next event or events, null when there is nothing new. Takes turns, so that a string with news at
     * every moment does not hide the others. Whoever gets an exception instead does not hold the image.
     */
    SseFrame next() {
        while (!news.isEmpty()) {
            int string = news.nextSetBit(lastString + 1);
            lastString = string < 0 ? news.nextSetBit(0) : string;
            news.clear(lastString);
            SseFrame frame = newestOf(lastString);
            if (frame != null) {
                return frame;
            }
        }
        return null;
    }

    private SseFrame newestOf(int string) {
        StringUpdate update = newest.update(string);
        if (update == null || update.number() == held[string]) {
            return null;
        }
        ChangeGroup group = form == StreamForm.CHANGES ? newest.group(string) : null;
        if (group != null && group.leadsFrom(held, newest)) {
            group.frame().plain();
            group.taken(held);
            return group.frame();
        }
        SseFrame frame = update.frame(form, held[string]);
        frame.plain();
        held[string] = update.number();
        return frame;
    }
}
