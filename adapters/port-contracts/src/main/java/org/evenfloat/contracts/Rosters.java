// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;

/** Rosters of a line L1 with one string of 12 V blocks. */
public final class Rosters {

    private Rosters() {}

    /** Returns the roster of modules at those addresses. */
    public static LineRoster modules(int... addresses) {
        return of(addresses);
    }

    /** Returns the roster of modules at the addresses from 1 on. */
    public static LineRoster upTo(int lastAddress) {
        return of(IntStream.rangeClosed(1, lastAddress).toArray());
    }

    /** Returns the roster of modules at those addresses and of sensors. */
    public static LineRoster of(int[] addresses, Sensor... sensors) {
        return of(addresses, List.of(), sensors);
    }

    /** Returns the roster of modules at those addresses, of relay modules and of sensors. */
    public static LineRoster of(int[] addresses, List<RelayModule> relayModules, Sensor... sensors) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < addresses.length; i++) {
            blocks.add(new Block("A1-" + (i + 1), i + 1, new ModuleAddress("L1", addresses[i])));
        }
        BlockType type = new BlockType(
                new BatteryProfile("vrla-agm", Chemistry.VRLA_AGM, new Voltage(2_270), new Voltage(2_400),
                        new Voltage(1_800)), 6, new Charge(0));
        BatteryString string = new BatteryString("A1", "A1", type, ModuleType.C20, blocks, Optional.empty(),
                Optional.empty(), new Current(0), true, Optional.empty());
        return new Site("test", ZoneOffset.UTC, List.of("L1"),
                List.of(new Battery("A", "A", List.of(string))), Arrays.asList(sensors), relayModules, List.of())
                .roster("L1");
    }

    /** Returns a relay module AUX with the number of its address. */
    public static RelayModule relays(int address) {
        return new RelayModule("AUX" + address, new ModuleAddress("L1", address), List.of(), List.of());
    }

    /** Returns a sensor of that kind. */
    public static Sensor sensor(int address, Sensor.Kind kind) {
        return new Sensor("S" + address, kind, new ModuleAddress("L1", address));
    }
}
