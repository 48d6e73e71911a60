// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.List;

/**
 * The changes of several strings that were swept together, as one piece of the stream: their events say much the same
 * about each string, so that compressed together they take half the room. For clients that hold the images directly
 * before of all of them.
 */
final class ChangeGroup {

    private final int[] strings;
    private final long[] numbers;
    private final SseFrame frame;

    /** Groups strings, each with its update, none of which is its first. */
    ChangeGroup(List<Integer> strings, List<StringUpdate> updates) {
        this.strings = strings.stream().mapToInt(Integer::intValue).toArray();
        this.numbers = updates.stream().mapToLong(StringUpdate::number).toArray();
        List<SseFrame> changes = updates.stream().map(StringUpdate::change).toList();
        this.frame = SseFrame.joined(changes);
    }

    /**
     * Whether it leads a client to the newest images.
     *
     * @param held numbers of the images that the client holds, by string
     */
    boolean leadsFrom(long[] held, NewestImages newest) {
        for (int i = 0; i < strings.length; i++) {
            boolean newestOfAll = newest.update(strings[i]).number() == numbers[i];
            if (!newestOfAll || held[strings[i]] != numbers[i] - 1) {
                return false;
            }
        }
        return true;
    }

    /** Notes what a client holds that has taken the group. */
    void taken(long[] held) {
        for (int i = 0; i < strings.length; i++) {
            held[strings[i]] = numbers[i];
        }
    }

    /** Returns the events of all its strings. */
    SseFrame frame() {
        return frame;
    }
}
