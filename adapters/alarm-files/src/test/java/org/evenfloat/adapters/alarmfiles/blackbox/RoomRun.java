// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.evenfloat.application.port.out.BreakerAct;
import org.evenfloat.application.port.out.GuardNote;
import org.evenfloat.application.port.out.GuardTape;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.runaway.GuardedString;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayGuard;
import org.evenfloat.domain.runaway.RunawaySample;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.CurrentSight;
import org.evenfloat.domain.trip.LastString;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNotice;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripPhase;
import org.evenfloat.domain.trip.TripScene;
import org.evenfloat.domain.trip.TripSequence;
import org.evenfloat.domain.trip.TripTerms;

/** A string with its real guard, and a breaker with its real policy, whose notes go to a tape. A step is a minute. */
final class RoomRun {

    static final long EPOCH = 1_763_816_400_000L; // 2025-11-22T13:00:00Z
    static final TripTerms TERMS = new TripTerms(5 * 60_000, false, LastString.OPEN, true, true);
    private static final byte GOOD = Quality.GOOD.code();

    final TapedString taped;
    final Random random;
    final int[] centi;
    final RunawaySample sample;
    RunawayGuard guard;
    TripSequence sequence;
    GuardTape tape;
    long guardMillis = 1_000;
    int milliamps = 60;
    StringState state = StringState.FLOAT;
    BreakerSight sight = BreakerSight.CLOSED;
    boolean stuck;
    int failures;
    String firstFailure = "";
    private final List<TripNotice> notices = new ArrayList<>();
    private TripScene scene;
    private TripPhase seenPhase = TripPhase.WATCHING;

    RoomRun(String id, int blocks, long seed) {
        GuardedString string = new GuardedString(
                id, blocks, 6, 100, 0.15, 0.010, Chemistry.VRLA_AGM, true, true, false, Optional.empty());
        taped = new TapedString(string, IntStream.rangeClosed(1, blocks).mapToObj(i -> id + "-" + i).toList(),
                Optional.of(new TapedBreaker("Q" + id, TERMS, List.of(id))));
        random = new Random(seed);
        centi = new int[blocks];
        Arrays.fill(centi, 2_570);
        sample = new RunawaySample(blocks);
        guard = new RunawayGuard(string, RunawayConstants.STANDARD);
        sequence = new TripSequence(TERMS, notices::add);
        sequence.mode(0, TripMode.ARMED);
    }

    long atMillis() {
        return EPOCH + guardMillis;
    }

    private void tell(GuardNote note) {
        try {
            tape.record(note);
        } catch (IOException e) {
            failures++;
            firstFailure = firstFailure.isEmpty() ? e.toString() : firstFailure;
        }
    }

    /** Goes on for so many minutes. */
    RoomRun minutes(int count) {
        for (int i = 0; i < count; i++) {
            guardMillis += 60_000;
            sampleNow();
            look();
            while (sequence.phase() == TripPhase.OPENING && guardMillis % 60_000 < 50_000) {
                guardMillis += 100;
                look();
            }
        }
        return this;
    }

    /** Warms blocks up by so many hundredths a minute, for so many minutes. */
    RoomRun heat(int hundredths, int minutes, int... blocks) {
        for (int i = 0; i < minutes; i++) {
            for (int block : blocks) {
                centi[block] += hundredths;
            }
            minutes(1);
        }
        return this;
    }

    private void sampleNow() {
        sample.begin(guardMillis);
        for (int i = 0; i < centi.length; i++) {
            byte quality = random.nextInt(200) == 0 ? (byte) random.nextInt(4) : GOOD;
            sample.temperature(i, centi[i] + random.nextInt(9) - 4, quality);
            sample.voltage(i, 13_620 + random.nextInt(11) - 5, random.nextInt(200) == 0 ? (byte) 3 : GOOD);
            sample.duty(i, random.nextInt(60), random.nextInt(50) > 0);
        }
        sample.current(milliamps + random.nextInt(5), GOOD);
        sample.ambient(2_500 + random.nextInt(5), GOOD);
        sample.state(state, true, random.nextInt(3) > 0);
        boolean changed = guard.step(sample);
        tell(new GuardNote.Sampled(
                atMillis(), taped.string().id(), sample.copy(), guard.finding(), guard.memento(), changed));
    }

    /** Takes a look, and lets the breaker do what it is ordered. */
    void look() {
        boolean open = sight == BreakerSight.OPEN;
        TripScene seen = new TripScene(guard.stage() == RunawayStage.TRIP, false, false, false, sight,
                open ? CurrentSight.NONE : CurrentSight.FLOWS);
        boolean changed = !seen.equals(scene);
        scene = seen;
        TripOrder order = sequence.step(guardMillis, scene);
        if (changed || order != TripOrder.NOTHING || !notices.isEmpty() || sequence.phase() != seenPhase) {
            seenPhase = sequence.phase();
            tell(new GuardNote.Stepped(
                    atMillis(), guardMillis, breaker(), scene, order, sequence.memento(guardMillis)));
        }
        told();
        if (order != TripOrder.NOTHING) {
            sequence.answered(guardMillis, true);
            acted(new BreakerAct.Answered(true, ""), "");
            sight = stuck ? sight : BreakerSight.OPEN;
            milliamps = stuck ? milliamps : 0;
            state = stuck ? state : StringState.REST;
        }
    }

    private void told() {
        for (TripNotice notice : notices) {
            tell(new GuardNote.Told(atMillis(), breaker(), notice, sequence.mode(),
                    "Breaker " + breaker() + ": " + notice.news() + ", \"so\", it is."));
        }
        notices.clear();
    }

    private void acted(BreakerAct act, String refused) {
        tell(new GuardNote.Acted(
                atMillis(), guardMillis, breaker(), act, refused, sequence.memento(guardMillis)));
    }

    void veto(String who, long forMillis) {
        Optional<String> refused = sequence.veto(guardMillis, who, forMillis);
        acted(new BreakerAct.Veto(who, forMillis, "is looked at; \"warm\", not hot\nsecond line \\ end"),
                refused.orElse(""));
        look();
    }

    void learnAnew(String by) {
        guard.learnAnew(by);
        tell(new GuardNote.LearnsAnew(atMillis(), guardMillis, taped.string().id(), by));
    }

    String breaker() {
        return taped.breaker().orElseThrow().id();
    }

    /** Goes on as after a restart: from mementos, with another tape. */
    RoomRun restart(GuardTape other) {
        RunawayGuard next = new RunawayGuard(taped.string(), RunawayConstants.STANDARD);
        next.restore(guard.memento());
        guard = next;
        TripSequence again = new TripSequence(TERMS, notices::add);
        again.restore(guardMillis, sequence.memento(guardMillis));
        sequence = again;
        seenPhase = sequence.phase();
        scene = null;
        tape = other;
        return this;
    }

    /** A runaway from its beginning to a string that has cooled down, but for the day that a box still follows. */
    RoomRun runaway() {
        minutes(13 * 60);
        heat(20, 90, 0, 1, 2);
        minutes(30);
        return heat(-10, 180, 0, 1, 2);
    }
}
