// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.RelayPoint;

/**
 * Relay modules of a room and what hangs on them.
 *
 * @param modules relay modules
 * @param breakers battery breakers
 * @param alarmContact relay of the site's alarm contact, if there is one
 * @param buzzer relay of the site's buzzer, if there is one
 */
public record Switchgear(
        List<Module> modules, List<Breaker> breakers, Optional<RelayPoint> alarmContact, Optional<RelayPoint> buzzer) {

    /** A room without any. */
    public static final Switchgear NONE = new Switchgear(List.of(), List.of(), Optional.empty(), Optional.empty());

    public Switchgear {
        modules = List.copyOf(modules);
        breakers = List.copyOf(breakers);
    }

    /**
     * A relay module.
     *
     * @param id id in the site file
     * @param line id of its line
     */
    public record Module(String id, String line) {}

    /**
     * A breaker with a shunt release and, perhaps, an auxiliary contact, which is closed while the breaker is.
     *
     * @param id id in the site file
     * @param strings ids of the strings that it disconnects
     * @param trip relay that opens it
     * @param secondTrip relay that opens it as well, by another coil, if there is one
     * @param status input that its auxiliary contact is wired to, if there is one
     * @param armed whether the crew of a demo proves it at the beginning and lets it be opened automatically
     */
    public record Breaker(
            String id, List<String> strings, RelayPoint trip, Optional<RelayPoint> secondTrip,
            Optional<InputPoint> status, boolean armed) {

        public Breaker {
            strings = List.copyOf(strings);
        }
    }
}
