// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people have given to settings, by key; what nobody gave is not in it. Immutable.
 *
 * @param given canonical texts by key, in the order of the keys
 */
public record SettingValues(Map<String, String> given) {

    /** Nothing was given: every setting has its default. */
    public static final SettingValues NONE = new SettingValues(Map.of());

    public SettingValues {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
    }

    /** Returns what was given to that key. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(given.get(key));
    }

    /** Returns the values with some of them changed; an empty value takes what was given away. */
    public SettingValues with(Map<String, Optional<String>> changes) {
        Map<String, String> all = new TreeMap<>(given);
        changes.forEach((key, value) -> value.ifPresentOrElse(text -> all.put(key, text), () -> all.remove(key)));
        return new SettingValues(all);
    }
}
