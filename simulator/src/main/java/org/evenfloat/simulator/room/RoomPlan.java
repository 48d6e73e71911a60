// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.InputPoint;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayModule.BusLoss;
import org.evenfloat.domain.topology.RelayModule.Contact;
import org.evenfloat.domain.topology.RelayModule.Input;
import org.evenfloat.domain.topology.RelayModule.Mode;
import org.evenfloat.domain.topology.RelayModule.Relay;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.simulator.room.Scenario.RoomString;

/**
 * Which device of a scenario has which address: the modules of a line count from 1 string after string, current
 * sensors from 60001, the line's ambient sensor is 61000, relay modules from 62001.
 *
 * @param site the room as a server would describe it
 * @param lines ids of the lines in order
 */
record RoomPlan(Site site, List<String> lines) {

    static final int FIRST_CURRENT_SENSOR = 60_001;
    static final int AMBIENT_SENSOR = 61_000;
    static final int FIRST_RELAY_MODULE = 62_001;
    /** Long enough for the release of every breaker. */
    private static final int PULSE_MILLIS = 500;

    private static final BatteryProfile VRLA = new BatteryProfile(
            "vrla-agm", Chemistry.VRLA_AGM, new Voltage(2270), new Voltage(2350), new Voltage(1750));

    static RoomPlan of(Scenario scenario, boolean equalizing) {
        Map<String, Integer> nextAddress = new LinkedHashMap<>();
        Map<String, Integer> nextSensor = new LinkedHashMap<>();
        List<BatteryString> strings = new ArrayList<>();
        List<Sensor> sensors = new ArrayList<>();
        for (RoomString string : scenario.strings()) {
            String line = string.line();
            int first = nextAddress.getOrDefault(line, 1);
            nextAddress.put(line, first + string.blocks());
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < string.blocks(); i++) {
                blocks.add(new Block(string.id() + "-" + (i + 1), i + 1, new ModuleAddress(line, first + i)));
            }
            ModuleAddress ambient = new ModuleAddress(line, AMBIENT_SENSOR);
            Optional<ModuleAddress> current = Optional.empty();
            if (string.currentSensor()) {
                int address = nextSensor.merge(line, FIRST_CURRENT_SENSOR, (before, one) -> before + 1);
                current = Optional.of(new ModuleAddress(line, address));
                sensors.add(new Sensor(current.get().toString(), Sensor.Kind.CURRENT, current.get()));
            }
            strings.add(new BatteryString(
                    string.id(), "String " + string.id(),
                    new BlockType(VRLA, string.cells(), Charge.ofAmpHours(string.capacityAmpHours())),
                    ModuleType.builtIn(string.module()).orElseThrow(), blocks, current, Optional.of(ambient),
                    new Current(0), equalizing, Optional.empty()));
        }
        List<String> lines = List.copyOf(nextAddress.keySet());
        lines.forEach(line -> {
            ModuleAddress address = new ModuleAddress(line, AMBIENT_SENSOR);
            sensors.add(new Sensor(address.toString(), Sensor.Kind.TEMPERATURE, address));
        });
        // a site file names sensors in this order
        sensors.sort(Comparator.comparingInt((Sensor sensor) -> lines.indexOf(sensor.address().line()))
                .thenComparingInt(sensor -> sensor.address().number()));
        Site site = new Site(
                "Simulated room: " + scenario.name(), ZoneId.systemDefault(), lines,
                List.of(new Battery("A", "Simulated battery", strings)), sensors,
                relayModules(scenario.switchgear()), breakers(scenario.switchgear()));
        return new RoomPlan(site, lines);
    }

    private static List<RelayModule> relayModules(Switchgear switchgear) {
        Map<String, Integer> next = new LinkedHashMap<>();
        List<RelayModule> modules = new ArrayList<>();
        for (Switchgear.Module module : switchgear.modules()) {
            int address = next.merge(module.line(), FIRST_RELAY_MODULE, (before, one) -> before + 1);
            List<Relay> relays = new ArrayList<>();
            List<Input> inputs = new ArrayList<>();
            for (int number = 1; number <= RelayModule.RELAYS; number++) {
                RelayPoint point = new RelayPoint(module.id(), number);
                boolean trips = switchgear.breakers().stream().anyMatch(breaker -> breaker.trip().equals(point)
                        || breaker.secondTrip().filter(point::equals).isPresent());
                relays.add(new Relay(number, Contact.NO, trips ? Mode.PULSE : Mode.MAINTAINED,
                        trips ? PULSE_MILLIS : 0, trips ? BusLoss.HOLD : BusLoss.REST));
            }
            for (int number = 1; number <= RelayModule.INPUTS; number++) {
                InputPoint point = new InputPoint(module.id(), number);
                String name = switchgear.breakers().stream()
                        .filter(breaker -> breaker.status().filter(point::equals).isPresent())
                        .map(breaker -> "Breaker " + breaker.id()).findFirst().orElse("Input " + point);
                inputs.add(new Input(number, name, Contact.NO));
            }
            modules.add(new RelayModule(module.id(), new ModuleAddress(module.line(), address), relays, inputs));
        }
        return modules;
    }

    /** An auxiliary contact is closed while its breaker is. */
    private static List<Breaker> breakers(Switchgear switchgear) {
        return switchgear.breakers().stream().map(breaker -> new Breaker(
                breaker.id(), breaker.strings(), breaker.trip(), breaker.secondTrip(), breaker.status(),
                breaker.status().isEmpty())).toList();
    }
}
