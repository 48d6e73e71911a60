// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything installed at one place. Consistency (unique ids and addresses, known lines, equal blocks) is checked
 * where the site file is read.
 *
 * @param name what people call it
 * @param timeZone zone in which times are shown
 * @param lines ids of the module lines in the order of the site file
 * @param batteries in the order of the site file
 * @param sensors every sensor on the lines
 * @param relayModules every relay module on the lines, in the order of the site file
 * @param breakers in the order of the site file
 */
public record Site(
        String name, ZoneId timeZone, List<String> lines, List<Battery> batteries, List<Sensor> sensors,
        List<RelayModule> relayModules, List<Breaker> breakers) {

    public Site {
        lines = List.copyOf(lines);
        batteries = List.copyOf(batteries);
        sensors = List.copyOf(sensors);
        relayModules = List.copyOf(relayModules);
        breakers = List.copyOf(breakers);
    }

    /** A site without relays and breakers. */
    public Site(String name, ZoneId timeZone, List<String> lines, List<Battery> batteries, List<Sensor> sensors) {
        this(name, timeZone, lines, batteries, sensors, List.of(), List.of());
    }

    /** Returns the same site with those relay modules and breakers. */
    public Site withRelays(List<RelayModule> modules, List<Breaker> withBreakers) {
        return new Site(name, timeZone, lines, batteries, sensors, modules, withBreakers);
    }

    /** Returns all strings of all batteries in order. */
    public Stream<BatteryString> strings() {
        return batteries.stream().flatMap(battery -> battery.strings().stream());
    }

    /** Returns the string of that id. */
    public Optional<BatteryString> string(String id) {
        return strings().filter(string -> string.id().equals(id)).findFirst();
    }

    /** Returns the relay module of that id. */
    public Optional<RelayModule> relayModule(String id) {
        return relayModules.stream().filter(module -> module.id().equals(id)).findFirst();
    }

    /** Returns the breaker that disconnects that string. */
    public Optional<Breaker> breakerOf(String string) {
        return breakers.stream().filter(breaker -> breaker.strings().contains(string)).findFirst();
    }

    /** Returns the roster of that line: which device stands in which row. */
    public LineRoster roster(String line) {
        return LineRoster.of(this, line);
    }
}
