// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

import java.util.Set;

/**
 * What something is done to.
 *
 * @param kind sort of thing in one word: {@code block}, {@code string}, {@code line}, {@code user}, {@code server} …
 * @param id its id; empty for the server itself
 * @param strings ids of the strings it belongs to; empty when it belongs to the site as a whole
 */
public record Target(String kind, String id, Set<String> strings) {

    public Target {
        strings = Set.copyOf(strings);
    }

    /** Returns a thing that belongs to no string. */
    public static Target of(String kind, String id) {
        return new Target(kind, id, Set.of());
    }

    /** Returns the server itself. */
    public static Target server() {
        return of("server", "");
    }

    @Override
    public String toString() {
        return id.isEmpty() ? kind : kind + " " + id;
    }
}
