// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.evenfloat.domain.Seed;
import org.junit.jupiter.api.Test;

/** A policy that goes on from what another one remembers says and orders the same from then on. */
class TripMementoTest {

    private static final int RUNS = 300;
    private static final int LOOKS = 400;

    private final List<TripNotice> told = new ArrayList<>();
    private final List<TripNotice> toldAgain = new ArrayList<>();
    private boolean demanded;
    private boolean hot;
    private boolean discharging;
    private BreakerSight sight = BreakerSight.CLOSED;
    private CurrentSight current = CurrentSight.NONE;

    private TripScene wild(Random random) {
        demanded ^= random.nextInt(40) == 0;
        hot ^= random.nextInt(60) == 0;
        discharging ^= random.nextInt(50) == 0;
        sight = random.nextInt(25) == 0 ? BreakerSight.values()[random.nextInt(3)] : sight;
        current = random.nextInt(25) == 0 ? CurrentSight.values()[random.nextInt(3)] : current;
        return new TripScene(demanded, hot, discharging, false, sight, current);
    }

    private static void act(int which, TripSequence sequence, long now, BreakerSight seen) {
        switch (which) {
            case 0 -> sequence.mode(now, TripMode.ARMED);
            case 1 -> sequence.mode(now, TripMode.values()[(int) (now % 3)]);
            case 2 -> sequence.veto(now, "ann", 60_000);
            case 3 -> sequence.tripByHand(now, "ann", seen);
            case 4 -> sequence.release(now, "ann", "bob");
            case 5, 6 -> sequence.answered(now, true);
            case 7 -> sequence.answered(now, false);
            default -> { }
        }
    }

    @Test
    void resumesInTheMiddleOfAnything() {
        Random seeds = Seed.random();
        Set<TripPhase> resumedIn = EnumSet.noneOf(TripPhase.class);
        for (int run = 0; run < RUNS; run++) {
            Random random = new Random(seeds.nextLong());
            String note = Seed.note() + ", run " + run;
            TripTerms terms = new TripTerms(60_000, random.nextBoolean(), LastString.OPEN, random.nextBoolean(),
                    random.nextInt(4) > 0);
            TripSequence one = new TripSequence(terms, told::add);
            TripSequence other = null;
            long now = 1_000;
            int resumedAt = random.nextInt(LOOKS);
            for (int look = 0; look < LOOKS; look++) {
                now += random.nextInt(3) == 0 ? random.nextInt(20_000) : random.nextInt(1_500);
                int which = run % 4 == 0 ? -1 : random.nextInt(30); // without acts it stays in shadow mode
                act(which, one, now, sight);
                if (other != null) {
                    act(which, other, now, sight);
                }
                if (look == resumedAt) { // also between an act and the look behind it
                    other = new TripSequence(terms, toldAgain::add);
                    other.resume(now, one.memento(now));
                    resumedIn.add(one.phase());
                    told.clear();
                    toldAgain.clear();
                }
                TripScene scene = wild(random);
                TripOrder order = one.step(now, scene);
                if (other != null) {
                    assertThat(other.step(now, scene)).as(note + ", look " + look).isEqualTo(order);
                    assertThat(toldAgain).as(note + ", look " + look).isEqualTo(told);
                    assertThat(other.memento(now)).as(note + ", look " + look).isEqualTo(one.memento(now));
                }
            }
        }
        assertThat(resumedIn).as("phases in the middle of which it was resumed, " + Seed.note())
                .containsExactlyInAnyOrder(TripPhase.values());
    }

    @Test
    void currentThatFlowsFromTheFirstMomentIsCountedFromIt() {
        TripTerms terms = new TripTerms(60_000, false, LastString.OPEN, false, true);
        TripSequence sequence = new TripSequence(terms, told::add);
        sequence.tripByHand(0, "ann", BreakerSight.CLOSED);
        sequence.step(0, new TripScene(false, false, false, false, BreakerSight.CLOSED, CurrentSight.FLOWS));
        sequence.answered(0, true);
        TripScene open = new TripScene(false, false, false, false, BreakerSight.OPEN, CurrentSight.FLOWS);
        sequence.step(10, open);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
        sequence.step(10 + TripSequence.FLOWS_MILLIS - 1, open);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
        sequence.step(10 + TripSequence.FLOWS_MILLIS, open);
        assertThat(sequence.phase()).isEqualTo(TripPhase.FAILED);
    }
}
