// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Picks one page out of all points that have the words searched for, and counts them; nothing else of them is kept. */
public final class PointPage {

    private final String[] words;
    private final boolean known;
    private final int from;
    private final int count;
    private final List<SeenPoint> points = new ArrayList<>();
    private int matching;

    public PointPage(PointQuestion question) {
        String text = question.search().strip().toLowerCase(Locale.ROOT);
        this.words = text.isEmpty() ? new String[0] : text.split("\\s+");
        this.known = question.known();
        this.from = question.from();
        this.count = question.count();
    }

    /** Returns whether points without a known value are passed over: then their quality has to be known before. */
    public boolean knownOnly() {
        return known;
    }

    /**
     * Takes notice of the next point and returns whether it is on the page and has to be added.
     *
     * @param texts of the point in which words are searched for
     */
    public boolean wants(String... texts) {
        for (String word : words) {
            boolean there = false;
            for (int i = 0; i < texts.length && !there; i++) {
                there = texts[i].toLowerCase(Locale.ROOT).contains(word);
            }
            if (!there) {
                return false;
            }
        }
        int place = matching++ - from;
        return place >= 0 && place < count;
    }

    /** Returns whether words are searched for: else texts need not be made. */
    public boolean searches() {
        return words.length > 0;
    }

    /** Adds a point that is wanted. */
    public void add(SeenPoint point) {
        points.add(point);
    }

    /** Returns the page, made from that image. */
    public SeenPoints of(NorthboundImage image) {
        return new SeenPoints(image.number(), image.atMillis(), matching, points);
    }
}
