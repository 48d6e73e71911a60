// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;

/** What somebody sees, made ready: for sorted names it is a few ranges of them. Immutable. */
final class View {

    private final List<Oid> included;
    private final List<Oid> excluded;

    View(SnmpSettings.View view) {
        this.included = view.included();
        this.excluded = view.excluded();
    }

    /** Returns whether a name is seen: the longest entry above it decides, of two equal ones the excluding. */
    boolean sees(Oid name) {
        return longest(included, name) > longest(excluded, name);
    }

    private static int longest(List<Oid> entries, Oid name) {
        int longest = 0;
        for (Oid entry : entries) {
            longest = name.isBelow(entry) ? Math.max(longest, entry.length()) : longest;
        }
        return longest;
    }

    /** Returns which names are seen: first and end of each run of them, in their order. */
    int[] runs(Names names) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(0));
        for (List<Oid> entries : List.of(included, excluded)) {
            for (Oid entry : entries) {
                int[] ids = ids(entry);
                edges.add(names.ceiling(ids, ids.length));
                edges.add(afterAll(names, ids));
            }
        }
        edges.removeIf(edge -> edge >= names.size());
        int[] firsts = edges.stream().mapToInt(Integer::intValue).toArray();
        List<Integer> runs = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            int end = i + 1 < firsts.length ? firsts[i + 1] : names.size();
            if (sees(names.name(firsts[i]))) {
                runs.add(firsts[i]);
                runs.add(end);
            }
        }
        return runs.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] ids(Oid oid) {
        int[] ids = new int[oid.length()];
        Arrays.setAll(ids, oid::id);
        return ids;
    }

    /** Returns the first name that is greater than all below an entry. */
    private static int afterAll(Names names, int[] entry) {
        int length = entry.length;
        while (length > 0 && entry[length - 1] == -1) {
            length--;
        }
        if (length == 0) {
            return names.size();
        }
        int[] next = Arrays.copyOf(entry, length);
        next[length - 1]++;
        return names.ceiling(next, length);
    }
}
