// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.application.TestSite.FLOAT;
import static org.evenfloat.application.TestSite.at;
import static org.evenfloat.application.TestSite.string;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.evenfloat.application.TestSite;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.measure.CalibrationColumns;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;

/** Guards the memory a sweep of 600 modules costs, beside its image. */
class SweepAllocationTest {

    private static final int MODULES = 600;
    private static final int SWEEPS = 200;
    private static final int WARM_UP_SWEEPS = 300;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static DecidingSite site() {
        BatteryString[] strings = IntStream.range(0, 10)
                .mapToObj(i -> string("S" + i, ModuleType.C20, at("L1", 1 + i * 60, 60)))
                .toArray(BatteryString[]::new);
        DecidingSite site = new DecidingSite(TestSite.site(List.of("L1"), strings));
        for (int row = 0; row < MODULES; row++) {
            site.millivolts[0][row] = FLOAT + row % 61 - 30;
        }
        return site;
    }

    /** The listening conductor of the rig copies the states: one byte a module and a header. */
    private static final int COPIED_STATES = MODULES + 16;

    @Test
    void decidesWithinFourKilobytes() {
        DecidingSite site = site();
        site.sweeps(WARM_UP_SWEEPS);
        long allocated = 0;
        for (int i = 0; i < SWEEPS; i++) {
            site.nowMillis += DecidingSite.PERIOD_MILLIS;
            SweepImage image = site.image(0);
            long before = threads.getCurrentThreadAllocatedBytes();
            site.conductor.decide(image);
            allocated += threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated / SWEEPS - COPIED_STATES).isPositive().isLessThanOrEqualTo(4_096);
    }

    @Test
    void fillsAndFreezesWithinTheColumnsAndAKilobyte() {
        DecidingSite site = site();
        LineRoster roster = site.rosters.get(0);
        SweepImage image = site.image(0);
        long columns = (long) MODULES * MeasurementKind.count() * (Integer.BYTES + 1);
        long allocated = 0;
        for (int i = 0; i < WARM_UP_SWEEPS + SWEEPS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            image = SweepFill.after(roster, image).freeze();
            allocated += i < WARM_UP_SWEEPS ? 0 : threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(image.sweep()).isEqualTo(WARM_UP_SWEEPS + SWEEPS + 1);
        assertThat(allocated / SWEEPS).isBetween(columns, columns + 1_024);
    }

    @Test
    void correctsWithoutAllocating() {
        DecidingSite site = site();
        CalibrationColumns columns = CalibrationColumns.of(IntStream.range(0, MODULES)
                .mapToObj(row -> new Calibration(1_000_000 + row, row, row % 50)).toList());
        SweepFill fill = SweepFill.first(site.rosters.get(0));
        for (int row = 0; row < MODULES; row++) {
            fill.set(MeasurementKind.VOLTAGE, row, FLOAT, Quality.GOOD);
        }
        for (int i = 0; i < WARM_UP_SWEEPS; i++) {
            columns.apply(fill);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < SWEEPS; i++) {
            columns.apply(fill);
        }
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / SWEEPS).isZero();
        assertThat(fill.value(MeasurementKind.VOLTAGE, MODULES - 1)).as("corrected at all").isGreaterThan(FLOAT);
    }
}
