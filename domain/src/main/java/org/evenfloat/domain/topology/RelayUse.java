// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which relays of a site are bound, and to what: the one place to ask before a relay is given to anything else. A relay
 * of a breaker belongs to the trip policy alone; one of the alarm contact to the general alarm.
 */
public final class RelayUse {

    private final Map<RelayPoint, String> users = new LinkedHashMap<>();

    /** Returns what the breakers of that site bind. */
    public static RelayUse of(Site site) {
        RelayUse use = new RelayUse();
        for (Breaker breaker : site.breakers()) {
            use.bind(breaker.trip(), "breaker " + breaker.id());
            breaker.secondTrip().ifPresent(relay -> use.bind(relay, "breaker " + breaker.id()));
            breaker.boostStop().ifPresent(relay -> use.bind(relay, "breaker " + breaker.id()));
        }
        return use;
    }

    /** Binds a relay and returns who has it already; empty when it was free. The first one keeps it. */
    public Optional<String> bind(RelayPoint relay, String user) {
        return Optional.ofNullable(users.putIfAbsent(relay, user));
    }

    /** Returns what a relay is bound to, such as {@code breaker Q1}; empty when it is free. */
    public Optional<String> userOf(RelayPoint relay) {
        return Optional.ofNullable(users.get(relay));
    }

    /** Returns every bound relay with what it is bound to, in order of binding. */
    public Map<RelayPoint, String> all() {
        return Collections.unmodifiableMap(users);
    }
}
