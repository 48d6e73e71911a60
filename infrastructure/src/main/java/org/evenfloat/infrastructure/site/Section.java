// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.text.NearestWord;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys and values of the site file; unknown and doubled keys are problems as soon as it is looked at. */
final class Section {

    private final Entry entry;
    private final KeySet known;
    private final Map<String, Entry> values = new LinkedHashMap<>();

    Section(Entry entry, MappingNode node, KeySet known, ProblemList problems) {
        this.entry = entry;
        this.known = known;
        for (NodeTuple tuple : node.getValue()) {
            Entry keyEntry = new Entry(entry.where(), tuple.getKeyNode(), problems);
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar) || !known.keys().contains(scalar.getValue())) {
                keyEntry.reject("unknown key " + keyEntry.given(),
                        NearestWord.list(keyEntry.scalar().orElse(""), known.keys()));
                continue;
            }
            String key = scalar.getValue();
            Entry first = values.putIfAbsent(key, new Entry(path(key), tuple.getValueNode(), problems));
            if (first != null) {
                keyEntry.reject("a second " + keyEntry.given() + ", the first is in line " + first.line(),
                        "every key once");
            }
        }
    }

    private String path(String key) {
        return entry.where().isEmpty() ? key : entry.where() + "." + key;
    }

    /** Returns the known keys that stand there, in the order of the file. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Says that something is wrong with the section as a whole. */
    void reject(String given, String allowed) {
        entry.reject(given, allowed);
    }

    /** Says that something is wrong with the value of that key. */
    void reject(String key, String given, String allowed) {
        find(key).orElse(entry).reject(given, allowed);
    }

    /** Returns the value of that key. */
    Optional<Entry> find(String key) {
        if (!known.keys().contains(key)) {
            throw new IllegalArgumentException(key + " is no key of " + known.name());
        }
        return Optional.ofNullable(values.get(key));
    }

    /** Returns the value of that key, or says that it is missing and what is allowed there. */
    Optional<Entry> need(String key, String allowed) {
        Optional<Entry> value = find(key);
        if (value.isEmpty()) {
            reject("no " + key, "\"" + key + "\": " + allowed);
        }
        return value;
    }

    /** Returns the amount of that key, the default when there is none or a wrong one. */
    long quantity(String key, QuantityRange range, long otherwise) {
        return find(key).map(value -> value.quantity(range).orElse(otherwise)).orElse(otherwise);
    }

    /** Returns the values of the list of that key; empty when there is none. */
    List<Entry> items(String key, String what) {
        return find(key).map(value -> value.items(what)).orElse(List.of());
    }

    /** Returns the sections of the list of that key; empty when there is none. */
    List<Section> sections(String key, String what, KeySet keys) {
        return find(key).map(value -> value.sections(what, keys)).orElse(List.of());
    }
}
