// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Numbers of entries that were passed over; what comes later after all leaves them. */
final class Gaps {

    /** More than this are not told apart: each has been told as a problem by then. */
    private static final int MOST = 10_000;

    /**
     * Entries in a row that are missing.
     *
     * @param first number of the first
     * @param last number of the last
     * @param where the line behind them
     */
    record Gap(long first, long last, String where) {

        String entries() {
            return first == last ? "entry " + first + " is" : "entries " + first + " to " + last + " are";
        }
    }

    private final TreeMap<Long, Gap> gaps = new TreeMap<>();

    void add(long first, long last, String where) {
        if (gaps.size() < MOST) {
            gaps.put(first, new Gap(first, last, where));
        }
    }

    /** Returns whether an entry was missing until now. */
    boolean fill(long number) {
        Map.Entry<Long, Gap> found = gaps.floorEntry(number);
        if (found == null || found.getValue().last() < number) {
            return false;
        }
        Gap gap = gaps.remove(found.getKey());
        if (gap.first() < number) {
            gaps.put(gap.first(), new Gap(gap.first(), number - 1, gap.where()));
        }
        if (gap.last() > number) {
            gaps.put(number + 1, new Gap(number + 1, gap.last(), gap.where()));
        }
        return true;
    }

    /** Takes the gap out that ends at that number. */
    Optional<Gap> takeEndingAt(long number) {
        Map.Entry<Long, Gap> found = gaps.floorEntry(number);
        boolean ends = found != null && found.getValue().last() == number;
        return ends ? Optional.of(gaps.remove(found.getKey())) : Optional.empty();
    }

    List<Gap> all() {
        return new ArrayList<>(gaps.values());
    }
}
