// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;

/** Small sites of 12 V AGM blocks of 80 Ah with a float voltage of 13.62 V. */
public final class TestSite {

    /** Float voltage of a block, mV. */
    public static final int FLOAT = 13_620;

    private static final BlockType BLOCK = new BlockType(
            new BatteryProfile("agm", Chemistry.VRLA_AGM, new Voltage(2_270), new Voltage(2_350), new Voltage(1_750)),
            6, Charge.ofAmpHours(80));

    private TestSite() {}

    /** Returns addresses from {@code first} on. */
    public static List<ModuleAddress> at(String line, int first, int count) {
        return IntStream.range(first, first + count).mapToObj(number -> new ModuleAddress(line, number)).toList();
    }

    /** Returns a string with blocks {@code id-1} and so on at these addresses. */
    public static BatteryString string(String id, ModuleType type, List<ModuleAddress> modules) {
        return string(id, type, modules, Optional.empty(), Optional.empty());
    }

    /** Returns a string with a current sensor, or one half of a centre-tap battery. */
    public static BatteryString string(
            String id, ModuleType type, List<ModuleAddress> modules, Optional<ModuleAddress> currentSensor,
            Optional<String> halfOf) {
        List<Block> blocks = new ArrayList<>();
        for (ModuleAddress module : modules) {
            int number = blocks.size() + 1;
            blocks.add(new Block(id + "-" + number, number, module));
        }
        return new BatteryString(
                id, id, BLOCK, type, blocks, currentSensor, Optional.empty(), new Current(0), true, halfOf);
    }

    /** Returns a site of these strings, with a current sensor for each string that names one. */
    public static Site site(List<String> lines, BatteryString... strings) {
        List<Sensor> sensors = new ArrayList<>();
        for (BatteryString string : strings) {
            string.currentSensor().ifPresent(address ->
                    sensors.add(new Sensor("amps-" + string.id(), Sensor.Kind.CURRENT, address)));
        }
        return new Site("test", ZoneOffset.UTC, lines, List.of(new Battery("B", "", List.of(strings))), sensors);
    }

    /** Returns a site of one line L1 with one string S1 of so many blocks at addresses from 1 on. */
    public static Site oneString(int blocks) {
        return site(List.of("L1"), string("S1", ModuleType.C20, at("L1", 1, blocks)));
    }
}
