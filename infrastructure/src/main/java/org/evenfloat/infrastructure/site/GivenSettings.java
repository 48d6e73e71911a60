// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.HashMap;
import java.util.Map;

/** Collects which of the settings in operation the file gives: those cannot be changed anywhere else. */
final class GivenSettings {

    private final Map<String, Integer> lines = new HashMap<>();

    /** Notes that a setting is given there. */
    void note(String key, Entry entry) {
        lines.put(key, entry.line());
    }

    /** Returns the keys with their lines. */
    Map<String, Integer> lines() {
        return lines;
    }
}
