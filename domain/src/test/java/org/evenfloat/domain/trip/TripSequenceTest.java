// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripSequenceTest {

    private static final long MINUTE = 60_000;
    private static final TripTerms TERMS = new TripTerms(5 * MINUTE, false, LastString.OPEN, true, true);

    private final List<TripNotice> notices = new ArrayList<>();
    private TripSequence sequence = armed(TERMS);
    private long now = 1_000_000;

    private boolean demanded = true;
    private boolean hot;
    private boolean discharging;
    private boolean last;
    private BreakerSight sight = BreakerSight.CLOSED;
    private CurrentSight current = CurrentSight.FLOWS;

    private TripSequence armed(TripTerms terms) {
        TripSequence made = new TripSequence(terms, notices::add);
        made.mode(0, TripMode.ARMED);
        return made;
    }

    private TripOrder step() {
        return sequence.step(now, new TripScene(demanded, hot, discharging, last, sight, current));
    }

    private TripOrder after(long millis) {
        now += millis;
        return step();
    }

    private List<TripNews> news() {
        return notices.stream().map(TripNotice::news).toList();
    }

    /** The countdown runs out and the first order is given. */
    private void toOrder() {
        assertThat(step()).isEqualTo(TripOrder.NOTHING);
        assertThat(after(5 * MINUTE)).isEqualTo(TripOrder.FIRST_RELAY);
    }

    private void opens() {
        sight = BreakerSight.OPEN;
        current = CurrentSight.NONE;
    }

    @Test
    void opensAfterTheCountdownAndSeesIt() {
        toOrder();
        sequence.answered(now, true);
        opens();
        assertThat(after(500)).isEqualTo(TripOrder.NOTHING);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
        assertThat(news()).containsExactly(TripNews.COUNTDOWN, TripNews.ORDERED, TripNews.OPENED);
    }

    @Test
    void givesNoOrderAMomentBeforeTheCountdownIsOver() {
        step();
        assertThat(after(5 * MINUTE - 1)).isEqualTo(TripOrder.NOTHING);
        assertThat(sequence.leftMillis(now)).isEqualTo(1);
        assertThat(sequence.bypassOff()).isTrue();
        assertThat(after(1)).isEqualTo(TripOrder.FIRST_RELAY);
    }

    @Test
    void isWithdrawnWhenTheDemandEnds() {
        step();
        demanded = false;
        after(MINUTE);
        assertThat(sequence.phase()).isEqualTo(TripPhase.WATCHING);
        assertThat(after(10 * MINUTE)).isEqualTo(TripOrder.NOTHING);
        assertThat(news()).containsExactly(TripNews.COUNTDOWN, TripNews.WITHDRAWN);
    }

    @Test
    void inShadowItTellsOnceWhatItWouldHaveDone() {
        sequence.mode(now, TripMode.SHADOW);
        step();
        assertThat(after(5 * MINUTE)).isEqualTo(TripOrder.NOTHING);
        assertThat(after(60 * MINUTE)).isEqualTo(TripOrder.NOTHING);
        assertThat(news()).containsExactly(TripNews.COUNTDOWN, TripNews.WOULD_HAVE_OPENED);
        assertThat(sequence.bypassOff()).isFalse();
    }

    @Test
    void disarmedItDoesNothing() {
        sequence.mode(now, TripMode.DISARMED);
        step();
        assertThat(after(60 * MINUTE)).isEqualTo(TripOrder.NOTHING);
        assertThat(notices).isEmpty();
    }

    @Test
    void neverInADischargeUnlessAllowed() {
        discharging = true;
        step();
        assertThat(after(5 * MINUTE)).isEqualTo(TripOrder.NOTHING);
        assertThat(after(60 * MINUTE)).isEqualTo(TripOrder.NOTHING);
        assertThat(news()).containsExactly(TripNews.COUNTDOWN, TripNews.HELD_BY_DISCHARGE);
        discharging = false;
        assertThat(after(1)).as("due at once when the load is back").isEqualTo(TripOrder.FIRST_RELAY);

        sequence = armed(new TripTerms(MINUTE, true, LastString.OPEN, false, true));
        discharging = true;
        step();
        assertThat(after(MINUTE)).isEqualTo(TripOrder.FIRST_RELAY);
    }

    @Test
    void theLastStringIsKeptWhereTheSiteSaysSo() {
        sequence = armed(new TripTerms(5 * MINUTE, false, LastString.KEEP, false, true));
        last = true;
        step();
        assertThat(after(60 * MINUTE)).isEqualTo(TripOrder.NOTHING);
        assertThat(news()).containsExactly(TripNews.COUNTDOWN, TripNews.HELD_AS_LAST);
        last = false;
        assertThat(after(1)).isEqualTo(TripOrder.FIRST_RELAY);
    }

    @Test
    void isPutOffOnceByAPerson() {
        step();
        assertThat(sequence.veto(now, " ", MINUTE)).isPresent();
        assertThat(sequence.veto(now, "ann", 31 * MINUTE)).isPresent();
        assertThat(sequence.veto(now, "ann", 30 * MINUTE)).isEmpty();
        assertThat(after(30 * MINUTE - 1)).isEqualTo(TripOrder.NOTHING);
        assertThat(after(1)).as("a veto that runs out").isEqualTo(TripOrder.FIRST_RELAY);
        assertThat(news()).containsExactly(
                TripNews.COUNTDOWN, TripNews.VETOED, TripNews.VETO_OVER, TripNews.ORDERED);
    }

    @Test
    void aSecondVetoOfOneDemandIsRefused() {
        discharging = true;
        step();
        assertThat(sequence.veto(now, "ann", MINUTE)).isEmpty();
        after(MINUTE);
        assertThat(sequence.phase()).isEqualTo(TripPhase.COUNTDOWN);
        assertThat(sequence.veto(now, "bob", MINUTE)).get().asString().contains("once already");
    }

    @Test
    void nobodyPutsOffAHotBlock() {
        step();
        assertThat(sequence.veto(now, "ann", 30 * MINUTE)).isEmpty();
        hot = true;
        assertThat(after(1)).as("a veto ends").isEqualTo(TripOrder.FIRST_RELAY);

        sequence = armed(TERMS);
        step();
        assertThat(sequence.veto(now, "ann", MINUTE)).get().asString().contains("too hot");
    }

    @Test
    void aStuckRelayIsFollowedByTheSecondOneAndThenByFailure() {
        toOrder();
        List<TripOrder> orders = new ArrayList<>(List.of(TripOrder.FIRST_RELAY));
        for (int i = 0; i < 3; i++) {
            sequence.answered(now, true);
            assertThat(after(TripSequence.READ_BACK_MILLIS - 1)).isEqualTo(TripOrder.NOTHING);
            orders.add(after(1));
        }
        assertThat(orders).containsExactly(
                TripOrder.FIRST_RELAY, TripOrder.FIRST_RELAY, TripOrder.SECOND_RELAY, TripOrder.NOTHING);
        assertThat(sequence.phase()).isEqualTo(TripPhase.FAILED);
        assertThat(news()).endsWith(TripNews.FAILED);
        assertThat(after(TripSequence.AGAIN_MILLIS)).as("again").isEqualTo(TripOrder.FIRST_RELAY);
        assertThat(after(TripSequence.AGAIN_MILLIS)).isEqualTo(TripOrder.SECOND_RELAY);
        opens();
        after(1);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void aLineThatDiesAtTheMomentOfTheTripIsTriedUntilItIsBack() {
        sight = BreakerSight.UNKNOWN;
        current = CurrentSight.UNKNOWN;
        toOrder();
        for (int i = 0; i < 3; i++) {
            sequence.answered(now, false);
            after(1);
        }
        assertThat(sequence.phase()).isEqualTo(TripPhase.FAILED);
        assertThat(news()).contains(TripNews.ORDER_LOST).endsWith(TripNews.FAILED);
        assertThat(after(TripSequence.AGAIN_MILLIS)).isNotEqualTo(TripOrder.NOTHING);
        sequence.answered(now, true);
        sight = BreakerSight.CLOSED;
        after(1);
        opens();
        after(1);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void anOrderWithoutAnswerIsRepeated() {
        toOrder();
        assertThat(after(TripSequence.ANSWER_MILLIS - 1)).isEqualTo(TripOrder.NOTHING);
        assertThat(after(1)).isEqualTo(TripOrder.FIRST_RELAY);
    }

    @Test
    void aStatusThatAlwaysSaysOpenIsNotBelieved() {
        sight = BreakerSight.OPEN;
        toOrder();
        sequence.answered(now, true);
        assertThat(after(TripSequence.READ_BACK_MILLIS)).as("current flows").isEqualTo(TripOrder.FIRST_RELAY);
        current = CurrentSight.NONE;
        after(1);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void aStatusThatLiesAboutOpeningIsFoundByTheCurrent() {
        toOrder();
        sequence.answered(now, true);
        sight = BreakerSight.OPEN;
        after(1);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
        after(1);
        assertThat(after(TripSequence.FLOWS_MILLIS)).isEqualTo(TripOrder.NOTHING);
        assertThat(sequence.phase()).isEqualTo(TripPhase.FAILED);
        assertThat(after(1)).isNotEqualTo(TripOrder.NOTHING);
        assertThat(news()).contains(TripNews.STILL_FLOWS);
    }

    @Test
    void withoutStatusAndSensorItSaysThatNothingWasSeen() {
        sequence = armed(new TripTerms(5 * MINUTE, false, LastString.OPEN, false, false));
        sight = BreakerSight.UNKNOWN;
        current = CurrentSight.UNKNOWN;
        toOrder();
        sequence.answered(now, true);
        after(TripSequence.READ_BACK_MILLIS);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
        assertThat(news()).endsWith(TripNews.OPENED_UNSEEN);
    }

    @Test
    void staysOpenUntilTwoPersonsReleaseIt() {
        toOrder();
        opens();
        after(1);
        assertThat(sequence.release(now, "ann", "bob")).get().asString().contains("still demanded");
        demanded = false;
        after(60 * MINUTE);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
        assertThat(sequence.release(now, "ann", "ann")).isPresent();
        assertThat(sequence.release(now, "ann", "bob")).isEmpty();
        assertThat(sequence.phase()).isEqualTo(TripPhase.WATCHING);
        assertThat(notices.get(notices.size() - 1).who()).isEqualTo("ann, bob");
    }

    @Test
    void aBreakerThatIsClosedAgainTooSoonIsOpenedAgain() {
        toOrder();
        opens();
        after(1);
        sight = BreakerSight.CLOSED;
        after(1);
        assertThat(sequence.phase()).isEqualTo(TripPhase.COUNTDOWN);
        assertThat(news()).endsWith(TripNews.CLOSED_AGAIN, TripNews.COUNTDOWN);
        assertThat(after(5 * MINUTE)).isEqualTo(TripOrder.FIRST_RELAY);
    }

    @Test
    void aPersonOpensItInAnyModeAndInADischarge() {
        sequence.mode(now, TripMode.DISARMED);
        demanded = false;
        discharging = true;
        assertThat(sequence.tripByHand(now, "", sight)).isPresent();
        assertThat(sequence.tripByHand(now, "ann", sight)).isEmpty();
        assertThat(step()).isEqualTo(TripOrder.FIRST_RELAY);
        assertThat(sequence.tripByHand(now, "ann", sight)).get().asString().contains("being opened");
        opens();
        after(1);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void aRestartInTheCountdownGoesOnWithWhatIsLeft() {
        step();
        after(2 * MINUTE);
        TripMemento kept = sequence.memento(now);
        sequence = new TripSequence(TERMS, notices::add);
        now = 7; // another clock
        sequence.restore(now, kept);
        assertThat(after(3 * MINUTE - 1)).isEqualTo(TripOrder.NOTHING);
        assertThat(after(1)).isEqualTo(TripOrder.FIRST_RELAY);
    }

    @Test
    void aRestartWhileItOpensGivesTheOrderOnceMore() {
        toOrder();
        TripMemento kept = sequence.memento(now);
        sequence = new TripSequence(TERMS, notices::add);
        sequence.restore(now, kept);
        assertThat(step()).isEqualTo(TripOrder.FIRST_RELAY);
        opens();
        after(1);
        assertThat(sequence.phase()).isEqualTo(TripPhase.OPEN);
    }

    @Test
    void disarmingEndsACountdown() {
        step();
        sequence.mode(now, TripMode.DISARMED);
        assertThat(after(60 * MINUTE)).isEqualTo(TripOrder.NOTHING);
        assertThat(news()).containsExactly(TripNews.COUNTDOWN, TripNews.WITHDRAWN);
    }

    @Test
    void refusesACountdownThatNobodyCanReactTo() {
        assertThatThrownBy(() -> new TripTerms(59_999, false, LastString.OPEN, false, false))
                .hasMessageContaining("60000 to 900000");
    }
}
