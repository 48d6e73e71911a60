// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.out.BreakerAct;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.CurrentSight;
import org.evenfloat.domain.trip.ProofPhase;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.ProofTest;
import org.evenfloat.domain.trip.TripMemento;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNotice;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripPhase;
import org.evenfloat.domain.trip.TripScene;
import org.evenfloat.domain.trip.TripSequence;
import org.evenfloat.domain.trip.TripTerms;

/** One breaker with its policy and its proof test: sees, decides, orders, and tells everything. For one thread. */
final class ProtectedBreaker {

    /** While it opens, answers and status are looked at so often. */
    private static final long LOOK_MILLIS = 100;

    /** A string that takes less than a healthy one in float carries none: half of the usual 0.4 mA/Ah. */
    private static final double NO_AMPS_PER_AMP_HOUR = 0.0002;
    /** And one that takes more than twice that certainly carries some. */
    private static final double FLOWING_AMPS_PER_AMP_HOUR = 0.001;
    /** Beyond so many times the error of its zero a current sensor cannot be wrong about it. */
    private static final double ZERO_ERRORS = 3;

    private final Breaker breaker;
    private final BreakerTerms siteTerms;
    private final TripTerms terms;
    private final List<ProtectedString> strings;
    private final BreakerWires wires;
    private final TripSequence sequence;
    private final ProofTest proof;
    private final BoostStop boostStop;
    private final TripSentence sentence;
    private final List<TripNotice> notices = new ArrayList<>();
    private CompletableFuture<RelayAnswer> order;
    private boolean ofProof;
    private boolean last;
    private TripScene scene;
    private TripPhase seenPhase = TripPhase.WATCHING;
    private long nextAskMillis = Long.MIN_VALUE;

    ProtectedBreaker(Breaker breaker, BreakerTerms siteTerms, List<ProtectedString> strings, BreakerWires wires) {
        this.breaker = breaker;
        this.siteTerms = siteTerms;
        this.terms = siteTerms.wired(breaker.secondTrip().isPresent(), breaker.status().isPresent());
        this.strings = List.copyOf(strings);
        this.wires = wires;
        this.sequence = new TripSequence(terms, notices::add);
        this.proof = new ProofTest(terms);
        this.boostStop = new BoostStop(wires);
        this.sentence = new TripSentence(breaker, terms);
    }

    Breaker breaker() {
        return breaker;
    }

    TripSequence sequence() {
        return sequence;
    }

    List<ProtectedString> strings() {
        return strings;
    }

    /** Returns whether its strings are cut off from the load, or are about to be. */
    boolean cutsOff() {
        return wires.sight() == BreakerSight.OPEN
                || sequence.phase() == TripPhase.OPEN || sequence.phase() == TripPhase.OPENING;
    }

    /** Says whether any other string would be left to the load. */
    void last(boolean noOther) {
        last = noOther;
    }

    /** Goes on from an earlier run. */
    void restore(GuardClock clock, TripMemento memento) {
        sequence.restore(clock.millis(), memento);
        seenPhase = sequence.phase();
        if (memento.demanded()) {
            strings.forEach(ProtectedString::demandUntilSeen);
        }
    }

    /** Takes a look, gives orders, and hands over what is new. */
    void step(GuardClock clock, long wallMillis, GuardNotes notes) {
        long now = clock.millis();
        takeAnswer(now, wallMillis, notes);
        TripScene seen = look(clock);
        boolean changed = !seen.equals(scene);
        scene = seen;
        TripOrder wanted = sequence.step(now, scene);
        TripOrder tested = wanted == TripOrder.NOTHING ? proof.step(now, scene) : TripOrder.NOTHING;
        if (wanted != TripOrder.NOTHING) {
            proof.abort("A trip was ordered while it ran.");
            give(wanted, false);
        } else if (tested != TripOrder.NOTHING && order == null) {
            give(tested, true);
        }
        if (changed || wanted != TripOrder.NOTHING || !notices.isEmpty() || sequence.phase() != seenPhase) {
            seenPhase = sequence.phase();
            notes.tell(new GuardNote.Stepped(
                    wallMillis, now, breaker.id(), scene, wanted, sequence.memento(now)));
        }
        if (waits() && terms.statusInput() && now >= nextAskMillis) {
            nextAskMillis = now + LOOK_MILLIS;
            wires.askInput();
        }
        boostStop.step(now, sequence.mode() == TripMode.ARMED
                && (stopsEqualizing() || strings.stream().anyMatch(string -> string.guard().bypassOff())));
        tell(wallMillis, notes);
    }

    private boolean waits() {
        return sequence.phase() == TripPhase.OPENING || proof.phase() == ProofPhase.OPENING;
    }

    private void give(TripOrder which, boolean test) {
        order = wires.open(which == TripOrder.SECOND_RELAY);
        ofProof = test;
    }

    private void takeAnswer(long now, long wallMillis, GuardNotes notes) {
        if (order == null || !order.isDone()) {
            return;
        }
        RelayAnswer answer = order.join();
        order = null;
        if (ofProof) {
            proof.answered(now, answer.done(), answer.why());
        } else {
            sequence.answered(now, answer.done());
            notes.tell(new GuardNote.Acted(wallMillis, now, breaker.id(),
                    new BreakerAct.Answered(answer.done(), answer.why()), "", sequence.memento(now)));
            sentence.answer(answer);
        }
    }

    private TripScene look(GuardClock clock) {
        boolean demanded = false;
        boolean hot = false;
        boolean discharging = false;
        for (ProtectedString string : strings) {
            demanded |= string.demandsTrip();
            hot |= string.hot();
            discharging |= string.discharging(clock.monotonicMillis());
        }
        return new TripScene(demanded, hot, discharging, last, wires.sight(), current());
    }

    private CurrentSight current() {
        boolean none = true;
        for (ProtectedString string : strings) {
            double amps = Math.abs(string.gather().currentAmps());
            double zero = string.string().currentZero().amperes();
            double ampHours = string.guarded().ampHours();
            if (amps > Math.max(ZERO_ERRORS * zero, FLOWING_AMPS_PER_AMP_HOUR * ampHours)) {
                return CurrentSight.FLOWS;
            }
            none &= amps <= Math.max(zero, NO_AMPS_PER_AMP_HOUR * ampHours);
        }
        return none ? CurrentSight.NONE : CurrentSight.UNKNOWN;
    }

    private void tell(long wallMillis, GuardNotes notes) {
        for (TripNotice notice : notices) {
            notes.tell(new GuardNote.Told(
                    wallMillis, breaker.id(), notice, sequence.mode(), sentence.of(notice, strings)));
        }
        notices.clear();
        Optional<ProofResult> ended = proof.takeResult();
        ended.ifPresent(result -> notes.tell(new GuardNote.Proved(wallMillis, breaker.id(), result)));
    }

    /** Does what a person wants; returns why not, for people, or empty when it is done. */
    Optional<String> act(GuardClock clock, long wallMillis, BreakerAct act, GuardNotes notes) {
        long now = clock.millis();
        Optional<String> refused;
        BreakerAct done = act;
        if (act instanceof BreakerAct.Veto veto) {
            refused = sequence.veto(now, veto.who(), veto.forMillis());
        } else if (act instanceof BreakerAct.Trip trip) {
            BreakerSight sight = wires.sight();
            refused = sequence.tripByHand(now, trip.who(), sight);
            done = new BreakerAct.Trip(trip.who(), sight, trip.reason());
        } else if (act instanceof BreakerAct.Release release) {
            refused = sequence.release(now, release.who(), release.second());
        } else if (act instanceof BreakerAct.Mode mode) {
            sequence.mode(now, mode.mode());
            refused = Optional.empty();
        } else {
            throw new IllegalArgumentException(act + " - what a person does");
        }
        notes.tell(new GuardNote.Acted(
                wallMillis, now, breaker.id(), done, refused.orElse(""), sequence.memento(now)));
        step(clock, wallMillis, notes);
        return refused;
    }

    /** Begins a proof test; returns why not, for people. */
    Optional<String> prove(GuardClock clock, long wallMillis, String who, GuardNotes notes) {
        if (sequence.phase() != TripPhase.WATCHING && sequence.phase() != TripPhase.WOULD_BE_OPEN) {
            return Optional.of("Its policy is at work (" + sequence.phase() + "): a test waits until it watches.");
        }
        Optional<String> refused = proof.begin(clock.millis(), who, look(clock));
        step(clock, wallMillis, notes);
        return refused;
    }

    /** Takes what a person saw in a proof test; returns why not, for people. */
    Optional<String> saw(GuardClock clock, long wallMillis, boolean opened, GuardNotes notes) {
        Optional<String> refused = proof.saw(clock.millis(), opened);
        step(clock, wallMillis, notes);
        return refused;
    }

    /** Ends a proof test; returns why not, for people. */
    Optional<String> abandon(GuardClock clock, long wallMillis, String who, GuardNotes notes) {
        if (proof.phase() == ProofPhase.NONE) {
            return Optional.of("No proof test runs.");
        }
        proof.abort("Ended by " + who + ".");
        step(clock, wallMillis, notes);
        return Optional.empty();
    }

    /** Returns whether equalizing of its strings must stop. */
    boolean stopsEqualizing() {
        return sequence.bypassOff();
    }

    /** Returns when a step is due although nothing new is known, on the clock of the guard, ms. */
    long dueMillis(long nowMillis) {
        long due = Math.min(sequence.dueMillis(), proof.dueMillis());
        return waits() || order != null ? Math.min(due, nowMillis + LOOK_MILLIS) : due;
    }

    /** Returns how it stands. */
    ViewProtection.GuardedBreaker view(GuardClock clock, long wallMillis) {
        TripScene seen = scene == null ? look(clock) : scene;
        return new ViewProtection.GuardedBreaker(
                breaker.id(), breaker.strings(), sequence.mode(), sequence.phase(), sequence.leftMillis(clock.millis()),
                wallMillis, sequence.vetoUsed(), seen.hot(), sequence.hold(), seen.sight(), seen.current(), last, terms,
                siteTerms.allowedInDischarge(), wires.broken(), proof.phase(), proof.by(), 0);
    }

    long proofIntervalMillis() {
        return siteTerms.proofIntervalMillis();
    }

    TripMode mode() {
        return sequence.mode();
    }
}
