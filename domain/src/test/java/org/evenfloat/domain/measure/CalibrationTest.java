// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.evenfloat.domain.measure.CalibrationPoints.Point;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.ModuleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

    private static final long SEED = Long.getLong("seed", 20_261_125L);
    private static final int FLOAT = 13_620;

    private final List<String> problems = new ArrayList<>();

    private Calibration fit(Calibration present, Point... voltages) {
        return new CalibrationPoints(List.of(voltages), Optional.empty()).calibration(present, FLOAT, problems);
    }

    @ParameterizedTest
    @CsvSource({
        "13610, 1000000, 0, 13610", "13610, 1000000, 499, 13610", "13610, 1000000, 500, 13611",
        "13610, 1000000, -500, 13610", "13610, 1000000, -501, 13609", "10000, 1005000, 0, 10050",
        "13600, 980000, -12000, 13316", "0, 1020000, 272000, 272"
    })
    void roundsToTheNearestMillivoltAndHalvesUp(int raw, int gain, int offset, int corrected) {
        assertThat(new Calibration(gain, offset, 0).millivolts(raw)).isEqualTo(corrected);
    }

    @Test
    void onePointMovesTheOffsetAndLeavesTheGain() {
        Calibration first = fit(Calibration.NONE, new Point(13_610, 13_624));
        assertThat(first).isEqualTo(new Calibration(1_000_000, 14_000, 0));
        Calibration bent = new Calibration(1_004_000, -3_000, 25);
        assertThat(fit(bent, new Point(13_600, 13_590))).isEqualTo(new Calibration(1_004_000, -13_000, 25));
        assertThat(problems).isEmpty();
    }

    @Test
    void twoPointsShowTheTruthAtBothAndUndoWhatWasThereBefore() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            Calibration real = new Calibration(
                    985_000 + random.nextInt(30_000), random.nextInt(200_000) - 100_000, 0);
            Calibration present = new Calibration(
                    985_000 + random.nextInt(30_000), random.nextInt(200_000) - 100_000, 0);
            int low = 11_000 + random.nextInt(1_000);
            int high = 13_400 + random.nextInt(900);
            Calibration found = fit(present,
                    new Point(present.millivolts(low), real.millivolts(low)),
                    new Point(present.millivolts(high), real.millivolts(high)));
            assertThat(problems).as("seed " + SEED).isEmpty();
            assertThat(found.millivolts(low)).as("seed " + SEED).isCloseTo(real.millivolts(low), within(1));
            assertThat(found.millivolts(high)).as("seed " + SEED).isCloseTo(real.millivolts(high), within(1));
        }
    }

    @Test
    void refusesWhatNoToleranceExplains() {
        Calibration present = new Calibration(1_001_000, 0, 10);
        assertThat(fit(present, new Point(12_000, 12_300), new Point(13_600, 13_550))).isEqualTo(present);
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith("voltagePoints: they make a gain of 0.78").contains("allowed: 0.98 to");
        assertThat(problems.get(1)).contains("offset of", "-272 to 272 mV");
        problems.clear();
        fit(present, new Point(13_600, 13_700), new Point(13_300, 13_400));
        assertThat(problems).singleElement().asString().contains("300 mV apart", "at least 408 mV");
        problems.clear();
        fit(Calibration.NONE, new Point(13_000, 13_273));
        assertThat(problems).singleElement().asString().contains("offset of 273.0 mV");
        problems.clear();
        new CalibrationPoints(List.of(), Optional.of(new Point(2_500, 3_000))).calibration(present, FLOAT, problems);
        assertThat(problems).singleElement().asString().contains("5.10 K", "-5 to 5 K");
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(fit(Calibration.NONE, new Point(13_000, 13_272)).offsetMicrovolts()).isEqualTo(272_000);
        assertThat(fit(Calibration.NONE, new Point(10_000, 10_000), new Point(12_000, 12_040)).gainMillionths())
                .isEqualTo(1_020_000);
        Calibration warm = new CalibrationPoints(List.of(), Optional.of(new Point(2_500, 2_000)))
                .calibration(Calibration.NONE, FLOAT, problems);
        assertThat(warm).isEqualTo(new Calibration(1_000_000, 0, -500));
        assertThat(problems).isEmpty();
    }

    @Test
    void columnsCorrectOnlyWhatThisSweepHasMeasured() {
        LineRoster roster = roster();
        CalibrationColumns columns = CalibrationColumns.of(List.of(
                new Calibration(1_000_000, 14_000, 50), Calibration.NONE, new Calibration(990_000, 0, -100)));
        SweepFill fill = SweepFill.first(roster);
        fill.set(MeasurementKind.VOLTAGE, 0, 13_600, Quality.GOOD);
        fill.set(MeasurementKind.TEMPERATURE, 0, 2_500, Quality.GOOD);
        fill.set(MeasurementKind.VOLTAGE, 1, 13_600, Quality.GOOD);
        columns.apply(fill);
        assertThat(fill.value(MeasurementKind.VOLTAGE, 0)).isEqualTo(13_614);
        assertThat(fill.value(MeasurementKind.TEMPERATURE, 0)).isEqualTo(2_550);
        assertThat(fill.value(MeasurementKind.VOLTAGE, 1)).isEqualTo(13_600);
        assertThat(fill.value(MeasurementKind.VOLTAGE, 2)).as("never measured").isZero();
        SweepFill next = SweepFill.after(roster, fill.freeze());
        columns.apply(next);
        assertThat(next.value(MeasurementKind.VOLTAGE, 0)).as("corrected once, not twice").isEqualTo(13_614);
    }

    @Test
    void aTargetIsToldInTheModulesOwnMillivolts() {
        CalibrationColumns columns = CalibrationColumns.of(List.of(
                Calibration.NONE, new Calibration(1_000_000, 14_000, 0), new Calibration(990_000, 0, 0)));
        assertThat(columns.rawTargetMillivolts(0, 13_620)).isEqualTo(13_620);
        assertThat(columns.rawTargetMillivolts(1, 13_620)).isEqualTo(13_606);
        assertThat(columns.rawTargetMillivolts(2, 13_620)).isEqualTo(13_758);
        assertThat(columns.rawTargetMillivolts(1, 0)).isZero();
        assertThat(CalibrationColumns.NONE.rawTargetMillivolts(600, 13_620)).isEqualTo(13_620);
    }

    private static LineRoster roster() {
        List<Block> blocks = List.of(
                new Block("A1-1", 1, new ModuleAddress("L1", 1)), new Block("A1-2", 2, new ModuleAddress("L1", 2)),
                new Block("A1-3", 3, new ModuleAddress("L1", 3)));
        return LineRoster.of("L1", blocks, List.of(ModuleType.C20, ModuleType.C20, ModuleType.C20), List.of());
    }
}
