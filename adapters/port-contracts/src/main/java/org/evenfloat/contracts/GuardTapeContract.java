// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripMemento;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNews;
import org.evenfloat.domain.trip.TripNotice;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripScene;
import org.evenfloat.domain.trip.TripSequence;
import org.evenfloat.domain.trip.TripTerms;
import org.junit.jupiter.api.Test;

/** What every {@link GuardTape} does: takes every sort of note, and makes a black box when a string is not calm. */
public abstract class GuardTapeContract {

    /** The string of which notes are handed over: 4 blocks, disconnected by breaker Q1. */
    protected static final GuardedString STRING = new GuardedString(
            "A1", 4, 6, 100, 0.15, 0.010, Chemistry.VRLA_AGM, true, true, false, Optional.empty());
    /** The terms of its breaker. */
    protected static final TripTerms TERMS = new TripTerms(60_000, false, LastString.OPEN, false, true);

    private static final long EPOCH = 1_763_816_400_000L;

    /** Opens the tape, at first empty; once more on what was recorded before, as after a restart. */
    protected abstract GuardTape openTape() throws Exception;

    /** Returns how many black boxes there are, sealed or not. */
    protected abstract int boxes() throws Exception;

    private final RunawayGuard guard = new RunawayGuard(STRING, RunawayConstants.STANDARD);
    private long millis = 1;

    private GuardNote.Sampled sample(int hundredths) {
        millis += 60_000;
        RunawaySample sample = new RunawaySample(STRING.blocks());
        sample.begin(millis);
        for (int i = 0; i < STRING.blocks(); i++) {
            sample.temperature(i, i == 0 ? hundredths : 2_570, Quality.GOOD.code());
            sample.voltage(i, 13_600, Quality.GOOD.code());
        }
        sample.current(60, Quality.GOOD.code());
        sample.ambient(2_500, Quality.GOOD.code());
        sample.state(StringState.FLOAT, false, false);
        boolean changed = guard.step(sample);
        return new GuardNote.Sampled(EPOCH + millis, "A1", sample, guard.finding(), guard.memento(), changed);
    }

    private static TripMemento watching() {
        return new TripSequence(TERMS, notice -> { }).memento(0);
    }

    @Test
    void takesEverySortOfNoteInAnyOrder() throws Exception {
        TripScene scene = new TripScene(false, false, false, false, BreakerSight.CLOSED, CurrentSight.FLOWS);
        SeededCases.check("it is taken", 20, draw -> {
            GuardTape tape = openTape();
            for (int i = draw.between(1, 30); i > 0; i--) {
                long at = EPOCH + millis;
                tape.record(draw.pick(List.of(
                        sample(2_570), new GuardNote.LearnsAnew(at, millis, "A1", "Süd; \"電\"\n=1+1"),
                        new GuardNote.Stepped(at, millis, "Q1", scene, TripOrder.NOTHING, watching()),
                        new GuardNote.Acted(at, millis, "Q1", draw.pick(List.of(
                                new BreakerAct.Mode(TripMode.ARMED, "Eva", "x; y=z"), new BreakerAct.Veto("", 1, "\\"),
                                new BreakerAct.Trip("Eva", BreakerSight.UNKNOWN, ""),
                                new BreakerAct.Release("Eva", "Bob", "1;2"), new BreakerAct.Answered(false, "silent"))),
                                "no, \"never\"", watching()),
                        new GuardNote.Told(at, "Q1", new TripNotice(millis, TripNews.RELEASED, "Eva, Bob", 3),
                                TripMode.SHADOW, "Breaker Q1 is released."),
                        new GuardNote.Proved(at, "Q1", new ProofResult(false, "Eva", 0, 0, true, "It did not open.")))));
            }
        });
        assertThat(boxes()).isZero();
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws Exception {
        GuardTape tape = openTape();
        tape.record(new GuardNote.LearnsAnew(EPOCH, 1, "nobody", "Eva"));
        tape.record(new GuardNote.Proved(EPOCH, "nobody", new ProofResult(true, "Eva", 50, 0, true, "")));
        assertThat(boxes()).isZero();
    }

    @Test
    void makesOneBoxOfAStringThatGetsWarmAlsoOverARestart() throws Exception {
        GuardTape tape = openTape();
        for (int i = 0; i < 30; i++) {
            tape.record(sample(2_570));
        }
        assertThat(boxes()).isZero();
        for (int i = 0; guard.stage() == RunawayStage.NORMAL && i < 60; i++) {
            tape.record(sample(2_570 + 20 * i));
        }
        assertThat(guard.stage()).isEqualTo(RunawayStage.WARN);
        assertThat(boxes()).isEqualTo(1);
        GuardTape again = openTape();
        again.record(sample(3_200));
        assertThat(boxes()).isEqualTo(1);
    }

    @Test
    void goesOnAfterNotesWereLost() throws Exception {
        GuardTape tape = openTape();
        tape.record(sample(2_570));
        tape.lost(17);
        tape.record(sample(2_570));
        assertThat(boxes()).isZero();
    }

    /** The interruption of a thread that ends is no reason to lose what it still has. */
    @Test
    void recordsOnAThreadThatIsInterrupted() throws Exception {
        GuardTape tape = openTape();
        tape.record(sample(2_570));
        Thread.currentThread().interrupt();
        tape.record(sample(2_570));
        assertThat(Thread.interrupted()).isTrue();
        tape.record(sample(2_570));
    }
}
