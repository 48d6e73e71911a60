// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.evenfloat.application.port.in.ViewProtection.GuardedString;
import org.evenfloat.application.port.out.BreakerAct;
import org.evenfloat.domain.runaway.CannotProtect;
import org.evenfloat.domain.runaway.LearningState;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.LastString;
import org.evenfloat.domain.trip.ProofPhase;
import org.evenfloat.domain.trip.TripHold;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNews;
import org.evenfloat.domain.trip.TripPhase;
import org.junit.jupiter.api.Test;

/** Guard, policy and wires together, in a room whose temperatures the test gives. */
class ProtectionDeskTest {

    private static final long MINUTE = 60_000;

    private static GuardedRoom learnt(Protection protection, boolean second, TripMode mode) {
        GuardedRoom room = new GuardedRoom(protection, second);
        room.learn();
        assertThat(room.view.strings().get(0).finding().learning()).isEqualTo(LearningState.LEARNT);
        if (mode != TripMode.SHADOW) {
            assertThat(room.desk.act("Q1", new BreakerAct.Mode(mode, "eva", "test"))).isEmpty();
        }
        return room;
    }

    private static GuardedRoom runaway(Protection protection, boolean second, TripMode mode) {
        GuardedRoom room = learnt(protection, second, mode);
        for (int minutes = 0; room.news().isEmpty(); minutes++) {
            assertThat(minutes).as("minutes until a trip is demanded").isLessThan(300);
            room.warm(4, 1);
        }
        return room;
    }

    private static GuardedString guarded(GuardedRoom room) {
        return room.view.strings().get(0);
    }

    @Test
    void anArmedBreakerIsOpenedWhenTheCountdownEndsAndIsSeenOpen() {
        GuardedRoom room = runaway(GuardedRoom.standard(), false, TripMode.ARMED);
        assertThat(room.news()).containsExactly(TripNews.COUNTDOWN);
        assertThat(room.told.get(0).text()).startsWith("Breaker Q1 opens in 5 min: ")
                .contains("above the air").contains("put it off once");
        assertThat(room.q1().phase()).isEqualTo(TripPhase.COUNTDOWN);
        assertThat(room.board.stopped(0)).as("equalizing is stopped").isTrue();
        assertThat(room.orders).isEmpty();
        long demanded = room.keptBreaker.atMillis();
        room.warm(4, 6);
        assertThat(room.news()).containsExactly(TripNews.COUNTDOWN, TripNews.ORDERED, TripNews.OPENED);
        assertThat(room.orders).hasSize(1);
        long ordered = Long.parseLong(room.orders.get(0).substring("first at ".length())) + room.wallMinusMonotonic;
        assertThat(ordered - demanded).as("order after the demand, ms").isBetween(5 * MINUTE, 5 * MINUTE + 100);
        assertThat(room.open).isTrue();
        assertThat(room.q1().phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void theChargerIsAskedToLeaveBoostBeforeTheBreakerOpensAndUntilTheStringIsCool() {
        GuardedRoom room = learnt(GuardedRoom.standard(), false, TripMode.ARMED);
        assertThat(room.boostStops).isEmpty();
        room.lineAnswers = false;
        while (guarded(room).finding().stage() != RunawayStage.ALARM) {
            room.warm(4, 1);
        }
        room.pass(MINUTE);
        assertThat(room.boostStops).as("asked again until the line answers").hasSizeGreaterThan(3).doesNotContain(false);
        room.lineAnswers = true;
        room.pass(MINUTE);
        int asked = room.boostStops.size();
        room.pass(MINUTE);
        assertThat(room.boostStops).hasSize(asked).endsWith(true);
        room.warm(-12, 60);
        assertThat(guarded(room).finding().stage()).isEqualTo(RunawayStage.NORMAL);
        assertThat(room.boostStops).hasSize(asked + 1).endsWith(false);
    }

    @Test
    void inShadowModeItOnlySaysWhatItWouldHaveDone() {
        GuardedRoom room = runaway(GuardedRoom.standard(), false, TripMode.SHADOW);
        room.warm(4, 6);
        assertThat(room.news()).containsExactly(TripNews.COUNTDOWN, TripNews.WOULD_HAVE_OPENED);
        assertThat(room.boostStops).isEmpty();
        assertThat(room.orders).isEmpty();
        assertThat(room.q1().phase()).isEqualTo(TripPhase.WOULD_BE_OPEN);
    }

    @Test
    void aDisarmedBreakerDoesNothing() {
        GuardedRoom room = learnt(GuardedRoom.standard(), false, TripMode.DISARMED);
        room.warm(4, 240);
        assertThat(guarded(room).finding().stage()).as("the guard sees it").isEqualTo(RunawayStage.TRIP);
        assertThat(room.orders).isEmpty();
        assertThat(room.news()).isEmpty();
    }

    @Test
    void aRelayThatSticksIsFollowedByTheSecondOne() {
        GuardedRoom room = runaway(GuardedRoom.standard(), true, TripMode.ARMED);
        room.firstReleaseWorks = false;
        room.warm(4, 6);
        assertThat(room.orders).hasSize(3);
        assertThat(room.orders.get(2)).startsWith("second at ");
        assertThat(room.open).isTrue();
        assertThat(room.news()).endsWith(TripNews.OPENED);
    }

    @Test
    void aBreakerThatDoesNotOpenIsAFailureAndIsOrderedEveryMinute() {
        GuardedRoom room = runaway(GuardedRoom.standard(), false, TripMode.ARMED);
        room.firstReleaseWorks = false;
        room.warm(4, 6);
        assertThat(room.news()).contains(TripNews.FAILED);
        assertThat(room.q1().phase()).isEqualTo(TripPhase.FAILED);
        int orders = room.orders.size();
        room.warm(4, 5);
        assertThat(room.orders.size() - orders).as("orders in five minutes").isBetween(4, 6);
        room.firstReleaseWorks = true;
        room.warm(4, 2);
        assertThat(room.q1().phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void aStatusInputThatGoesOnToSayClosedEndsInAFailureThatIsTold() {
        GuardedRoom room = runaway(GuardedRoom.standard(), false, TripMode.ARMED);
        room.lie = BreakerSight.CLOSED;
        room.warm(4, 6);
        assertThat(room.open).as("it is open in truth").isTrue();
        assertThat(room.q1().phase()).isEqualTo(TripPhase.FAILED);
        assertThat(room.told).anyMatch(told -> told.text().contains("DID NOT OPEN")
                && told.text().contains("Open it by hand at once"));
    }

    @Test
    void aStatusInputThatAlwaysSaysOpenIsNotBelievedWhileCurrentFlows() {
        GuardedRoom room = learnt(GuardedRoom.standard(), false, TripMode.ARMED);
        room.lie = BreakerSight.OPEN;
        room.firstReleaseWorks = false;
        room.warm(4, 240);
        assertThat(room.news()).contains(TripNews.COUNTDOWN, TripNews.ORDERED, TripNews.STILL_FLOWS)
                .doesNotContain(TripNews.OPENED);
        assertThat(room.q1().phase()).isEqualTo(TripPhase.FAILED);
    }

    @Test
    void aLineThatDiesAtTheMomentOfTheTripIsToldAndTheOrderGoesOutWhenItIsBack() {
        GuardedRoom room = runaway(GuardedRoom.standard(), false, TripMode.ARMED);
        room.lineAnswers = false;
        room.lineUp = false;
        room.warm(4, 6);
        assertThat(room.news()).as("nobody sees whether it feeds the load").endsWith(TripNews.HELD_BY_DISCHARGE);
        assertThat(room.q1().hold()).isEqualTo(TripHold.DISCHARGE);
        room.pass(60 * MINUTE);
        assertThat(room.news()).as("what is missing takes nothing back").endsWith(TripNews.HELD_BY_DISCHARGE);
        room.lineAnswers = true;
        room.lineUp = true;
        room.warm(4, 2);
        assertThat(room.open).isTrue();
        assertThat(room.q1().phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void anOrderThatTheLineDoesNotTakeIsRepeatedUntilItIsTaken() {
        GuardedRoom room = runaway(GuardedRoom.standard(), false, TripMode.ARMED);
        room.lineAnswers = false;
        room.warm(4, 6);
        assertThat(room.news()).contains(TripNews.ORDER_LOST, TripNews.FAILED);
        assertThat(room.told).anyMatch(told -> told.text().contains("line L1 cannot be used"));
        room.lineAnswers = true;
        room.warm(4, 2);
        assertThat(room.open).isTrue();
        assertThat(room.q1().phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void aModuleThatReports200DegreesTripsNothing() {
        GuardedRoom room = learnt(GuardedRoom.standard(), false, TripMode.ARMED);
        room.celsius[3] = 200;
        room.pass(24 * 60 * MINUTE);
        assertThat(room.news()).isEmpty();
        assertThat(guarded(room).finding().faultySensors()).as("sensors from 0").containsExactly(3);
        assertThat(guarded(room).finding().stage()).isEqualTo(RunawayStage.NORMAL);
    }

    @Test
    void aLostModuleIsNoSensorThatIsNotBelieved() {
        GuardedRoom room = learnt(GuardedRoom.standard(), false, TripMode.ARMED);
        room.celsius[3] = Double.NaN;
        room.pass(30 * MINUTE);
        assertThat(guarded(room).finding().faultySensors()).containsExactly(3);
        assertThat(guarded(room).unbelievedSensors()).as("its module is told as lost already").isZero();
        room.celsius[3] = 22.5;
        room.celsius[5] = 200;
        room.pass(60 * MINUTE);
        assertThat(guarded(room).unbelievedSensors()).isEqualTo(1);
    }

    @Test
    void aLineThatIsDownLeavesNoSensorThatIsNotBelieved() {
        GuardedRoom room = learnt(GuardedRoom.standard(), false, TripMode.ARMED);
        room.lineUp = false;
        room.pass(60 * MINUTE);
        assertThat(guarded(room).finding().faultySensors()).hasSize(GuardedRoom.BLOCKS);
        assertThat(guarded(room).finding().ambientFaulty()).isTrue();
        assertThat(guarded(room).unbelievedSensors()).as("the line is told as lost already").isZero();
    }

    @Test
    void aRestartInTheCountdownGoesOnCountingAndOpensInTime() {
        GuardedRoom room = runaway(GuardedRoom.standard(), false, TripMode.ARMED);
        long demandedAt = room.keptBreaker.atMillis();
        room.warm(4, 2);
        room.restart(GuardedRoom.standard(), 20_000);
        assertThat(room.q1().phase()).isEqualTo(TripPhase.COUNTDOWN);
        room.warm(4, 4);
        assertThat(room.orders).hasSize(1);
        long ordered = Long.parseLong(room.orders.get(0).substring("first at ".length())) + room.wallMinusMonotonic;
        assertThat(ordered - demandedAt).as("order after the demand, the absence included, ms")
                .isBetween(5 * MINUTE, 5 * MINUTE + 30_000);
        assertThat(room.open).isTrue();
    }

    @Test
    void aRestartInTheMiddleOfARunawayStillTrips() {
        GuardedRoom room = learnt(GuardedRoom.standard(), false, TripMode.ARMED);
        while (guarded(room).finding().stage() != RunawayStage.ALARM) {
            room.warm(4, 1);
        }
        room.restart(GuardedRoom.standard(), 30_000);
        assertThat(guarded(room).finding().stage()).isEqualTo(RunawayStage.ALARM);
        assertThat(room.board.stopped(0)).isTrue();
        assertThat(guarded(room).finding().learning()).isEqualTo(LearningState.LEARNT);
        room.warm(4, 180);
        assertThat(room.open).isTrue();
    }

    @Test
    void aVetoPutsItOffOnceAndRunsOut() {
        GuardedRoom room = runaway(GuardedRoom.standard(), false, TripMode.ARMED);
        assertThat(room.desk.act("Q1", new BreakerAct.Veto("eva", 10 * MINUTE, "I am looking"))).isEmpty();
        assertThat(room.q1().phase()).isEqualTo(TripPhase.VETOED);
        room.warm(1, 9);
        assertThat(room.orders).isEmpty();
        room.warm(1, 2);
        assertThat(room.news()).contains(TripNews.VETOED, TripNews.VETO_OVER, TripNews.OPENED);
        assertThat(room.open).isTrue();
    }

    @Test
    void missingValuesNeitherTripNorClearAndAreToldInTime() {
        GuardedRoom room = learnt(GuardedRoom.standard(), false, TripMode.ARMED);
        while (guarded(room).finding().stage() != RunawayStage.WARN) {
            room.warm(4, 1);
        }
        room.lineUp = false;
        room.pass(45 * MINUTE);
        assertThat(guarded(room).finding().stage()).isEqualTo(RunawayStage.WARN);
        assertThat(guarded(room).finding().cannotProtect()).isEqualTo(CannotProtect.NO_TEMPERATURES);
        assertThat(room.news()).isEmpty();
    }

    @Test
    void aTripIsHeldWhileTheStringFeedsTheLoadAndGoesOutAfterwards() {
        GuardedRoom room = runaway(GuardedRoom.standard(), false, TripMode.ARMED);
        double before = room.amps;
        room.amps = -20;
        room.millivolts = 12_600;
        room.warm(0, 8);
        assertThat(room.orders).isEmpty();
        assertThat(room.q1().hold()).isIn(TripHold.DISCHARGE, TripHold.NONE);
        assertThat(room.open).isFalse();
        room.amps = before;
        room.millivolts = 13_620;
        room.warm(6, 120);
        assertThat(room.open).isTrue();
    }

    @Test
    void theLastStringIsKeptWhenTheSiteFileSaysSo() {
        BreakerTerms keep = new BreakerTerms(2 * MINUTE, LastString.KEEP, "", BreakerTerms.PROOF_INTERVAL_MILLIS);
        GuardedRoom room = runaway(GuardedRoom.with(keep), false, TripMode.ARMED);
        room.warm(4, 6);
        assertThat(room.q1().hold()).isEqualTo(TripHold.LAST_STRING);
        assertThat(room.news()).endsWith(TripNews.HELD_AS_LAST);
        assertThat(room.desk.act("Q1", new BreakerAct.Trip("eva", BreakerSight.UNKNOWN, "fire"))).isEmpty();
        room.pass(10_000);
        assertThat(room.open).isTrue();
    }

    @Test
    void aProofTestOpensAndIsPassedWhenItIsClosedAgain() {
        GuardedRoom room = learnt(GuardedRoom.standard(), true, TripMode.SHADOW);
        assertThat(room.desk.prove("Q1", "eva")).isEmpty();
        room.pass(5_000);
        assertThat(room.open).isTrue();
        assertThat(room.q1().proof()).isEqualTo(ProofPhase.CLOSING);
        room.open = false;
        room.pass(20_000);
        assertThat(room.orders).as("each relay once").hasSize(2);
        assertThat(room.open).as("by the second relay").isTrue();
        room.open = false;
        room.pass(20_000);
        assertThat(room.q1().proof()).isEqualTo(ProofPhase.NONE);
        assertThat(room.news()).as("a test is no trip").isEmpty();
        assertThat(room.desk.abandon("Q1", "eva")).isEqualTo(Optional.of("No proof test runs."));
    }
}
