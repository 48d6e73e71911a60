// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedProtection;
import org.evenfloat.application.port.in.ReadBlackBoxes;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.protection.BreakerDeeds;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.runaway.BlockEvidence;
import org.evenfloat.domain.runaway.CannotProtect;
import org.evenfloat.domain.runaway.Confirmation;
import org.evenfloat.domain.runaway.LearningState;
import org.evenfloat.domain.runaway.LostProtection;
import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.runaway.RunawayRule;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.CurrentSight;
import org.evenfloat.domain.trip.LastString;
import org.evenfloat.domain.trip.ProofPhase;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripHold;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNews;
import org.evenfloat.domain.trip.TripPhase;
import org.evenfloat.domain.trip.TripTerms;

/** A guard in memory: string A1 is hot and breaker Q1 counts down. Rights are those of the real guard of verbs. */
final class GuardRoom implements ViewProtection {

    static final byte[] BOX = {'P', 'K', 3, 4};

    /** Things that were asked of the guard's thread. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Optional<String> refusal = Optional.empty();

    ProtectionAccess access(Guard guard) {
        BreakerDeeds deeds = new BreakerDeeds(deed -> {
            if (refusal.isEmpty()) {
                asked.add("asked");
            }
            return refusal;
        });
        return new ProtectionAccess(
                this, new GuardedProtection(guard, this, deeds, () -> Instant.ofEpochMilli(Room.NOW)), boxes(guard));
    }

    private static ReadBlackBoxes boxes(Guard guard) {
        return new ReadBlackBoxes() {
            @Override
            public List<BlackBox> boxes() {
                return List.of(new BlackBox("A1-2025-11-22.zip", "A1", Room.NOW - 7, "TRIP", true, BOX.length));
            }

            @Override
            public Optional<InputStream> open(Actor who, String name) {
                guard.require(who, Verb.READ_BLACK_BOX, Target.of("black box", name));
                return boxes().stream().filter(box -> box.name().equals(name)).findFirst()
                        .map(box -> new ByteArrayInputStream(BOX));
            }
        };
    }

    @Override
    public List<GuardedString> strings() {
        BlockEvidence hot = new BlockEvidence(
                1, 38.14, 38.0004, 13.1, 0.84, 12.2, 1.5, 7, 10, 10, 7, 0, 0, false, false, false);
        return List.of(
                new GuardedString("A1", "Q1", new RunawayFinding(
                        "A1", RunawayStage.TRIP, RunawayRule.TRIP_RISE, Confirmation.SAG,
                        Optional.of(hot), 1, 10, 25, 0.4, 0.01, 0.0421, 1.1, 0, 26.2, false, false, false, false,
                        CannotProtect.NO, List.of(LostProtection.NO_CAPACITY), LearningState.LEARNT, List.of(2), false),
                        Room.NOW, true, "eva", 0),
                new GuardedString("A2", "", new RunawayFinding(
                        "A2", RunawayStage.NORMAL, RunawayRule.NONE, Confirmation.NONE,
                        Optional.empty(), 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0,
                        Double.POSITIVE_INFINITY, false, false, true, true, CannotProtect.NO_TEMPERATURES, List.of(),
                        LearningState.WAITING, List.of(), true), 0, false, "", 0));
    }

    @Override
    public List<GuardedBreaker> breakers() {
        return List.of(new GuardedBreaker(
                "Q1", List.of("A1"), TripMode.ARMED, TripPhase.COUNTDOWN, 192_000, Room.NOW, false, false, TripHold.NONE,
                BreakerSight.CLOSED, CurrentSight.FLOWS, true, new TripTerms(300_000, true, LastString.OPEN, false, true),
                "J. Doe, 2025-11-01", List.of(), ProofPhase.NONE, "", Room.NOW + 86_400_000));
    }

    @Override
    public Optional<BlockRises> rises(String string) {
        return string.equals("A1")
                ? Optional.of(new BlockRises(string, Room.NOW, new int[] {40, 1_310, Integer.MIN_VALUE, 52},
                        new int[] {2_540, 3_814, Integer.MIN_VALUE, 2_552}, 2_500, 500, 800, 1_000))
                : Optional.empty();
    }

    @Override
    public Optional<BreakerPast> past(String breaker) {
        return breaker.equals("Q1")
                ? Optional.of(new BreakerPast(
                        List.of(new BreakerPast.Deed(Room.NOW, TripNews.COUNTDOWN, TripMode.ARMED, "", 0,
                                "Breaker Q1 opens."),
                                new BreakerPast.Deed(Room.NOW - 9, TripNews.WOULD_HAVE_OPENED, TripMode.SHADOW, "", 0,
                                        "Breaker Q1 would have been opened now.")),
                        List.of(new BreakerPast.Proof(Room.NOW - 99, new ProofResult(true, "eva", 140, 0, true, "")))))
                : Optional.empty();
    }
}
