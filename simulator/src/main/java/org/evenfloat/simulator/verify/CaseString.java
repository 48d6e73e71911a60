// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Resistance;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;

/** Builds the string of a case as the server knows strings. */
final class CaseString {

    private static final BatteryProfile PROFILE = new BatteryProfile(
            "reference", Chemistry.VRLA_AGM, new Voltage(2270), new Voltage(2370), new Voltage(1700));

    private CaseString() {
    }

    static BatteryString of(PhysicsCase expected) throws MalformedSetException {
        BlockType block =
                new BlockType(PROFILE, expected.count("cells"), Charge.ofAmpHours(expected.positive("C10")));
        List<Block> blocks = IntStream.range(0, expected.count("N"))
                .mapToObj(i -> new Block(String.valueOf(i), i + 1, new ModuleAddress("case", i + 1)))
                .toList();
        return new BatteryString(
                "case", expected.name(), block, module(expected), blocks,
                Optional.of(new ModuleAddress("case", blocks.size() + 1)), Optional.empty(), new Current(0), true,
                Optional.empty());
    }

    private static ModuleType module(PhysicsCase expected) throws MalformedSetException {
        String name = expected.module();
        return new ModuleType(
                name, 0, Voltage.ofVolts(expected.ofModule(name, "Vmin")),
                Voltage.ofVolts(expected.ofModule(name, "Vmax")), new Resistance(0), new Resistance(Integer.MAX_VALUE),
                Current.ofAmperes(expected.positive("Imax")),
                (int) Math.round(1e6 * expected.ofModule(name, "Iself")), ModuleType.Control.DUTY);
    }
}
