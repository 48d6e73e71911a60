// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.quantity.Charge;
import org.evenfloat.domain.quantity.Current;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;

/** Lines with one string each: line L1 with string S1 with blocks S1-1 and so on, line L2 with S2. */
final class TestLine {

    private static final BlockType BLOCK = new BlockType(
            new BatteryProfile(
                    "agm", Chemistry.values()[0], new Voltage(2_270), new Voltage(2_400), new Voltage(1_750)),
            6, new Charge(100));

    private TestLine() {}

    static Site site(int lines, int blocks) {
        List<String> names = new ArrayList<>();
        List<BatteryString> strings = new ArrayList<>();
        for (int line = 1; line <= lines; line++) {
            String name = "L" + line;
            names.add(name);
            List<Block> row = new ArrayList<>();
            for (int number = 1; number <= blocks; number++) {
                row.add(new Block("S" + line + "-" + number, number, new ModuleAddress(name, number)));
            }
            strings.add(new BatteryString(
                    "S" + line, "", BLOCK, ModuleType.C20, row, Optional.empty(), Optional.empty(), new Current(0),
                    true, Optional.empty()));
        }
        Sensor sensor = new Sensor("amps", Sensor.Kind.CURRENT, new ModuleAddress("L1", 900));
        return new Site("test", ZoneOffset.UTC, names, List.of(new Battery("B", "", strings)), List.of(sensor));
    }

    static SweepImage image(LineRoster roster, long wallMillis, long monotonicMillis, int millivolts) {
        SweepFill fill = SweepFill.first(roster);
        fill.sampledAt(wallMillis, monotonicMillis);
        for (int row = 0; row < roster.moduleCount(); row++) {
            fill.set(MeasurementKind.VOLTAGE, row, millivolts + row, Quality.GOOD);
        }
        return fill.freeze();
    }

    static byte[] states(LineRoster roster, StringState state) {
        byte[] states = new byte[roster.moduleCount()];
        Arrays.fill(states, (byte) state.ordinal());
        return states;
    }
}
