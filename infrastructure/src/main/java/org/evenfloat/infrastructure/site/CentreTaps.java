// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads which strings of a battery are the two halves of one with a tap in the middle. */
final class CentreTaps {

    private final Map<String, StringDraft> strings;
    private final Map<String, String> halves = new HashMap<>();

    private CentreTaps(List<StringDraft> strings) {
        this.strings = strings.stream().collect(
                Collectors.toMap(StringDraft::id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** Returns the other half of each string that is one. */
    static Map<String, String> read(Section battery, List<StringDraft> strings) {
        CentreTaps taps = new CentreTaps(strings);
        battery.items("centre-tap", "pairs of strings such as [[A1, A2]]").forEach(taps::pair);
        return taps.halves;
    }

    private void pair(Entry entry) {
        List<Entry> items = entry.items("two strings such as [A1, A2]");
        if (items.isEmpty()) {
            return;
        }
        List<StringDraft> pair = items.stream().flatMap(item -> half(item).stream()).toList();
        if (items.size() != 2) {
            entry.reject(items.size() + " strings", "two strings such as [A1, A2]");
        }
        if (items.size() != 2 || pair.size() != 2) {
            return;
        }
        StringDraft first = pair.get(0);
        StringDraft second = pair.get(1);
        if (first.id().equals(second.id()) || halves.containsKey(first.id()) || halves.containsKey(second.id())) {
            String twice = halves.containsKey(second.id()) ? second.id() : first.id();
            entry.reject(twice + " in two halves", "every string in one half of one pair");
            return;
        }
        // A half whose blocks cannot be read has its problem already.
        if (first.blocks() != second.blocks() && first.blocks() > 0 && second.blocks() > 0) {
            entry.reject(first.id() + " with " + first.blocks() + " blocks and " + second.id() + " with "
                    + second.blocks(), "two halves of equally many blocks");
        }
        halves.put(first.id(), second.id());
        halves.put(second.id(), first.id());
    }

    private Optional<StringDraft> half(Entry entry) {
        Optional<StringDraft> draft = entry.scalar().map(strings::get);
        if (draft.isEmpty()) {
            entry.rejectWord(strings.keySet());
        }
        return draft;
    }
}
