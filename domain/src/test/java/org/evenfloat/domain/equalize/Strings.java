// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;

/** Strings to test with. */
final class Strings {

    static final ModuleType C20 = ModuleType.C20;

    private Strings() {}

    static BlockType block(int cells, double ampHours) {
        return block(Chemistry.VRLA_AGM, cells, ampHours);
    }

    static BlockType block(Chemistry chemistry, int cells, double ampHours) {
        BatteryProfile profile = new BatteryProfile(
                "test", chemistry, Voltage.ofVolts(2.27), Voltage.ofVolts(2.37), Voltage.ofVolts(1.75));
        return new BlockType(profile, cells, Charge.ofAmpHours(ampHours));
    }

    static BatteryString string(BlockType type, ModuleType module, int blocks) {
        List<Block> all = new ArrayList<>();
        for (int number = 1; number <= blocks; number++) {
            all.add(new Block("A1-" + number, number, new ModuleAddress("line", number)));
        }
        return new BatteryString("A1", "string", type, module, all, Optional.empty(), Optional.empty(),
                new Current(0), true, Optional.empty());
    }
}
