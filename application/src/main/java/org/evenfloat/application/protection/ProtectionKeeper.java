// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.application.port.out.GuardTape;
import org.evenfloat.application.port.out.SafetyMemory;
import org.evenfloat.application.port.out.SafetyMemory.KeptBreaker;
import org.evenfloat.application.port.out.SafetyMemory.KeptGuard;
import org.evenfloat.application.port.out.SafetyMemoryFailure;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.runaway.CannotProtect;
import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.runaway.RunawayRule;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.BreakerPast.Deed;
import org.evenfloat.domain.trip.BreakerPast.Proof;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripMemento;

/**
 * Keeps, tells and records what the guard's thread hands over. It may wait for a disk; the guard does not wait for it.
 * For one thread, but {@link #problem}.
 */
public final class ProtectionKeeper {

    private final Site site;
    private final SafetyMemory memory;
    private final GuardTape tape;
    private final EventSink events;
    private final ProtectionView view;
    private final GuardNotes notes;
    private final Map<String, KeptBreaker> breakers = new HashMap<>();
    private final Map<String, RunawayFinding> findings = new HashMap<>();
    private volatile String memoryProblem = "";
    private volatile String tapeProblem = "";
    private volatile boolean losing;
    private long lostBefore;

    public ProtectionKeeper(
            Site site, SafetyMemory memory, GuardTape tape, EventSink events, ProtectionView view, GuardNotes notes) {
        this.site = site;
        this.memory = memory;
        this.tape = tape;
        this.events = events;
        this.view = view;
        this.notes = notes;
    }

    /** Hands what was kept over to the desk, before its thread starts. What cannot be read is told; the rest goes on. */
    public void restore(ProtectionDesk desk) {
        List<KeptGuard> guards = new ArrayList<>();
        List<KeptBreaker> kept = new ArrayList<>();
        site.strings().map(BatteryString::id).forEach(id -> {
            try {
                memory.guard(id).ifPresent(guards::add);
            } catch (SafetyMemoryFailure failure) {
                memoryFails(failure);
            }
        });
        site.breakers().forEach(breaker -> {
            try {
                memory.breaker(breaker.id()).ifPresent(kept::add);
            } catch (SafetyMemoryFailure failure) {
                memoryFails(failure);
            }
        });
        kept.forEach(one -> {
            breakers.put(one.breaker(), one);
            view.past(one.breaker(), one.past());
        });
        desk.restore(guards, kept);
    }

    /** Takes a note. */
    public void take(GuardNote note) {
        tell(note);
        long lost = notes.lost();
        losing = lost != lostBefore;
        lostBefore = lost;
        try {
            keep(note);
            memoryProblem = "";
        } catch (SafetyMemoryFailure failure) {
            memoryFails(failure);
        }
        try {
            if (notes.missing() > 0) {
                tape.lost(notes.missing());
            }
            tape.record(note);
            tapeProblem = "";
        } catch (IOException failure) {
            tapeProblem = "What the guard decides on cannot be recorded: " + failure.getMessage();
        }
    }

    private void memoryFails(SafetyMemoryFailure failure) {
        memoryProblem = failure.getMessage();
    }

    private void keep(GuardNote note) throws SafetyMemoryFailure {
        if (note instanceof GuardNote.Sampled sampled) {
            memory.keep(new KeptGuard(sampled.string(), sampled.atMillis(), sampled.sample().monotonicMillis(),
                    sampled.memento()));
        } else if (note instanceof GuardNote.Stepped stepped) {
            keep(stepped.breaker(), stepped.atMillis(), stepped.after());
        } else if (note instanceof GuardNote.Acted acted) {
            keep(acted.breaker(), acted.atMillis(), acted.after());
        } else if (note instanceof GuardNote.Told told) {
            List<Deed> deeds = new ArrayList<>(past(told.breaker()).deeds());
            deeds.add(0, new Deed(told.atMillis(), told.notice().news(), told.mode(), told.notice().who(),
                    told.notice().attempt(), told.text()));
            keep(told.breaker(), new BreakerPast(
                    deeds.subList(0, Math.min(BreakerPast.MOST_DEEDS, deeds.size())), past(told.breaker()).proofs()));
        } else if (note instanceof GuardNote.Proved proved) {
            List<Proof> proofs = new ArrayList<>(past(proved.breaker()).proofs());
            proofs.add(0, new Proof(proved.atMillis(), proved.result()));
            keep(proved.breaker(), new BreakerPast(
                    past(proved.breaker()).deeds(), proofs.subList(0, Math.min(BreakerPast.MOST_PROOFS, proofs.size()))));
        }
    }

    private BreakerPast past(String breaker) {
        return kept(breaker).past();
    }

    private KeptBreaker kept(String breaker) {
        BreakerPast nothing = new BreakerPast(List.of(), List.of());
        return breakers.getOrDefault(breaker, new KeptBreaker(breaker, 0, TripMemento.NEW, nothing));
    }

    private void keep(String breaker, long atMillis, TripMemento trip) throws SafetyMemoryFailure {
        KeptBreaker was = kept(breaker);
        keep(new KeptBreaker(breaker, atMillis, trip, was.past()));
    }

    private void keep(String breaker, BreakerPast past) throws SafetyMemoryFailure {
        KeptBreaker was = kept(breaker);
        keep(new KeptBreaker(breaker, was.atMillis(), was.trip(), past));
        view.past(breaker, past);
    }

    private void keep(KeptBreaker now) throws SafetyMemoryFailure {
        breakers.put(now.breaker(), now);
        memory.keep(now);
    }

    private void tell(GuardNote note) {
        if (note instanceof GuardNote.Told told) {
            events.happened(EventKind.BREAKER_POLICY, told.breaker(), told.text());
        } else if (note instanceof GuardNote.Proved proved) {
            events.happened(EventKind.BREAKER_PROVED, proved.breaker(), sentence(proved.breaker(), proved.result()));
        } else if (note instanceof GuardNote.LearnsAnew learns) {
            events.happened(EventKind.GUARD_LEARNS, learns.string(), "The guard of string " + learns.string()
                    + " learns offsets, references and the normal float current anew, because of " + learns.by() + ".");
        } else if (note instanceof GuardNote.Sampled sampled && sampled.changed()) {
            sampled(sampled);
        }
    }

    private void sampled(GuardNote.Sampled sampled) {
        RunawayFinding before = findings.put(sampled.string(), sampled.finding());
        RunawayFinding now = sampled.finding();
        BatteryString string = site.string(sampled.string()).orElseThrow();
        RunawayRule rule = before == null ? RunawayRule.NONE : before.rule();
        if (now.rule() != rule) {
            events.happened(EventKind.RUNAWAY_STAGE, sampled.string(), now.stage() + ": "
                    + RunawaySentence.of(string, now) + ".");
        }
        CannotProtect was = before == null ? CannotProtect.NO : before.cannotProtect();
        if (now.cannotProtect() != was) {
            events.happened(EventKind.PROTECTION, sampled.string(), now.cannotProtect() == CannotProtect.NO
                    ? "String " + sampled.string() + " is protected again."
                    : "String " + sampled.string() + " cannot be protected: "
                            + RunawaySentence.unprotected(now.cannotProtect()) + ".");
        }
    }

    private static String sentence(String breaker, ProofResult result) {
        return "Proof test of breaker " + breaker + " by " + result.by() + (result.passed() ? ": passed"
                + (result.openedMillis() > 0 ? ", open after " + result.openedMillis() + " ms" : "") + "."
                : ": failed. " + result.why());
    }

    /** Returns why something cannot be kept or recorded, for people; empty while everything can. Any thread. */
    public String problem() {
        String lost = losing ? "Notes of the guard were lost, because the disk did not take them in time." : "";
        return !memoryProblem.isEmpty() ? memoryProblem : !tapeProblem.isEmpty() ? tapeProblem : lost;
    }
}
