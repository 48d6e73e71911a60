// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;

/**
 * Where the blocks and sensors of a string stand in the lines' images. Shapes: one entry per block in string order.
 *
 * @param lines index of the line, in the order of the site's lines
 * @param rows row in that line's roster
 * @param leadLine index of the line that carries the first block; the string is decided on whenever it was swept
 * @param currentSensor place of the current sensor, or null
 * @param ambientSensor place of the ambient sensor, or null
 */
public record StringLayout(int[] lines, int[] rows, int leadLine, Place currentSensor, Place ambientSensor) {

    /**
     * A sensor's place.
     *
     * @param line index of the line
     * @param row sensor row in that line's roster
     */
    public record Place(int line, int row) {}

    /** Finds them in the rosters of all lines, in the order of the site. */
    public static StringLayout of(BatteryString string, List<LineRoster> rosters) {
        int[] lines = new int[string.size()];
        int[] rows = new int[string.size()];
        for (int i = 0; i < lines.length; i++) {
            Block block = string.blocks().get(i);
            lines[i] = lineIndex(rosters, block.module());
            rows[i] = rosters.get(lines[i]).rowOf(block.module().number());
        }
        return new StringLayout(
                lines, rows, lines[0], place(rosters, string.currentSensor()), place(rosters, string.ambientSensor()));
    }

    private static Place place(List<LineRoster> rosters, Optional<ModuleAddress> address) {
        if (address.isEmpty()) {
            return null;
        }
        int line = lineIndex(rosters, address.get());
        return new Place(line, rosters.get(line).sensorRowOf(address.get().number()));
    }

    private static int lineIndex(List<LineRoster> rosters, ModuleAddress address) {
        for (int i = 0; i < rosters.size(); i++) {
            if (rosters.get(i).line().equals(address.line())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no line " + address.line() + " for module " + address);
    }
}
