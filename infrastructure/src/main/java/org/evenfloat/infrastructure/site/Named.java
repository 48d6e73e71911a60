// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Things that the site file calls by name: built-in ones and the user's own. */
final class Named<T> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,31}");

    /** A name without a thing: somebody defined it, but wrongly; whoever uses it need not hear of that again. */
    private final Map<String, Optional<T>> things = new LinkedHashMap<>();

    void builtIn(String name, T thing) {
        things.put(name, Optional.of(thing));
    }

    /** Returns the name of one of the user's own things, or empty when it cannot be called that. */
    Optional<String> claim(Section section) {
        Optional<Entry> entry = section.need("name", "what the batteries of this file call it");
        Optional<String> name = entry.flatMap(value -> value.matching(NAME,
                "a name of 1 to 32 letters, digits, _ . and -, beginning with a letter"));
        if (name.isPresent() && things.containsKey(name.get())) {
            entry.get().reject(entry.get().given() + ", which exists already", "a name of its own");
            return Optional.empty();
        }
        name.ifPresent(value -> things.put(value, Optional.empty()));
        return name;
    }

    void define(String name, T thing) {
        things.put(name, Optional.of(thing));
    }

    /** Returns every thing, in the order of the names. */
    List<T> all() {
        return things.values().stream().flatMap(Optional::stream).toList();
    }

    /** Returns the thing that the value names. */
    Optional<T> named(Entry value) {
        Optional<T> thing = value.scalar().map(things::get).orElse(null);
        if (thing == null) {
            value.rejectWord(things.keySet());
            return Optional.empty();
        }
        return thing;
    }
}
