// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayPoint;

/** Reads the battery breakers. */
final class BreakerReader {

    static final int MAX_BREAKERS = 200;
    static final Map<String, Boolean> OPEN_WHEN = RelayModuleReader.words("on", true, "off", false);

    private final Ids ids;
    private final RelayReader relays;
    private final Set<String> strings;
    private final ProtectionReader protection;
    private final Map<String, String> breakerOf = new HashMap<>();

    /** @param strings ids of the strings there are */
    BreakerReader(Ids ids, RelayReader relays, Set<String> strings, ProtectionReader protection) {
        this.ids = ids;
        this.relays = relays;
        this.strings = strings;
        this.protection = protection;
    }

    /** Returns the breakers; those in which something cannot be read are left out. */
    List<Breaker> read(Entry list) {
        List<Section> sections = list.sections("breakers", KeySet.BREAKER);
        if (sections.size() > MAX_BREAKERS) {
            list.reject(sections.size() + " breakers", "at most " + MAX_BREAKERS + " breakers");
            return List.of();
        }
        return sections.stream().flatMap(section -> read(section).stream()).toList();
    }

    private Optional<Breaker> read(Section section) {
        Optional<String> id = ids.claim(section);
        String user = "breaker " + id.orElse("");
        List<String> disconnected = new ArrayList<>();
        section.need("strings", "the strings that it disconnects, such as [A1]")
                .ifPresent(list -> strings(list, user, disconnected));
        Optional<RelayPoint> trip = section.need("trip", "the relay that opens it, such as AUX1/1")
                .flatMap(entry -> relays.bound(entry, user));
        Optional<RelayPoint> second = section.find("second-trip").flatMap(entry -> relays.bound(entry, user));
        Optional<InputPoint> status = section.find("status").flatMap(entry -> relays.input(entry, user));
        Optional<RelayPoint> boost = section.find("boost-stop").flatMap(entry -> relays.bound(entry, user));
        Optional<Entry> openWhen = section.find("open-when");
        if (openWhen.isPresent() && section.find("status").isEmpty()) {
            openWhen.get().reject("open-when without status", "only beside status");
        }
        protection.breaker(id.orElse(""), section);
        boolean openWhenOn = openWhen.flatMap(entry -> entry.choice(OPEN_WHEN)).orElse(true);
        return id.isEmpty() || trip.isEmpty() || disconnected.isEmpty() ? Optional.empty()
                : Optional.of(new Breaker(id.get(), disconnected, trip.get(), second, status, openWhenOn, boost));
    }

    private void strings(Entry list, String user, List<String> disconnected) {
        List<Entry> items = list.items("strings such as [A1]");
        if (items.isEmpty()) {
            list.reject("no strings", "one string or more, such as [A1]");
        }
        for (Entry item : items) {
            String string = item.scalar().orElse("");
            if (!strings.contains(string)) {
                item.rejectWord(strings);
                continue;
            }
            String other = breakerOf.putIfAbsent(string, user);
            if (other != null) {
                item.reject(item.given() + ", which " + other + " disconnects already", "every string behind one breaker");
                continue;
            }
            disconnected.add(string);
        }
    }
}
