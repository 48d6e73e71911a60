// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenfloat.application.TestSite;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.measure.CalibrationColumns;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;
import org.junit.jupiter.api.Test;

class LineSweeperTest {

    private final SweptLine line = new SweptLine(4, 0);

    @Test
    void stampsTheImageWithBothClocks() {
        SweepImage image = line.sweep();
        assertThat(image.sweep()).isEqualTo(1);
        assertThat(image.sampledMonotonicMillis()).isEqualTo(line.nowMillis);
        assertThat(image.sampledAtMillis()).isEqualTo(1_800_000_000_000L + line.nowMillis);
        assertThat(line.sweep().sweep()).isEqualTo(2);
    }

    @Test
    void startsFromThePreviousImageWithNothingFresh() {
        line.orders.set(2, 1_234, TestSite.FLOAT);
        line.sweeper.equalize();
        line.sweep();
        line.module(1).silent = true;
        line.bus.down = true;
        SweepImage image = line.sweep();
        assertThat(image.value(MeasurementKind.DUTY, 2)).isEqualTo(123);
        assertThat(image.quality(MeasurementKind.DUTY, 2)).isEqualTo(Quality.STALE);
    }

    @Test
    void reportsEverythingMissingWhenTheLineCannotBeUsedAndWorksAfterwards() {
        line.sweep();
        line.bus.down = true;
        SweepImage image = line.sweep();
        assertThat(image.lineUp()).isFalse();
        for (int row = 0; row < 4; row++) {
            assertThat(image.quality(MeasurementKind.VOLTAGE, row)).isEqualTo(Quality.MISSING);
            assertThat(image.quality(MeasurementKind.TEMPERATURE, row)).isEqualTo(Quality.MISSING);
        }
        assertThat(line.sweeper.problem()).isEqualTo("port gone");
        line.bus.down = false;
        image = line.sweep();
        assertThat(image.lineUp()).isTrue();
        assertThat(image.good(MeasurementKind.VOLTAGE, 3)).isTrue();
        assertThat(line.sweeper.problem()).isEmpty();
    }

    @Test
    void showsTheOrderedDutyInPermille() {
        assertThat(line.sweep().quality(MeasurementKind.DUTY, 1)).isEqualTo(Quality.MISSING);
        line.orders.set(1, 4_567, TestSite.FLOAT);
        line.orders.set(3, -1, TestSite.FLOAT);
        line.sweeper.equalize();
        SweepImage image = line.sweep();
        assertThat(image.value(MeasurementKind.DUTY, 1)).isEqualTo(457);
        assertThat(image.good(MeasurementKind.DUTY, 1)).isTrue();
        assertThat(image.value(MeasurementKind.DUTY, 0)).isZero();
        assertThat(image.quality(MeasurementKind.DUTY, 3)).as("regulates by itself").isEqualTo(Quality.MISSING);
    }

    @Test
    void sendsAnOrderOnlyOnce() {
        line.sweeper.equalize();
        assertThat(line.bus.duties).isEmpty();
        line.orders.set(0, 100, TestSite.FLOAT);
        line.sweeper.equalize();
        line.sweeper.equalize();
        assertThat(line.bus.duties).hasSize(1);
        assertThat(line.bus.duties.get(0)).containsExactly(100, 0, 0, 0);
    }

    @Test
    void correctsReadingsBeforeTheyAreJudged() {
        line.calibrations = CalibrationColumns.of(List.of(
                new Calibration(1_000_000, 14_000, 50), Calibration.NONE, new Calibration(1_000_000, -20_000, 0),
                Calibration.NONE));
        line.module(3).millivolts = 17_010;
        SweepImage image = line.sweep();
        assertThat(image.value(MeasurementKind.VOLTAGE, 0)).isEqualTo(TestSite.FLOAT + 14);
        assertThat(image.value(MeasurementKind.TEMPERATURE, 0)).isEqualTo(2_550);
        assertThat(image.value(MeasurementKind.VOLTAGE, 1)).isEqualTo(TestSite.FLOAT);
        assertThat(image.value(MeasurementKind.VOLTAGE, 2)).isEqualTo(16_990);
        assertThat(image.good(MeasurementKind.VOLTAGE, 2)).as("17.010 V alone would be out of range").isTrue();
    }

    @Test
    void aModuleThatRegulatesByItselfIsToldItsOwnMillivolts() {
        line.calibrations = CalibrationColumns.of(List.of(
                new Calibration(1_000_000, 14_000, 0), new Calibration(1_000_000, 14_000, 0), Calibration.NONE,
                Calibration.NONE));
        line.orders.set(0, -1, TestSite.FLOAT);
        line.orders.set(1, 500, TestSite.FLOAT);
        line.sweeper.equalize();
        assertThat(line.bus.targets.get(0)).containsExactly(TestSite.FLOAT - 14, TestSite.FLOAT, 0, 0);
    }

    @Test
    void suspectsAVoltageOutsideOfTheModulesRange() {
        line.module(2).millivolts = 17_001;
        SweepImage image = line.sweep();
        assertThat(image.quality(MeasurementKind.VOLTAGE, 1)).isEqualTo(Quality.SUSPECT);
        assertThat(image.quality(MeasurementKind.VOLTAGE, 0)).isEqualTo(Quality.GOOD);
    }

    @Test
    void suspectsAResistanceOutsideOfTheModulesRange() {
        SweptLine measuring = new SweptLine(1, 3_600_000);
        measuring.module(1).microohms = 60_001;
        measuring.sweep();
        measuring.module(1).measured = true;
        SweepImage image = measuring.sweeps(2);
        assertThat(image.value(MeasurementKind.RESISTANCE, 0)).isEqualTo(60_001);
        assertThat(image.quality(MeasurementKind.RESISTANCE, 0)).isEqualTo(Quality.SUSPECT);
    }

    @Test
    void runsCommandsWheneverTheLineIsFree() {
        int[] runs = {0};
        line.sweeper.sweep(() -> runs[0]++);
        assertThat(runs[0]).isEqualTo(1);
    }
}
