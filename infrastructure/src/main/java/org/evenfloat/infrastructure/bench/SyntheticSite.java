// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.evenfloat.domain.topology.Site;

/** Sites of any size, for measuring. */
final class SyntheticSite {

    private static final BlockType BLOCK = new BlockType(
            new BatteryProfile(
                    "vrla-agm", Chemistry.VRLA_AGM, new Voltage(2270), new Voltage(2350), new Voltage(1750)),
            6, Charge.ofAmpHours(80));

    private SyntheticSite() {}

    /** Returns a site of so many lines with so many strings of so many blocks each. */
    static Site of(int lines, int stringsPerLine, int blocksPerString) {
        List<String> lineIds = new ArrayList<>();
        List<BatteryString> strings = new ArrayList<>();
        for (int line = 1; line <= lines; line++) {
            String lineId = "L" + line;
            lineIds.add(lineId);
            int address = 1;
            for (int string = 1; string <= stringsPerLine; string++) {
                String id = "S" + line + "_" + string;
                List<Block> blocks = new ArrayList<>();
                for (int block = 1; block <= blocksPerString; block++) {
                    blocks.add(new Block(id + "-" + block, block, new ModuleAddress(lineId, address++)));
                }
                strings.add(new BatteryString(
                        id, id, BLOCK, ModuleType.C20, blocks, Optional.empty(), Optional.empty(), new Current(0), true,
                        Optional.empty()));
            }
        }
        return new Site("Synthetic", ZoneOffset.UTC, lineIds, List.of(new Battery("A", "A", strings)), List.of());
    }
}
