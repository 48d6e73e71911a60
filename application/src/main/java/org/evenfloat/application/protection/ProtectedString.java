// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.application.sweep.EqualizingBoard;
import org.evenfloat.application.sweep.StringGather;
import org.evenfloat.application.sweep.StringLayout;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.runaway.CannotProtect;
import org.evenfloat.domain.runaway.GuardedString;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.runaway.RunawayGuard;
import org.evenfloat.domain.runaway.RunawayMemento;
import org.evenfloat.domain.runaway.RunawayRule;
import org.evenfloat.domain.runaway.RunawaySample;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.state.StateRecognizer;
import org.evenfloat.domain.state.StringMean;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;

/** One string under guard: a sample a minute from the newest images, whether or not they come. For one thread. */
final class ProtectedString {

    /** The guard's constants were found with a sample a minute (physics: blocks change by tenths of a kelvin in that). */
    static final long SAMPLE_MILLIS = 60_000;

    private static final int FRESH_PERIODS = 2;
    private static final int KNOWN_PERIODS = 3;
    private static final byte MISSING = Quality.MISSING.code();

    private final BatteryString string;
    private final int index;
    private final StringLayout layout;
    private final EqualizingBoard board;
    private final long periodMillis;
    private final StringGather gather;
    private final StringMean mean;
    private final StateRecognizer recognizer;
    private final GuardedString guarded;
    private final RunawayGuard guard;
    private final RunawaySample sample;
    private StringState state = StringState.UNKNOWN;
    private long knownMonotonicMillis = Long.MIN_VALUE;
    private long sampledMonotonicMillis = Long.MIN_VALUE;
    private long sampledAtMillis;
    private RunawayFinding finding;
    private boolean demands;

    /**
     * @param index of the string in the site
     * @param periodMillis longest sweep period of its lines
     */
    ProtectedString(
            BatteryString string, int index, GuardedString guarded, StringLayout layout, long periodMillis,
            EqualizingBoard board) {
        this.string = string;
        this.index = index;
        this.layout = layout;
        this.board = board;
        this.periodMillis = periodMillis;
        this.gather = new StringGather(layout, FRESH_PERIODS * periodMillis);
        this.mean = new StringMean(string.size(), string.blockType().cells());
        this.recognizer = new StateRecognizer(
                string.blockType().profile().chemistry(), string.blockType().capacity().ampHours(),
                string.currentZero().amperes());
        this.guarded = guarded;
        this.guard = new RunawayGuard(guarded, RunawayConstants.STANDARD);
        this.sample = new RunawaySample(string.size());
        this.finding = guard.finding();
    }

    BatteryString string() {
        return string;
    }

    int index() {
        return index;
    }

    int leadLine() {
        return layout.leadLine();
    }

    GuardedString guarded() {
        return guarded;
    }

    RunawayGuard guard() {
        return guard;
    }

    RunawaySample sample() {
        return sample;
    }

    StringGather gather() {
        return gather;
    }

    RunawayFinding finding() {
        return finding;
    }

    /** Returns when the last sample was taken, epoch ms; 0 before the first. */
    long sampledAtMillis() {
        return sampledAtMillis;
    }

    /** Goes on from an earlier run; the guard's clock does, too. */
    void restore(RunawayMemento memento) {
        guard.restore(memento);
        finding = guard.finding();
        demand();
        board.stop(index, guard.bypassOff());
    }

    /** Looks at the newest image of its lead line: what the string does now. */
    void look(IntFunction<SweepImage> newest, long monotonicMillis) {
        gather.take(newest, monotonicMillis);
        double cellVolts = mean.update(gather.volts());
        state = recognizer.update(monotonicMillis, cellVolts, gather.currentAmps());
        if (!Double.isNaN(cellVolts) || !Double.isNaN(gather.currentAmps())) {
            knownMonotonicMillis = monotonicMillis;
        }
    }

    /** Returns whether the image that has just come is one to sample; half a period early is nearer than half a one late. */
    boolean wantsImage(long monotonicMillis) {
        return sampledMonotonicMillis == Long.MIN_VALUE
                || monotonicMillis - sampledMonotonicMillis >= SAMPLE_MILLIS - Math.min(periodMillis, SAMPLE_MILLIS) / 2;
    }

    /** Returns when a sample is due although no image came, on the monotonic clock, ms. */
    long dueMonotonicMillis() {
        return sampledMonotonicMillis == Long.MIN_VALUE ? Long.MAX_VALUE
                : sampledMonotonicMillis + Math.max(SAMPLE_MILLIS, periodMillis) + FRESH_PERIODS * periodMillis;
    }

    /** Begins to count the time without images, for a string of which none ever comes. */
    void begin(long monotonicMillis) {
        if (sampledMonotonicMillis == Long.MIN_VALUE) {
            sampledMonotonicMillis = monotonicMillis - SAMPLE_MILLIS;
        }
    }

    /** Takes a sample and lets the guard decide. */
    GuardNote.Sampled step(IntFunction<SweepImage> newest, GuardClock clock, long monotonicMillis, long wallMillis) {
        sampledMonotonicMillis = monotonicMillis;
        sampledAtMillis = wallMillis;
        gather.take(newest, monotonicMillis);
        fill(newest, clock.at(monotonicMillis), monotonicMillis);
        boolean changed = guard.step(sample);
        finding = guard.finding();
        demand();
        return new GuardNote.Sampled(wallMillis, string.id(), sample.copy(), finding, guard.memento(), changed);
    }

    private void fill(IntFunction<SweepImage> newest, long guardMillis, long monotonicMillis) {
        sample.begin(guardMillis);
        EqualizingBoard.Sight sight = board.sight(index);
        sample.state(state, sight.active(), sight.converged());
        for (int i = 0; i < string.size(); i++) {
            SweepImage image = newest.apply(layout.lines()[i]);
            if (image == null || monotonicMillis - image.sampledMonotonicMillis() > FRESH_PERIODS * periodMillis) {
                continue;
            }
            int row = layout.rows()[i];
            sample.temperature(i, image.value(MeasurementKind.TEMPERATURE, row),
                    image.quality(MeasurementKind.TEMPERATURE, row).code());
            sample.voltage(i, image.value(MeasurementKind.VOLTAGE, row),
                    image.quality(MeasurementKind.VOLTAGE, row).code());
            int duty = image.good(MeasurementKind.DUTY, row) ? image.value(MeasurementKind.DUTY, row) : 0;
            sample.duty(i, duty, !sight.held().get(i));
        }
        Integer current = gather.currentMilliamps();
        sample.current(current == null ? 0 : current, current == null ? MISSING : Quality.GOOD.code());
        Integer ambient = gather.ambientCentidegrees();
        sample.ambient(ambient == null ? 0 : ambient, ambient == null ? MISSING : Quality.GOOD.code());
    }

    /** Returns whether the guard demands a trip, or has demanded one and cannot see whether it is still so. */
    boolean demandsTrip() {
        return demands;
    }

    /**
     * Returns how many of the broken sensors said nothing in the last sample and are told elsewhere: those of the blocks as
     * lost modules, that of the air where no module says anything, with the line.
     */
    int silentSensors() {
        int blocks = (int) finding.faultySensors().stream().filter(this::silent).count();
        boolean nobody = IntStream.range(0, sample.blocks()).allMatch(this::silent);
        return nobody && finding.ambientFaulty() && sample.ambientQuality() >= Quality.STALE.code() ? blocks + 1 : blocks;
    }

    private boolean silent(int block) {
        return sample.temperatureQuality(block) >= Quality.STALE.code();
    }

    /** A trip that was demanded before a restart stays demanded until something is seen. */
    void demandUntilSeen() {
        demands |= !sees();
    }

    /** A missing value never clears: only a guard that sees takes a demand back. */
    private void demand() {
        boolean now = guard.stage() == RunawayStage.TRIP || guard.rule() == RunawayRule.HELD_BY_DISCHARGE;
        demands = now || demands && !sees();
    }

    /** Returns whether the last sample is one that a guard can take something back by. */
    private boolean sees() {
        int good = 0;
        for (int i = 0; i < sample.blocks(); i++) {
            good += sample.temperatureQuality(i) == Quality.GOOD.code() ? 1 : 0;
        }
        return finding.cannotProtect() == CannotProtect.NO && 2 * good >= sample.blocks();
    }

    /** Returns whether a block is at the temperature at which nobody may put a trip off. */
    boolean hot() {
        return guard.rule() == RunawayRule.TRIP_HOT;
    }

    /**
     * Returns whether the string feeds its load, or may do so for all that is known: what took its line away may have taken
     * the mains, too.
     */
    boolean discharging(long monotonicMillis) {
        boolean old = knownMonotonicMillis == Long.MIN_VALUE
                || monotonicMillis - knownMonotonicMillis > KNOWN_PERIODS * periodMillis;
        return old || state == StringState.DISCHARGE || finding.discharging()
                || finding.cannotProtect() == CannotProtect.DISCHARGE_UNKNOWN;
    }
}
