// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.time.InstantSource;
import java.util.BitSet;
import java.util.function.Supplier;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.CalibrationColumns;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Plausibility;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/** Polls one line: fill from the image before, poll, plausibility, freeze. Owned by the line's thread. */
public final class LineSweeper {

    private final LineRoster roster;
    private final ModuleBus bus;
    private final LineCare care;
    private final RelayCare relays;
    private final Supplier<CalibrationColumns> calibrations;
    private final Plausibility plausibility;
    private final InstantSource wallClock;
    private final MonotonicClock monotonicClock;
    private final OrderBox orders;
    private final EqualizeOrder order;
    private boolean ordered;
    private SweepImage previous;
    private volatile String problem = "";

    /**
     * Makes the sweeper of one line.
     *
     * @param calibrations gives what corrects the readings of its modules; asked once a sweep, never waits
     */
    public LineSweeper(
            LineRoster roster, ModuleBus bus, LineCare care, RelayCare relays, OrderBox orders,
            Supplier<CalibrationColumns> calibrations, InstantSource wallClock, MonotonicClock monotonicClock) {
        this.roster = roster;
        this.bus = bus;
        this.care = care;
        this.relays = relays;
        this.orders = orders;
        this.calibrations = calibrations;
        this.order = orders.emptyOrder();
        this.plausibility = new Plausibility(roster);
        this.wallClock = wallClock;
        this.monotonicClock = monotonicClock;
    }

    /**
     * Does one sweep.
     *
     * @param betweenFrames called whenever the line is free for a moment
     * @return what it saw; a line that cannot be used gives an image of MISSING values
     */
    public SweepImage sweep(Runnable betweenFrames) {
        SweepFill fill = previous == null ? SweepFill.first(roster) : SweepFill.after(roster, previous);
        fill.sampledAt(wallClock.millis(), monotonicClock.millis());
        BitSet attention = poll(fill, betweenFrames);
        calibrations.get().apply(fill);
        care.fill(fill);
        plausibility.check(fill, care.duplicates());
        care.note(attention, fill);
        relays.note(fill);
        previous = fill.freeze();
        return previous;
    }

    private BitSet poll(SweepFill fill, Runnable betweenFrames) {
        try {
            BitSet attention = bus.sweep(fill, betweenFrames);
            problem = "";
            fillDuty(fill);
            return attention;
        } catch (LineFailure failure) {
            problem = failure.getMessage();
            fill.lineDown();
            return new BitSet();
        }
    }

    /** Sends the conductor's newest order, if there is a new one. */
    public void equalize() {
        if (!orders.fetch(order)) {
            return;
        }
        ownMillivolts();
        try {
            bus.equalize(order);
            ordered = true;
        } catch (LineFailure failure) {
            problem = failure.getMessage();
        }
    }

    /** A module that regulates by itself compares its own, uncorrected voltage. */
    private void ownMillivolts() {
        CalibrationColumns columns = calibrations.get();
        int[] duty = order.dutyTenThousandths();
        int[] target = order.targetMillivolts();
        for (int row = 0; row < duty.length; row++) {
            if (duty[row] == EqualizeOrder.BY_ITSELF) {
                target[row] = columns.rawTargetMillivolts(row, target[row]);
            }
        }
    }

    /**
     * Looks after modules that want attention, relay modules, and resistances that are due, a bounded number a call.
     *
     * @param betweenFrames called whenever the line is free for a moment
     */
    public void care(Runnable betweenFrames) {
        try {
            relays.work();
            care.work(monotonicClock.millis(), betweenFrames);
        } catch (LineFailure failure) {
            problem = failure.getMessage();
        }
    }

    /** Returns why the line could not be used, for people; empty while it can. */
    public String problem() {
        return problem;
    }

    private void fillDuty(SweepFill fill) {
        if (!ordered) {
            return;
        }
        int[] duty = order.dutyTenThousandths();
        for (int row = 0; row < duty.length; row++) {
            if (duty[row] >= 0) {
                fill.set(MeasurementKind.DUTY, row, (duty[row] + 5) / 10, Quality.GOOD);
            }
        }
    }
}
