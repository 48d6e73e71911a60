// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.domain.equalize.DutyLimit;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.equalize.Equalizer;
import org.evenfloat.domain.equalize.EqualizerTuning;
import org.evenfloat.domain.equalize.TargetOnlyLaw;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.state.StateRecognizer;
import org.evenfloat.domain.state.StringMean;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.ModuleType;

/** One string under decision: gathers its blocks, recognises its state, equalizes it, tells its news. */
public final class StringWatch {

    /** The integrators are kept this often (a warm restart needs nothing fresher). */
    private static final long KEEP_MILLIS = 10 * 60_000;

    /** Values of another line count as fresh for so many sweep periods of the string's slowest line. */
    private static final int FRESH_PERIODS = 2;

    /** A compensated charger cannot be compared with a configured voltage far from 25 °C. */
    private static final double COMPARABLE_KELVIN = 3;

    private final BatteryString string;
    private final StringLayout layout;
    private final OrderBox[] orders;
    private final ModuleRegister register;
    private final StringNews news;
    private final StringGather gather;
    private final IntFunction<SweepImage> newest;
    private final EqualizingBoard board;
    private final int index;
    private final StringMean mean;
    private final StateRecognizer recognizer;
    private final Equalizer equalizer;
    private final TargetOnlyLaw targetOnly;
    private final double[] limit;
    private final long[] excludedUntil;
    private final long periodMillis;
    private volatile boolean equalizing;
    private StringState state = StringState.UNKNOWN;
    private long stateSinceMillis;
    private long lastMonotonicMillis = Long.MIN_VALUE;
    private long keptMonotonicMillis = Long.MIN_VALUE;
    private long convergedSinceMillis;
    private List<StringStatus.BlockRemark> notCorrectable = List.of();
    private List<StringStatus.BlockRemark> excluded = List.of();

    /**
     * Makes the watch of one string.
     *
     * @param periodMillis longest sweep period of the string's lines, see {@link SiteView#lines}
     * @param orders boxes of all lines, in the order of the site
     * @param board tells the guard what the equalizer does, and whether the guard has it stopped
     */
    public StringWatch(
            BatteryString string, SiteView view, int index, long periodMillis, OrderBox[] orders,
            ModuleRegister register, StringNews news, EqualizingBoard board) {
        this.string = string;
        this.layout = view.layouts().get(index);
        this.orders = orders;
        this.register = register;
        this.news = news;
        this.periodMillis = periodMillis;
        this.gather = new StringGather(layout, FRESH_PERIODS * periodMillis);
        this.newest = view::newest;
        this.board = board;
        this.index = index;
        this.mean = new StringMean(string.size(), string.blockType().cells());
        this.recognizer = new StateRecognizer(
                string.blockType().profile().chemistry(), string.blockType().capacity().ampHours(),
                string.currentZero().amperes());
        double periodSeconds = periodMillis / 1000.0;
        this.equalizer = new Equalizer(
                string,
                EqualizerTuning.of(string.blockType(), string.moduleType(), periodSeconds, periodSeconds));
        this.targetOnly = string.moduleType().control() == ModuleType.Control.TARGET
                ? new TargetOnlyLaw(string.blockType().cells()) : null;
        this.limit = new double[string.size()];
        this.equalizing = string.equalizing();
        this.excludedUntil = new long[string.size()];
    }

    /** Returns the status of a string of which nothing is known yet. */
    static StringStatus unknown(BatteryString string) {
        return new StringStatus(
                string.id(), 0, StringState.UNKNOWN, 0, 0, null, null, 0, 0, 0, 0, null, null, 0,
                string.equalizing() ? EqualizingPhase.PAUSED : EqualizingPhase.OFF, 0, 0, List.of(), List.of(), false);
    }

    /** Takes over integrators kept by an earlier run; false when they do not fit. */
    public boolean restore(double[] z) {
        return equalizer.restore(z);
    }

    /**
     * Lets the string be equalized or its equalizer rest, from its next sweep on: duties are 0 then, the integrators
     * keep. Safe for several threads.
     */
    public void equalizing(boolean wanted) {
        equalizing = wanted;
    }

    /** Returns the id of the string. */
    public String id() {
        return string.id();
    }

    StringLayout layout() {
        return layout;
    }

    StringGather gather() {
        return gather;
    }

    Equalizer equalizer() {
        return equalizer;
    }

    StringState state() {
        return state;
    }

    IntStream lines() {
        return Arrays.stream(layout.lines());
    }

    double[] integrators() {
        return equalizer.integrators();
    }

    /** Returns the integrators when it is time to keep them, else null. */
    double[] toKeep(long monotonicMillis) {
        if (keptMonotonicMillis == Long.MIN_VALUE) {
            keptMonotonicMillis = monotonicMillis;
        }
        if (monotonicMillis - keptMonotonicMillis < KEEP_MILLIS) {
            return null;
        }
        keptMonotonicMillis = monotonicMillis;
        return equalizer.integrators();
    }

    /** Decides on the newest values; {@code trigger} is the image of the lead line. */
    StringStatus step(SiteView view, SweepImage trigger) {
        long now = trigger.sampledMonotonicMillis();
        long wall = trigger.sampledAtMillis();
        gather.take(newest, now);
        recognize(now, wall);
        exclude(wall);
        for (int i = 0; i < limit.length; i++) {
            limit[i] = DutyLimit.of(Double.NaN, DutyLimit.MODULE_MAX_CELSIUS, gather.celsius(i));
        }
        double dtSeconds = (lastMonotonicMillis == Long.MIN_VALUE ? periodMillis : now - lastMonotonicMillis) / 1000.0;
        lastMonotonicMillis = now;
        // Without a single good value nothing is known of the string: no duty rests on memory alone.
        boolean allowed = equalizing && gather.good() > 0 && !board.stopped(index);
        equalizer.step(dtSeconds, state, allowed, gather.volts(), limit, floatVolts());
        order(dtSeconds);
        board.show(index, equalizer);
        tell(wall);
        return status(wall);
    }

    private void recognize(long now, long wall) {
        StringState before = state;
        state = recognizer.update(now, mean.update(gather.volts()), gather.currentAmps());
        if (state != before || stateSinceMillis == 0) {
            stateSinceMillis = wall;
        }
        if (state != before) {
            news.state(string, before, state, gather);
        }
    }

    private void exclude(long wall) {
        for (int i = 0; i < excludedUntil.length; i++) {
            long until = register.excludedUntilMillis(string.blocks().get(i).id());
            if (until != excludedUntil[i]) {
                excludedUntil[i] = until;
                equalizer.excludeReplaced(i, (until - wall) / 1000.0);
            }
        }
    }

    private double floatVolts() {
        boolean comparable = Math.abs(gather.meanCelsius() - 25) <= COMPARABLE_KELVIN;
        return comparable ? string.blockType().floatMillivolts() / 1000.0 : Double.NaN;
    }

    private void order(double dtSeconds) {
        double target = equalizer.targetVolts();
        if (targetOnly != null && equalizer.enabled()) {
            target = targetOnly.step(dtSeconds, equalizer.targetVolts(), equalizer.lowestVolts(), Double.NaN);
        }
        int millivolts = target > 0 ? (int) Math.round(target * 1000) : 0;
        for (int i = 0; i < layout.rows().length; i++) {
            int duty = (int) Math.round(equalizer.duty(i) * EqualizeOrder.FULL);
            if (targetOnly != null) {
                duty = equalizer.enabled() && millivolts > 0 && equalizer.mayBypass(i) ? EqualizeOrder.BY_ITSELF : 0;
            }
            orders[layout.lines()[i]].set(layout.rows()[i], duty, millivolts);
        }
    }

    private void tell(long wall) {
        boolean converged = equalizer.diagnosis().converged();
        if (converged != convergedSinceMillis > 0) {
            convergedSinceMillis = converged ? wall : 0;
            keptMonotonicMillis = converged ? keptMonotonicMillis - KEEP_MILLIS : keptMonotonicMillis;
        }
        notCorrectable = news.notCorrectable(string, equalizer, notCorrectable);
        excluded = news.excluded(string, equalizer, gather, excluded);
        news.convergence(string, equalizer);
        news.charger(string, equalizer);
    }

    private StringStatus status(long wall) {
        double target = equalizer.targetVolts();
        return new StringStatus(
                string.id(),
                wall,
                state,
                stateSinceMillis,
                gather.good(),
                millivolts(gather.meanVolts() * string.size()),
                millivolts(gather.meanVolts()),
                gather.lowestMillivolts(),
                gather.lowestBlock(),
                gather.highestMillivolts(),
                gather.highestBlock(),
                gather.currentMilliamps(),
                gather.ambientCentidegrees(),
                target > 0 ? (int) Math.round(target * 1000) : 0,
                phase(),
                convergedSinceMillis,
                (int) Math.round(equalizer.largestDuty() * 1000),
                notCorrectable,
                excluded,
                equalizer.diagnosis().chargerMisSet());
    }

    private static Integer millivolts(double volts) {
        return Double.isNaN(volts) ? null : (Integer) (int) Math.round(volts * 1000);
    }

    private EqualizingPhase phase() {
        if (!equalizing) {
            return EqualizingPhase.OFF;
        }
        if (!equalizer.enabled()) {
            return EqualizingPhase.PAUSED;
        }
        if (equalizer.diagnosis().notCorrectable()) {
            return EqualizingPhase.NOT_CORRECTABLE;
        }
        return equalizer.diagnosis().converged() ? EqualizingPhase.CONVERGED : EqualizingPhase.WORKING;
    }
}
