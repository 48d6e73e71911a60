// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.EventLog;
import org.evenfloat.application.MemorySite;
import org.evenfloat.application.TestSite;
import org.evenfloat.application.port.in.AnswerReplacement.Replaced;
import org.evenfloat.application.port.in.CalibrateBlocks.Answer;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.measure.CalibrationPoints;
import org.evenfloat.domain.measure.CalibrationPoints.Point;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleIdentity;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalibrationsTest {

    private static final long NOW = 1_800_000_000_000L;

    private final Site site = TestSite.oneString(3);
    private final LineRoster roster = site.roster("L1");
    private final MemorySite memory = new MemorySite();
    private final EventLog events = new EventLog();
    private ModuleRegister register;
    private Calibrations calibrations;

    @BeforeEach
    void start() throws Exception {
        register = new ModuleRegister(memory, () -> Instant.ofEpochMilli(NOW), events, Runnable::run);
        calibrations = new Calibrations(
                site, List.of(roster), memory, () -> Instant.ofEpochMilli(NOW), events, Runnable::run);
        register.follow(calibrations);
        calibrations.load();
        register.load(List.of(roster));
    }

    private void found(int row, long serial) {
        register.found(roster, row, new ModuleIdentity(serial, 20, 104, row + 1));
    }

    private static CalibrationPoints point(int shown, int truth) {
        return new CalibrationPoints(List.of(new Point(shown, truth)), Optional.empty());
    }

    private int shown(int row, int raw) {
        SweepFill fill = SweepFill.first(roster);
        fill.set(MeasurementKind.VOLTAGE, row, raw, Quality.GOOD);
        calibrations.of("L1").get().apply(fill);
        return fill.value(MeasurementKind.VOLTAGE, row);
    }

    @Test
    void correctsFromTheNextSweepOnAndTellsOldAndNew() {
        found(1, 0xA);
        Answer outcome = calibrations.calibrate(Actor.server(), "S1-2", point(13_610, 13_624));
        assertThat(outcome.done().orElseThrow().calibration()).isEqualTo(new Calibration(1_000_000, 14_000, 0));
        assertThat(shown(1, 13_610)).isEqualTo(13_624);
        assertThat(shown(0, 13_610)).isEqualTo(13_610);
        calibrations.calibrate(Actor.server(), "S1-2", point(13_624, 13_620));
        assertThat(shown(1, 13_610)).isEqualTo(13_620);
        assertThat(events.text(EventKind.CALIBRATION_CHANGED)).isEqualTo("Block S1-2: module 0000000A has gain"
                + " 1.000000, offset +10.0 mV, temperature +0.00 K now, before gain 1.000000, offset +14.0 mV,"
                + " temperature +0.00 K; 13.620 V was shown as 13.624 V.");
        assertThat(calibrations.calibrations()).singleElement()
                .satisfies(one -> assertThat(one.atMillis()).isEqualTo(NOW));
    }

    @Test
    void isKeptOverARestart() throws Exception {
        found(1, 0xA);
        calibrations.calibrate(Actor.server(), "S1-2", point(13_610, 13_624));
        start();
        assertThat(shown(1, 13_610)).as("before the module has said who it is").isEqualTo(13_624);
        assertThat(calibrations.calibrations()).hasSize(1);
    }

    @Test
    void belongsToTheModuleAndFollowsIt() {
        found(0, 0xA);
        found(1, 0xB);
        calibrations.calibrate(Actor.server(), "S1-1", point(13_610, 13_624));
        found(0, 0xB);
        assertThat(shown(0, 13_610)).as("another module, not answered yet").isEqualTo(13_610);
        found(1, 0xA);
        assertThat(shown(1, 13_610)).isEqualTo(13_624);
        assertThat(register.answer(Actor.server(), "S1-1", Replaced.MODULE)).isEmpty();
        assertThat(register.answer(Actor.server(), "S1-2", Replaced.MODULE)).isEmpty();
        assertThat(shown(1, 13_610)).as("exchanged, not gone").isEqualTo(13_624);
    }

    @Test
    void goesWithAReplacedModuleAndStaysWhenOnlyTheBlockWasReplaced() throws Exception {
        found(0, 0xA);
        found(1, 0xB);
        calibrations.calibrate(Actor.server(), "S1-1", point(13_610, 13_624));
        calibrations.calibrate(Actor.server(), "S1-2", point(13_610, 13_620));
        found(0, 0xC);
        found(1, 0xD);
        register.answer(Actor.server(), "S1-1", Replaced.MODULE);
        register.answer(Actor.server(), "S1-2", Replaced.BLOCK);
        assertThat(memory.loadCalibrations()).containsOnlyKeys(0xBL);
        assertThat(events.text(EventKind.CALIBRATION_CHANGED)).contains("0000000A was replaced", "+14.0 mV");
        found(0, 0xA);
        assertThat(shown(0, 13_610)).as("the old module is back, without its calibration").isEqualTo(13_610);
    }

    @Test
    void refusesWithoutAModuleOrAMemoryAndChangesNothing() {
        assertThat(calibrations.calibrate(Actor.server(), "S1-1", point(13_610, 13_624)).refused()).hasValueSatisfying(
                text -> assertThat(text).startsWith("block: S1-1 - allowed: a block whose module has answered"));
        found(0, 0xA);
        memory.broken(true);
        assertThat(calibrations.calibrate(Actor.server(), "S1-1", point(13_610, 13_624)).refused())
                .hasValue("history: disk is full");
        assertThat(shown(0, 13_610)).isEqualTo(13_610);
        memory.broken(false);
        assertThat(calibrations.calibrate(Actor.server(), "S1-1", point(13_610, 14_624)).problems()).hasSize(1);
        assertThat(events.heads(EventKind.CALIBRATION_CHANGED)).isEmpty();
    }

    @Test
    void resetShowsWhatTheModuleMeasures() throws Exception {
        found(0, 0xA);
        calibrations.calibrate(Actor.server(), "S1-1", point(13_610, 13_624));
        assertThat(calibrations.reset(Actor.server(), "S1-1").done().orElseThrow().calibration())
                .isEqualTo(Calibration.NONE);
        assertThat(shown(0, 13_610)).isEqualTo(13_610);
        assertThat(calibrations.calibrations()).isEmpty();
        assertThat(memory.loadCalibrations()).isEmpty();
    }
}
