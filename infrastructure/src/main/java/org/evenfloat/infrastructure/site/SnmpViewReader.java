// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.variables.Oid;

/** Reads what of the tree somebody sees. */
final class SnmpViewReader {

    private static final int MOST_SUBTREES = 64;
    private static final Pattern OID = Pattern.compile("\\.?[0-2](\\.[0-9]{1,10}){2,127}");
    private static final String ALLOWED = "a subtree such as 1.3.6.1.2.1.33, 3 to 128 numbers";
    /** System and counters of SNMP, UPS, the engine of version 3, everything private. */
    private static final List<Oid> SERVED =
            List.of(Oid.parse("1.3.6.1.2.1"), Oid.parse("1.3.6.1.6.3"), Oid.parse("1.3.6.1.4.1"));

    private SnmpViewReader() {}

    /** Returns the view of a community or user; everything when none is given. */
    static SnmpSettings.View read(Section client) {
        return client.find("view").flatMap(entry -> entry.section(KeySet.SNMP_VIEW)).map(SnmpViewReader::view)
                .orElse(SnmpSettings.View.ALL);
    }

    private static SnmpSettings.View view(Section view) {
        List<Oid> included = view.find("include").isEmpty() ? SnmpSettings.View.ALL.included() : oids(view, "include");
        List<Oid> excluded = oids(view, "exclude");
        boolean nothing = view.find("include").isPresent() && view.items("include", "subtrees").isEmpty();
        boolean beside = !included.isEmpty() && included.stream().noneMatch(SnmpViewReader::isServed);
        boolean all = !included.isEmpty() && excluded.containsAll(included);
        if (nothing || beside || all) {
            view.reject("a view in which nothing is seen", "\"include\": one or more subtrees of what is served, such as"
                    + " 1.3.6.1.2.1, which \"exclude\" does not take away again");
        }
        return new SnmpSettings.View(included, excluded);
    }

    private static boolean isServed(Oid subtree) {
        return SERVED.stream().anyMatch(served -> subtree.isBelow(served) || served.isBelow(subtree));
    }

    private static List<Oid> oids(Section view, String key) {
        List<Entry> entries = view.items(key, "subtrees");
        if (entries.size() > MOST_SUBTREES) {
            view.reject(key, entries.size() + " subtrees", "at most " + MOST_SUBTREES);
            return List.of();
        }
        List<Oid> oids = new ArrayList<>();
        entries.forEach(entry -> oid(entry).ifPresent(oids::add));
        return oids;
    }

    private static Optional<Oid> oid(Entry entry) {
        Optional<String> text = entry.matching(OID, ALLOWED);
        try {
            return text.map(Oid::parse);
        } catch (IllegalArgumentException tooLarge) {
            entry.reject(ALLOWED + ", each at most 4294967295");
            return Optional.empty();
        }
    }
}
