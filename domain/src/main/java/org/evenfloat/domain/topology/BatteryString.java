// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.quantity.Current;

/**
 * Blocks in series between two poles, all of one type. A half of a centre-tap battery is a string of its own.
 *
 * @param id unique on the site
 * @param name what people call it
 * @param blockType type of every block
 * @param moduleType type of every battery module
 * @param blocks in order from the positive end
 * @param currentSensor sensor of the string current, if there is one
 * @param ambientSensor sensor of the air temperature around the string, if there is one
 * @param currentZero what the current sensor may show when no current flows; zero when nobody knows
 * @param equalizing whether the server equalizes this string
 * @param halfOf id of the other half when the string is one half of a centre-tap battery
 */
public record BatteryString(
        String id,
        String name,
        BlockType blockType,
        ModuleType moduleType,
        List<Block> blocks,
        Optional<ModuleAddress> currentSensor,
        Optional<ModuleAddress> ambientSensor,
        Current currentZero,
        boolean equalizing,
        Optional<String> halfOf) {

    public BatteryString {
        blocks = List.copyOf(blocks);
    }

    /** Returns the number of blocks. */
    public int size() {
        return blocks.size();
    }

    /** Returns the cells in series over the whole string. */
    public int cells() {
        return blocks.size() * blockType.cells();
    }
}
