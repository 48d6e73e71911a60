// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.adapters.web.Commissioning;
import org.evenfloat.application.northbound.InterfacesView;
import org.evenfloat.application.port.in.CalibrateBlocks;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport;
import org.evenfloat.application.port.in.ViewSwitchgear;
import org.evenfloat.application.port.in.WorkOnLines;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.measure.CalibrationPoints;

/** A site whose lines nobody can work on, for what does not ask for them. */
final class NoLines implements WorkOnLines, CalibrateBlocks, ViewSwitchgear {

    private static final String SENTENCE = "There is no line here.";

    static Commissioning commissioning() {
        NoLines none = new NoLines();
        return new Commissioning(List::of, none, none, none,
                new InterfacesView(Map.of(), List.of(), InstantSource.system()));
    }

    @Override
    public List<SeenModule> relayModules() {
        return List.of();
    }

    @Override
    public List<SeenBreaker> breakers() {
        return List.of();
    }

    @Override
    public Optional<LineWorkReport> work(String line) {
        return Optional.empty();
    }

    @Override
    public Outcome start(Actor who, String line, LineOrder order) {
        return new Outcome(Verdict.LINE_DOWN, SENTENCE);
    }

    @Override
    public void stop(Actor who, String line) {}

    @Override
    public Outcome blink(Actor who, String line, int address, int seconds) {
        return new Outcome(Verdict.LINE_DOWN, SENTENCE);
    }

    @Override
    public Outcome assign(Actor who, String line, long serial, int address) {
        return new Outcome(Verdict.LINE_DOWN, SENTENCE);
    }

    @Override
    public List<BlockCalibration> calibrations() {
        return List.of();
    }

    @Override
    public Answer calibrate(Actor who, String blockId, CalibrationPoints points) {
        return new Answer(Optional.empty(), List.of(), Optional.of(SENTENCE));
    }

    @Override
    public Answer reset(Actor who, String blockId) {
        return new Answer(Optional.empty(), List.of(), Optional.of(SENTENCE));
    }
}
