// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

import java.util.Map;
import java.util.Set;

/**
 * The roles of somebody: one for the site, and others for single strings.
 *
 * @param site the role everywhere
 * @param strings roles for strings by their ids, where they are higher than everywhere else
 */
public record Grants(Role site, Map<String, Role> strings) {

    public Grants {
        strings = Map.copyOf(strings);
    }

    /** Returns one role for everything. */
    public static Grants of(Role site) {
        return new Grants(site, Map.of());
    }

    /** Returns whether this covers a role on every one of those strings, or on the site when there are none. */
    public boolean cover(Role role, Set<String> onStrings) {
        if (site.includes(role)) {
            return true;
        }
        if (onStrings.isEmpty()) {
            return false;
        }
        for (String string : onStrings) {
            Role there = strings.get(string);
            if (there == null || !there.includes(role)) {
                return false;
            }
        }
        return true;
    }
}
