// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.evenfloat.application.port.in.StringImage;

/** The newest image of each string as the stream sends it: one thread puts, any number looks, nobody waits. */
final class NewestImages {

    /** Blocks of a group: their changes stay within what deflate looks back on, and a slow client skips soon. */
    private static final int GROUP_BLOCKS = 2_000;

    private final AtomicReferenceArray<StringUpdate> updates;
    private final AtomicReferenceArray<ChangeGroup> groups;
    private long lastId;

    NewestImages(int strings) {
        this.updates = new AtomicReferenceArray<>(strings);
        this.groups = new AtomicReferenceArray<>(strings);
    }

    int strings() {
        return updates.length();
    }

    /** Returns the newest image of a string, null while there is none. */
    StringUpdate update(int string) {
        return updates.get(string);
    }

    /** Returns the group in which a string was last put, null when it was alone; it may be older than the image. */
    ChangeGroup group(int string) {
        return groups.get(string);
    }

    /**
     * Puts new images that have come together.
     *
     * @param images by number of the string
     * @param zone zone in which times are shown
     */
    void put(SortedMap<Integer, StringImage> images, ZoneId zone) {
        List<Integer> strings = new ArrayList<>();
        List<StringUpdate> together = new ArrayList<>();
        int blocks = 0;
        for (Map.Entry<Integer, StringImage> entry : images.entrySet()) {
            int string = entry.getKey();
            StringUpdate former = updates.get(string);
            StringUpdate update = new StringUpdate(former, entry.getValue(), ++lastId, zone);
            groups.set(string, null);
            updates.set(string, update);
            if (former != null) {
                int size = entry.getValue().values()[0].length;
                if (blocks > 0 && blocks + size > GROUP_BLOCKS) {
                    group(strings, together);
                    blocks = 0;
                }
                strings.add(string);
                together.add(update);
                blocks += size;
            }
        }
        group(strings, together);
    }

    private void group(List<Integer> strings, List<StringUpdate> together) {
        if (strings.size() > 1) {
            ChangeGroup group = new ChangeGroup(strings, together);
            strings.forEach(string -> groups.set(string, group));
        }
        strings.clear();
        together.clear();
    }
}
