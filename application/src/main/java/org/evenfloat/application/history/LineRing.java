// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.evenfloat.domain.measure.SweepImage;

/** The newest images of one line: one writer, many readers, nobody waits. */
final class LineRing {

    private final AtomicReferenceArray<PackedImage> slots;
    private final long memoryMillis;
    private volatile PackedImage newest;

    LineRing(int capacity, long memoryMillis) {
        this.slots = new AtomicReferenceArray<>(capacity);
        this.memoryMillis = memoryMillis;
    }

    void add(SweepImage image) {
        PackedImage last = newest;
        PackedImage next = new PackedImage(last == null ? 0 : last.number() + 1, image, last);
        slots.set((int) (next.number() % slots.length()), next);
        newest = next;
    }

    /** Returns the images not older than the ring's memory, oldest first; empty before the first one only. */
    List<PackedImage> images() {
        PackedImage last = newest;
        List<PackedImage> images = last == null ? List.of() : upTo(last);
        while (images.isEmpty() && newest != last) {
            last = newest; // the writer has come once round while this reader slept
            images = upTo(last);
        }
        return images;
    }

    private List<PackedImage> upTo(PackedImage last) {
        List<PackedImage> images = new ArrayList<>();
        long first = Math.max(0, last.number() - slots.length() + 1);
        for (long number = first; number <= last.number(); number++) {
            PackedImage image = slots.get((int) (number % slots.length()));
            boolean overwritten = image.number() != number;
            if (!overwritten && last.monotonicMillis() - image.monotonicMillis() <= memoryMillis) {
                images.add(image);
            }
        }
        return images;
    }
}
