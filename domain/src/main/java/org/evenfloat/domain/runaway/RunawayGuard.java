// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Optional;
import org.evenfloat.domain.state.StringState;

/**
 * Watches one string for a thermal runaway: temperatures above the air, how fast they rise, the float current, and
 * whether voltages and duties support a hot sensor. One step a minute in service; any other distance is taken, too.
 *
 * <p>A value that is not GOOD, or that no sensor can have read, is not there. The last good temperature of a block stands
 * in for at most 30 samples in a row: meanwhile its votes neither grow nor fall. After that it is blind, takes part in
 * no median, and its votes for a trip are taken back; those for warning and alarm stand. So a missing value never trips
 * and never clears. Call it with an empty sample when nothing has come: {@link #cannotProtect} needs the count.
 *
 * <p>The rules and their numbers: {@link RunawayConstants}. The same samples give the same findings, bit for bit, on every
 * Java. For one thread; a step allocates nothing.
 */
public final class RunawayGuard {

    /** No more time than that counts as time in float between two samples. */
    private static final double LONGEST_SECONDS = 900;

    private final GuardedString string;
    private final RunawayConstants constants;
    private final RunawayParts parts;
    private final RunawayDecision decision;
    private boolean begun;
    private long lastMillis;
    private String learntBy = "";
    private int wholes;
    private int numbers;
    private int rings;
    private StringState state = StringState.UNKNOWN;
    private CannotProtect cannotProtect = CannotProtect.NO_TEMPERATURES;

    /** Creates the guard of a string that knows nothing yet. */
    public RunawayGuard(GuardedString string, RunawayConstants constants) {
        this.string = string;
        this.constants = constants;
        this.parts = new RunawayParts(string, constants);
        this.decision = new RunawayDecision(string, constants.limits(), parts);
    }

    /**
     * Takes a sample.
     *
     * @return whether stage, rule or protection has changed, or a sensor has broken; false, and nothing changes, for a
     *     sample that is not later than the one before
     * @throws IllegalArgumentException when the sample has another number of blocks
     */
    public boolean step(RunawaySample sample) {
        if (sample.blocks() != string.blocks()) {
            throw new IllegalArgumentException("sample of " + sample.blocks() + " blocks - " + string.blocks()
                    + ", as string " + string.id());
        }
        if (begun && sample.monotonicMillis() <= lastMillis) {
            return false;
        }
        double dt = begun ? (sample.monotonicMillis() - lastMillis) / 1000.0 : 0;
        begun = true;
        lastMillis = sample.monotonicMillis();
        state = sample.state();
        RunawayRule ruleBefore = decision.rule();
        CannotProtect protectionBefore = cannotProtect;
        sense(sample, dt);
        vote(sample, dt);
        learn(sample, dt);
        cannotProtect = protection();
        decision.decide(state, cannotProtect == CannotProtect.DISCHARGE_UNKNOWN);
        return decision.rule() != ruleBefore || cannotProtect != protectionBefore || parts.sense.newFaults() > 0
                || parts.air.newFault();
    }

    private void sense(RunawaySample sample, double dt) {
        RunawayParts p = parts;
        p.sense.step(sample, dt);
        p.air.step(sample, dt, p.ranks.quarter(p.sense.counting()));
        p.ring.step(lastMillis, p.sense, p.air.filteredCelsius());
        p.now.step(dt, sample, p.sense, p.air.referenceCelsius(), p.baseline, p.ring.slopes(p.sense));
        p.voltages.step(sample, p.ranks);
        double amps = amps(sample);
        p.discharge.step(dt, amps, p.voltages);
        p.current.step(dt, amps, sample.meanDuty(), p.discharge.discharging());
        if (sample.state() == StringState.FLOAT && !p.discharge.discharging()) {
            p.means.add(dt, amps, sample);
        } else {
            p.means.restart();
        }
        p.sag.step(dt, sample, p.voltages.beside(), p.means, p.baseline, !Double.isNaN(p.current.filteredAmps()));
    }

    private double amps(RunawaySample sample) {
        return string.currentSensor() ? sample.amps() : Double.NaN;
    }

    private void vote(RunawaySample sample, double dt) {
        RunawayParts p = parts;
        boolean recent = p.discharge.recent();
        boolean mayTrip = string.tripInDischarge() || !p.discharge.discharging() && !p.discharge.unknown();
        boolean told = string.ampHours() > 0 && !p.discharge.discharging();
        p.current.compare(told, p.learning.refused());
        if (dt > constants.sensing().slopeSeconds()) {
            p.votes.forgetTrips();
        }
        p.votes.step(p.now, p.sense, p.ring.ambientSlope(), mayTrip, recent);
        if (Double.isNaN(p.current.filteredAmps())) {
            p.votes.current.clear();
        } else if (p.current.good() && !Double.isNaN(p.now.medianRise())) {
            p.votes.voteCurrent(p.current.ratio(), p.now.medianRise(), p.now.medianSlope(), recent);
        }
        p.classic.step(dt, p.sense, amps(sample));
    }

    private void learn(RunawaySample sample, double dt) {
        RunawayParts p = parts;
        double normalised = p.current.good() && string.ampHours() > 0
                ? p.current.normalisedAmps(p.voltages.meanVolts(), p.now.medianCelsius()) : Double.NaN;
        boolean learnt = p.learning.step(Math.min(dt, LONGEST_SECONDS), sample, p.discharge, p.sense, p.now, p.voltages,
                p.air, normalised, p.baseline);
        if (learnt) {
            p.current.learnAnew();
        }
        boolean settled = p.discharge.settled() && sample.state() == StringState.FLOAT;
        if (p.learning.state() == LearningState.LEARNT && settled) {
            p.current.learn(normalised);
        }
    }

    private CannotProtect protection() {
        int seeing = parts.sense.seeing();
        if (seeing == 0) {
            return CannotProtect.NO_TEMPERATURES;
        }
        if (seeing < constants.limits().leastSeeing() * string.blocks()) {
            return CannotProtect.TOO_FEW_TEMPERATURES;
        }
        boolean unknown = parts.discharge.unknown() && !string.tripInDischarge();
        return unknown ? CannotProtect.DISCHARGE_UNKNOWN : CannotProtect.NO;
    }

    /**
     * Has everything learnt anew, from the next twelve hours in float; what was learnt counts until then. A large float
     * current is then taken as normal, because somebody answers for it; a string that is warm is refused all the same.
     *
     * @param by name of who wants it
     * @throws IllegalArgumentException when the name is empty
     */
    public void learnAnew(String by) {
        if (by.isBlank()) {
            throw new IllegalArgumentException("learn anew, by: nothing - a name");
        }
        learntBy = by;
        parts.learning.anew();
    }

    /** Returns who had it learnt anew; empty when nobody did. */
    public String learntBy() {
        return learntBy;
    }

    /** Returns how far it has come. */
    public RunawayStage stage() {
        return decision.rule().stage();
    }

    /** Returns the rule that decided. */
    public RunawayRule rule() {
        return decision.rule();
    }

    /** Returns whether equalizing and boost must stop: at ALARM and above. */
    public boolean bypassOff() {
        return stage().compareTo(RunawayStage.ALARM) >= 0;
    }

    /** Returns why the string is not protected. */
    public CannotProtect cannotProtect() {
        return cannotProtect;
    }

    /** Returns whether the sensor of that block is broken. */
    public boolean sensorFaulty(int block) {
        return parts.sense.faulty(block);
    }

    /** Returns whether the air sensor is broken. */
    public boolean ambientFaulty() {
        return parts.air.faulty();
    }

    /** Returns how many sensors, that of the air included, broke in the last step. */
    public int newSensorFaults() {
        return parts.sense.newFaults() + (parts.air.newFault() ? 1 : 0);
    }

    /** Returns what is known of a block. */
    public BlockEvidence evidence(int block) {
        return parts.evidence(block);
    }

    /** Returns what it says and the numbers that decided. */
    public RunawayFinding finding() {
        RunawayParts p = parts;
        int block = decision.decisive() >= 0 ? decision.decisive() : p.now.hottest();
        Optional<BlockEvidence> decisive = block < 0 ? Optional.empty() : Optional.of(evidence(block));
        return new RunawayFinding(
                string.id(), stage(), rule(), decision.confirmation(), decisive, decision.blocks(), decision.limit(),
                p.air.referenceCelsius(), p.now.medianRise(), p.now.medianSlope(), p.current.filteredAmps(),
                p.current.ratio(), p.votes.current.votes(0), p.leadHours(constants.limits()), p.discharge.discharging(),
                p.discharge.recent(), p.air.substitute(), string.breakerMayNotStopIt(), cannotProtect, p.lost(string),
                p.learning.state(), p.faultySensors(), p.air.faulty());
    }

    /** Returns everything it remembers. */
    public RunawayMemento memento() {
        StateTape tape = StateTape.recordingLike(wholes, numbers, rings);
        visit(tape);
        RunawayMemento memento = tape.memento(string.blocks(), learntBy);
        wholes = memento.wholes().length;
        numbers = memento.numbers().length;
        rings = memento.rings().length;
        return memento;
    }

    /**
     * Goes on from what another guard of such a string remembered.
     *
     * @throws IllegalArgumentException when it is of another version or of a string of another size; nothing changes
     */
    public void restore(RunawayMemento memento) {
        RunawayMemento own = memento();
        boolean fits = memento.version() == RunawayMemento.VERSION && memento.blocks() == string.blocks()
                && memento.wholes().length == own.wholes().length && memento.numbers().length == own.numbers().length
                && memento.rings().length == own.rings().length;
        if (!fits) {
            throw new IllegalArgumentException(memento + ", string " + string.id() + " - version " + RunawayMemento.VERSION
                    + ", " + string.blocks() + " blocks");
        }
        visit(StateTape.of(memento));
        learntBy = memento.learntBy();
    }

    private void visit(StateTape tape) {
        begun = tape.flag(begun);
        lastMillis = tape.whole(lastMillis);
        state = StringState.values()[Math.floorMod(tape.count(state.ordinal()), StringState.values().length)];
        cannotProtect = CannotProtect.values()[
                Math.floorMod(tape.count(cannotProtect.ordinal()), CannotProtect.values().length)];
        parts.visit(tape);
        decision.decide(state, cannotProtect == CannotProtect.DISCHARGE_UNKNOWN);
    }
}
