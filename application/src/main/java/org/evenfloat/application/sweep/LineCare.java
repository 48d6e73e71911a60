// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.commissioning.ModuleRegister;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.ModuleStatus;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.ResistanceReading;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleIdentity;

/**
 * What a line's modules need beside polling: asked for their identity when they appear, for the reason when they want
 * attention, and for their resistance when it is due. A few exchanges a sweep, so that none of it slows the line.
 */
public final class LineCare {

    /** Modules looked after in one call; each costs one to three exchanges. */
    private static final int MODULES_A_CALL = 8;

    /** One module in so many measures its resistance at a time (docs/module-bus.md, 7). */
    private static final int RESISTANCE_SHARE = 16;

    /** A started measurement is given up after this time; it takes 3 s at most. */
    private static final long RESISTANCE_PATIENCE_MILLIS = 60_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final LineRoster roster;
    private final ModuleBus bus;
    private final ModuleRegister register;
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
    private final BitSet queued;
    private final BitSet answering;
    private final BitSet unidentified;
    private final int[] microohms;
    private final long[] measuredMillis;
    private final long[] startedMillis;
    private final long[] notBeforeMillis;
    private final BitSet measuring;
    private final BitSet duplicates;
    private int nextResistance;
    private boolean scheduled;
    private volatile boolean resistancesAllowed = true;
    private volatile long resistancePeriodMillis;

    /**
     * Makes the care of one line.
     *
     * @param resistancePeriodMillis time between two resistances of a module; 0 measures none
     */
    public LineCare(LineRoster roster, ModuleBus bus, ModuleRegister register, long resistancePeriodMillis) {
        this.roster = roster;
        this.bus = bus;
        this.register = register;
        this.resistancePeriodMillis = resistancePeriodMillis;
        int modules = roster.moduleCount();
        this.queued = new BitSet(modules);
        this.answering = new BitSet(modules);
        this.unidentified = new BitSet(modules);
        this.measuring = new BitSet(modules);
        this.duplicates = new BitSet(modules);
        this.microohms = new int[modules];
        this.measuredMillis = new long[modules];
        this.startedMillis = new long[modules];
        this.notBeforeMillis = new long[modules];
        Arrays.fill(measuredMillis, NEVER);
        Arrays.fill(startedMillis, NEVER);
    }

    /** Allows or forbids starting resistance measurements; they are forbidden while a string of the line discharges. */
    public void allowResistances(boolean allowed) {
        resistancesAllowed = allowed;
    }

    /**
     * Sets the time between two resistances of a module, from the next sweep on; 0 measures none. Safe for several
     * threads.
     */
    public void measureResistancesEvery(long periodMillis) {
        resistancePeriodMillis = periodMillis;
    }

    /** Returns the rows whose address several devices share. */
    BitSet duplicates() {
        return duplicates;
    }

    /** Puts the newest resistances into an image: GOOD for two periods, then STALE. */
    void fill(SweepFill fill) {
        for (int row = 0; row < microohms.length; row++) {
            if (measuredMillis[row] != NEVER) {
                long ageMillis = fill.sampledMonotonicMillis() - measuredMillis[row];
                Quality quality = ageMillis <= 2 * resistancePeriodMillis ? Quality.GOOD : Quality.STALE;
                fill.set(MeasurementKind.RESISTANCE, row, microohms[row], quality);
            }
        }
    }

    /** Takes note of modules that want attention or have just appeared. */
    void note(BitSet attention, SweepFill fill) {
        for (int row = 0; row < roster.moduleCount(); row++) {
            boolean answers = fill.quality(MeasurementKind.VOLTAGE, row).code() < Quality.STALE.code();
            boolean appeared = answers && !answering.get(row);
            answering.set(row, answers);
            if (appeared) {
                unidentified.set(row);
            }
            if ((appeared || attention.get(row)) && !queued.get(row)) {
                queued.set(row);
                waiting.add(row);
            }
        }
    }

    void work(long nowMillis, Runnable betweenFrames) throws LineFailure {
        for (int i = 0; i < MODULES_A_CALL && !waiting.isEmpty(); i++) {
            betweenFrames.run();
            int row = waiting.element();
            look(row, nowMillis);
            // Only now: a module whose turn ended in a failure of the line keeps it.
            waiting.remove();
            queued.clear(row);
        }
        if (resistancePeriodMillis > 0 && resistancesAllowed && waiting.isEmpty()) {
            startResistances(nowMillis, betweenFrames);
        }
    }

    private void look(int row, long nowMillis) throws LineFailure {
        int address = roster.moduleAddress(row);
        Optional<ModuleStatus> status = bus.status(address);
        if (status.isEmpty()) {
            List<ModuleIdentity> devices = bus.identifyAll(address);
            if (devices.size() > 1) {
                duplicates.set(row);
                register.duplicate(roster, row, devices);
            }
            return;
        }
        duplicates.clear(row);
        register.alone(roster, row);
        if (status.get().restarted()) {
            unidentified.set(row);
        }
        if (status.get().resistanceReady()) {
            Optional<ResistanceReading> reading = bus.resistance(address);
            if (reading.isPresent()) {
                microohms[row] = reading.get().microohms();
                measuredMillis[row] = nowMillis - reading.get().ageSeconds() * 1000L;
                measuring.clear(row);
            }
        }
        if (unidentified.get(row) || !register.knows(roster, row)) {
            Optional<ModuleIdentity> identity = bus.identify(address);
            if (identity.isPresent()) {
                identified(row, identity.get(), nowMillis);
            }
        }
    }

    private void identified(int row, ModuleIdentity identity, long nowMillis) {
        unidentified.clear(row);
        if (register.found(roster, row, identity)) {
            measuredMillis[row] = NEVER;
            startedMillis[row] = NEVER;
            notBeforeMillis[row] = nowMillis;
        }
    }

    private void startResistances(long nowMillis, Runnable betweenFrames) throws LineFailure {
        int modules = roster.moduleCount();
        if (!scheduled) {
            Arrays.fill(notBeforeMillis, nowMillis);
            scheduled = true;
        }
        int places = Math.max(1, modules / RESISTANCE_SHARE) - measuring.cardinality();
        int starts = Math.min(places, MODULES_A_CALL);
        for (int looked = 0; looked < modules && starts > 0; looked++) {
            int row = nextResistance;
            nextResistance = (nextResistance + 1) % modules;
            if (!due(row, nowMillis) || !answering.get(row)) {
                continue;
            }
            starts--;
            betweenFrames.run();
            if (bus.startResistance(roster.moduleAddress(row))) {
                measuring.set(row);
                startedMillis[row] = nowMillis;
            } else {
                notBeforeMillis[row] = nowMillis + RESISTANCE_PATIENCE_MILLIS;
            }
        }
        giveUp(nowMillis);
    }

    private boolean due(int row, long nowMillis) {
        boolean since = startedMillis[row] == NEVER || nowMillis - startedMillis[row] >= resistancePeriodMillis;
        return since && nowMillis >= notBeforeMillis[row];
    }

    private void giveUp(long nowMillis) {
        for (int row = measuring.nextSetBit(0); row >= 0; row = measuring.nextSetBit(row + 1)) {
            if (nowMillis - startedMillis[row] > RESISTANCE_PATIENCE_MILLIS) {
                measuring.clear(row);
            }
        }
    }
}
