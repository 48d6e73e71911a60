// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
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
import org.evenfloat.domain.topology.Site;

/** A site of one line with one string of three blocks. */
final class OneLine {

    private static final BlockType BLOCK = new BlockType(
            new BatteryProfile("agm", Chemistry.VRLA_AGM, new Voltage(2_270), new Voltage(2_350), new Voltage(1_750)),
            6, Charge.ofAmpHours(80));

    static final Site SITE = site();
    static final LineRoster ROSTER = SITE.roster("L1");

    private OneLine() {}

    private static Site site() {
        List<Block> blocks = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> new Block("S1-" + number, number, new ModuleAddress("L1", number))).toList();
        BatteryString string = new BatteryString("S1", "S1", BLOCK, ModuleType.C20, blocks, Optional.empty(),
                Optional.empty(), new Current(0), true, Optional.empty());
        return new Site("test", ZoneOffset.UTC, List.of("L1"), List.of(new Battery("B", "", List.of(string))),
                List.of());
    }

    static void measure(SweepFill fill) {
        for (int row = 0; row < ROSTER.moduleCount(); row++) {
            fill.set(MeasurementKind.VOLTAGE, row, 13_620, Quality.GOOD);
            fill.set(MeasurementKind.TEMPERATURE, row, 2_500, Quality.GOOD);
        }
    }

    static SweepImage image(long millis) {
        SweepFill fill = SweepFill.first(ROSTER);
        fill.sampledAt(1_800_000_000_000L + millis, millis);
        measure(fill);
        return fill.freeze();
    }

    /** Remembers nothing. */
    static final class NoMemory implements SiteMemory {

        @Override
        public void saveEqualizer(String stringId, long atMillis, double[] z) {}

        @Override
        public Optional<SavedEqualizer> loadEqualizer(String stringId) {
            return Optional.empty();
        }

        @Override
        public void saveModule(ModuleAddress address, KnownModule module) {}

        @Override
        public Map<ModuleAddress, KnownModule> loadModules() {
            return Map.of();
        }

        @Override
        public void saveCalibration(long serial, KeptCalibration calibration) {}

        @Override
        public Map<Long, KeptCalibration> loadCalibrations() {
            return Map.of();
        }
    }
}
