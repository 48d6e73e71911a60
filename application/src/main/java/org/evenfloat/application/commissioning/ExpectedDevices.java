// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Sensor;

/** What the site file has on a line. */
public final class ExpectedDevices {

    /** Codes of the bus document (docs/module-bus.md, 4, Type codes). */
    private static final Map<Integer, String> SENSORS = Map.of(
            1, "current sensor ±50 A", 2, "current sensor ±200 A", 3, "current sensor ±400 A",
            4, "current sensor ±1000 A", 5, "current sensor ±2000 A", 10, "temperature sensor",
            11, "temperature and humidity sensor", 15, "relays and inputs", 16, "alarm contact");

    private static final List<Integer> CURRENT_CODES = List.of(1, 2, 3, 4, 5);
    private static final List<Integer> TEMPERATURE_CODES = List.of(10, 11);
    private static final List<Integer> RELAY_CODES = List.of(15, 16);

    private final LineRoster roster;

    public ExpectedDevices(LineRoster roster) {
        this.roster = roster;
    }

    /** Returns the id of the line. */
    public String line() {
        return roster.line();
    }

    /** Returns all addresses: those of the modules in order, then of the sensors, then of the relay modules. */
    public int[] addresses() {
        return IntStream.concat(
                        IntStream.range(0, roster.moduleCount()).map(roster::moduleAddress),
                        IntStream.concat(
                                IntStream.range(0, roster.sensorCount()).map(roster::sensorAddress),
                                IntStream.range(0, roster.relayModuleCount()).map(roster::relayAddress)))
                .toArray();
    }

    /** Returns the id of the block, sensor or relay module with that address, or null when there is none. */
    public String subject(int address) {
        int row = roster.rowOf(address);
        int sensorRow = roster.sensorRowOf(address);
        int relayRow = roster.relayRowOf(address);
        if (relayRow >= 0) {
            return roster.relayModule(relayRow).id();
        }
        return row >= 0 ? roster.blockId(row) : sensorRow >= 0 ? roster.sensor(sensorRow).id() : null;
    }

    /** Returns the address as people want to read it, such as {@code address 7 (A1-7)}. */
    public String place(int address) {
        String subject = subject(address);
        return "address " + address + (subject == null ? "" : " (" + subject + ")");
    }

    /** Returns what a device of that type code is called. */
    public String typeName(int code) {
        Stream<ModuleType> types = Stream.concat(
                IntStream.range(0, roster.moduleCount()).mapToObj(roster::moduleType), ModuleType.BUILT_IN.stream());
        Optional<ModuleType> type = types.filter(candidate -> candidate.code() == code && code != 0).findFirst();
        return type.map(ModuleType::name).orElse(SENSORS.getOrDefault(code, "type " + code));
    }

    /** Returns whether a device of that type code fits that address; null when none is expected there. */
    public Boolean typeFits(int address, int code) {
        int row = roster.rowOf(address);
        if (row >= 0) {
            int expected = roster.moduleType(row).code();
            return expected == 0 || expected == code;
        }
        if (roster.relayRowOf(address) >= 0) {
            return RELAY_CODES.contains(code);
        }
        int sensorRow = roster.sensorRowOf(address);
        if (sensorRow < 0) {
            return null;
        }
        return (roster.sensor(sensorRow).kind() == Sensor.Kind.CURRENT ? CURRENT_CODES : TEMPERATURE_CODES)
                .contains(code);
    }
}
