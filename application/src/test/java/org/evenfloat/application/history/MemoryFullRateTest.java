// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

/** A string of three blocks, the middle one on another line, whose current is measured on one line, its air on the other. */
class MemoryFullRateTest {

    private final Site site = site();
    private final List<LineRoster> rosters = List.of(site.roster("L1"), site.roster("L2"));
    private final MemoryRing ring = new MemoryRing(rosters, 60_000, 1_000);
    private final MemoryFullRate rate = new MemoryFullRate(site, rosters, ring);

    private static Site site() {
        BatteryString plain = TestLine.site(1, 1).strings().findFirst().orElseThrow();
        ModuleAddress amps = new ModuleAddress("L1", 900);
        ModuleAddress air = new ModuleAddress("L2", 901);
        List<Block> blocks = List.of(new Block("S-1", 1, new ModuleAddress("L1", 7)),
                new Block("S-2", 2, new ModuleAddress("L2", 3)), new Block("S-3", 3, new ModuleAddress("L1", 2)));
        BatteryString string = new BatteryString("S", "", plain.blockType(), plain.moduleType(), blocks, Optional.of(amps),
                Optional.of(air), plain.currentZero(), true, Optional.empty());
        return new Site("test", ZoneOffset.UTC, List.of("L1", "L2"), List.of(new Battery("B", "", List.of(string))),
                List.of(new Sensor("amps", Sensor.Kind.CURRENT, amps), new Sensor("air", Sensor.Kind.TEMPERATURE, air)));
    }

    private void add(int line, long atMillis, int value, int sensor) {
        SweepFill fill = SweepFill.first(rosters.get(line));
        fill.sampledAt(atMillis, atMillis);
        for (int row = 0; row < rosters.get(line).moduleCount(); row++) {
            fill.set(MeasurementKind.VOLTAGE, row, value + row, row == 0 ? Quality.GOOD : Quality.SUSPECT);
        }
        fill.setSensor(0, sensor, Quality.GOOD);
        ring.add(fill.freeze());
    }

    private List<String> told(String string, long after) throws IOException {
        List<String> told = new ArrayList<>();
        rate.sweeps(string, after, sweep -> {
            StringBuilder text = new StringBuilder("" + sweep.atMillis());
            for (int block = 0; block < 3; block++) {
                Quality quality = sweep.quality(MeasurementKind.VOLTAGE, block);
                text.append(' ').append(quality == Quality.MISSING ? "-"
                        : sweep.value(MeasurementKind.VOLTAGE, block) + quality.name().substring(0, 1));
            }
            text.append(' ').append(sweep.currentQuality() == Quality.MISSING ? "-" : sweep.milliamps());
            text.append(' ').append(sweep.ambientQuality() == Quality.MISSING ? "-" : sweep.ambientHundredthsCelsius());
            told.add(text.toString());
        });
        return told;
    }

    @Test
    void handsOutTheSweepsOfAllLinesInOrder() throws Exception {
        add(0, 1_000, 100, 51);
        add(1, 1_500, 200, 2_500);
        add(0, 2_000, 110, 52);
        add(1, 2_500, 210, 2_510);
        assertThat(told("S", 1_000)).containsExactly(
                "1500 - 200G - - 2500", "2000 111S - 110G 52 -", "2500 - 210G - - 2510");
        assertThat(told("S", 2_500)).isEmpty();
        assertThat(told("nothing", 0)).isEmpty();
    }

    @Test
    void passesOnWhatTheTakerThrows() {
        add(0, 1_000, 100, 51);
        assertThatThrownBy(() -> rate.sweeps("S", 0, sweep -> {
            throw new IOException("full");
        })).isInstanceOf(IOException.class).hasMessage("full");
    }
}
