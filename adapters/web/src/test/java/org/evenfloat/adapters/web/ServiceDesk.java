// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenfloat.application.port.in.CalibrateBlocks;
import org.evenfloat.application.port.in.Health.LineHealth;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport;
import org.evenfloat.application.port.in.LineWorkReport.CheckedDevice;
import org.evenfloat.application.port.in.LineWorkReport.FoundDevice;
import org.evenfloat.application.port.in.LineWorkReport.GivenAddress;
import org.evenfloat.application.port.in.LineWorkReport.Mark;
import org.evenfloat.application.port.in.LineWorkReport.Progress;
import org.evenfloat.application.port.in.LineWorkReport.State;
import org.evenfloat.application.port.in.ViewLines;
import org.evenfloat.application.port.in.ViewSwitchgear;
import org.evenfloat.application.port.in.WorkOnLines;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.measure.Calibration;
import org.evenfloat.domain.measure.CalibrationPoints;
import org.evenfloat.domain.measure.Quality;

/** Lines, work on them and calibration in memory: notes what is asked and answers as the test has said. */
final class ServiceDesk implements ViewLines, WorkOnLines, CalibrateBlocks, ViewSwitchgear {

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Verdict verdict = Verdict.DONE;
    volatile Optional<LineWorkReport> report = Optional.empty();
    volatile boolean countsKnown = true;
    volatile Calibration calibration = new Calibration(1_001_000, -3_500, 40);

    Commissioning commissioning() {
        return new Commissioning(this, this, this, this, new Wires());
    }

    @Override
    public List<Line> lines() {
        Optional<Counts> counts = countsKnown ? Optional.of(new Counts(900, 890, 6, 3, 1)) : Optional.empty();
        return List.of(
                new Line(new LineHealth("L1", true, "", 30, Room.NOW, 740, 8, 1), "/dev/ttyUSB0", null, null, 19_200,
                        2_000, counts),
                new Line(new LineHealth("L2", false, "not swept yet", 0, 0, 0, 8, 8), null, "10.0.0.7", 4_001, 9_600,
                        5_000, counts));
    }

    @Override
    public List<SeenModule> relayModules() {
        return List.of(
                new SeenModule("AUX1", "L1", 901, Quality.GOOD, Room.NOW,
                        List.of(new SeenRelay(1, "breaker Q1", true, true), new SeenRelay(2, "", false, false)),
                        List.of(new SeenInput(1, "Breaker Q1", true, 3))),
                new SeenModule("AUX2", "L1", 902, Quality.MISSING, 0, List.of(), List.of()));
    }

    @Override
    public List<SeenBreaker> breakers() {
        return List.of(
                new SeenBreaker("Q1", List.of("A1"), Position.OPEN, Quality.GOOD, Room.NOW),
                new SeenBreaker("Q2", List.of("A2", "A3"), Position.UNKNOWN, Quality.MISSING, 0));
    }

    /** Lets the work be one of everything. */
    void fillReport(LineOrder order, State state) {
        report = Optional.of(new LineWorkReport(order, state, Room.NOW, state == State.RUNNING ? 0 : Room.NOW + 9,
                new Progress(3, 4, "Half way.", 5, "A1-5",
                        List.of(new FoundDevice(1, "A1-1", "2A000001", "C20", true, "1.04", Mark.EXPECTED),
                                new FoundDevice(2, "A1-2", null, null, null, null, Mark.MISSING),
                                new FoundDevice(0, null, "2A000009", "C20", null, "1.04", Mark.NO_ADDRESS)),
                        List.of(new CheckedDevice(1, "A1-1", 10, 1, 2, 4_100, 4_250, 9_000),
                                new CheckedDevice(2, "A1-2", 10, 10, 0, 0, 0, 0)),
                        List.of(new GivenAddress(4, "A1-4", "2A000004", false)))));
    }

    @Override
    public Optional<LineWorkReport> work(String line) {
        return report;
    }

    private Outcome note(String what) {
        if (verdict == Verdict.DONE) {
            asked.add(what);
        }
        return new Outcome(verdict, "Said of " + what + ".");
    }

    @Override
    public Outcome start(Actor who, String line, LineOrder order) {
        Outcome outcome = note(line + " " + order);
        if (outcome.verdict() == Verdict.DONE) {
            fillReport(order, State.RUNNING);
        }
        return outcome;
    }

    @Override
    public void stop(Actor who, String line) {
        asked.add("stop " + line);
        report.ifPresent(running -> fillReport(running.order(), State.STOPPED));
    }

    @Override
    public Outcome blink(Actor who, String line, int address, int seconds) {
        return note("blink " + line + " " + address + " " + seconds);
    }

    @Override
    public Outcome assign(Actor who, String line, long serial, int address) {
        return note("assign " + line + " " + Long.toHexString(serial) + " " + address);
    }

    @Override
    public List<BlockCalibration> calibrations() {
        return List.of(new BlockCalibration("A1-1", "0000BEEF", calibration, Room.NOW));
    }

    @Override
    public Answer calibrate(Actor who, String blockId, CalibrationPoints points) {
        List<String> problems = new ArrayList<>();
        Calibration now = points.calibration(Calibration.NONE, 13_620, problems);
        if (!problems.isEmpty()) {
            return new Answer(Optional.empty(), problems, Optional.empty());
        }
        return changed(blockId, now);
    }

    @Override
    public Answer reset(Actor who, String blockId) {
        return changed(blockId, Calibration.NONE);
    }

    private Answer changed(String blockId, Calibration now) {
        if (verdict != Verdict.DONE) {
            return new Answer(Optional.empty(), List.of(), Optional.of("history: disk is full"));
        }
        asked.add(blockId + " " + now);
        return new Answer(
                Optional.of(new BlockCalibration(blockId, "0000BEEF", now, now.isNone() ? 0 : Room.NOW)), List.of(),
                Optional.empty());
    }
}
