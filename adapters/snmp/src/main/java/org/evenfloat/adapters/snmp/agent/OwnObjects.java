// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.adapters.snmp.variables.Variables;

/**
 * What an agent tells of itself beside the site: system and snmp of RFC 3418, its engine (RFC 3411), and what it counts. In
 * two parts, before and after all that a site has. Immutable but for what is told.
 */
final class OwnObjects {

    private static final Oid SYSTEM = Oid.of(1, 3, 6, 1, 2, 1, 1);
    private static final Oid TRAPS_OF_BAD_NAMES = Oid.of(1, 3, 6, 1, 2, 1, 11, 30, 0);
    private static final Oid ENGINE = Oid.of(1, 3, 6, 1, 6, 3, 10, 2, 1);
    /** What clients of the field's managers look for: the root of the UPS-MIB (interfaces.md, 1.1). */
    private static final Oid UPS_MANAGER = Oid.of(1, 3, 6, 1, 2, 1, 33);
    private static final Oid END_OF_HEAD = Oid.of(1, 3, 6, 1, 2, 1, 12);
    /** End to end and applications: RFC 3418. */
    private static final int SERVICES = 72;
    private static final int DISABLED = 2;
    private static final int CONTACT = 4;
    private static final int NAME = 5;
    private static final int LOCATION = 6;
    private static final int SERVICES_AT = 7;

    private final Part head;
    private final Part tail;

    /** Names, and what puts their values. */
    private record Part(Names names, List<Consumer<Values>> values) {

        Variables now() {
            Values all = new Values(names);
            values.forEach(value -> value.accept(all));
            return all.variables();
        }
    }

    OwnObjects(SnmpSettings settings, String version, String siteName, Engine engine, Counters counters) {
        TreeMap<Oid, Consumer<Values>> all = new TreeMap<>();
        String description = settings.identity() == SnmpSettings.Identity.CS141
                ? "CS141 v " + version : "Evenfloat " + version + " SNMP Agent";
        all.put(SYSTEM.then(1, 0), values -> values.text(description));
        all.put(SYSTEM.then(2, 0), values -> values.oid(UPS_MANAGER));
        all.put(SYSTEM.then(3, 0), values -> values.ticks(engine.upHundredths()));
        all.put(SYSTEM.then(CONTACT, 0), values -> values.text(settings.contact()));
        all.put(SYSTEM.then(NAME, 0), values -> values.text(siteName));
        all.put(SYSTEM.then(LOCATION, 0), values -> values.text(settings.location()));
        all.put(SYSTEM.then(SERVICES_AT, 0), values -> values.integer(SERVICES));
        all.put(TRAPS_OF_BAD_NAMES, values -> values.integer(DISABLED));
        all.put(ENGINE.then(1, 0), values -> values.octets(engine.id()));
        all.put(ENGINE.then(2, 0), values -> values.integer(engine.boots()));
        all.put(ENGINE.then(3, 0), values -> values.integer(engine.seconds()));
        all.put(ENGINE.then(4, 0), values -> values.integer(Packet.MOST));
        for (Counter counter : Counter.values()) {
            all.put(counter.oid(), values -> values.counter32(counters.of(counter)));
        }
        this.head = part(all.headMap(END_OF_HEAD));
        this.tail = part(all.tailMap(END_OF_HEAD));
    }

    private static Part part(SortedMap<Oid, Consumer<Values>> of) {
        return new Part(new Names(List.copyOf(of.keySet())), new ArrayList<>(of.values()));
    }

    /** Returns what stands before the variables of a site, as it is now; its names are always the same. */
    Variables head() {
        return head.now();
    }

    /** Returns what stands behind the variables of a site. */
    Variables tail() {
        return tail.now();
    }
}
