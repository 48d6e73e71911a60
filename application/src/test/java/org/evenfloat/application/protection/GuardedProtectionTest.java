// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.evenfloat.application.access.Approvals;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedProtection;
import org.evenfloat.application.access.MemoryAudit;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.port.in.ApproveRequests.Request;
import org.evenfloat.application.port.in.ApproveRequests.State;
import org.evenfloat.application.port.in.HandleProtection.Outcome;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.WaitsForApproval;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.BreakerPast.Deed;
import org.evenfloat.domain.trip.BreakerPast.Proof;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNews;
import org.evenfloat.domain.trip.TripPhase;
import org.junit.jupiter.api.Test;

/** What people may do about a breaker, with which reason, with whom, and what is written down. */
class GuardedProtectionTest {

    private static final Actor EVA = person("eva", Role.SAFETY);
    private static final Actor TOM = person("tom", Role.SAFETY);
    private static final Actor OPERATOR = person("olga", Role.OPERATE);

    private final GuardedRoom room = new GuardedRoom(Protection.STANDARD, false);
    private final InstantSource wall = () -> Instant.ofEpochMilli(room.monotonicMillis + room.wallMinusMonotonic);
    private final MemoryAudit audit = new MemoryAudit();
    private final Witness witness = new Witness(audit, wall);
    private final Approvals approvals = new Approvals(verb -> false, witness, wall);
    private final GuardedProtection protection = new GuardedProtection(
            new Guard(witness, approvals), room.view, new BreakerDeeds(deed -> deed.apply(room.desk)), wall);

    private static Actor person(String name, Role role) {
        return new Actor(Actor.Kind.PERSON, name, "web 10.0.0.7", Grants.of(role));
    }

    private void proved(long daysAgo) {
        long at = wall.millis() - daysAgo * 86_400_000;
        room.view.past("Q1", new BreakerPast(
                List.of(new Deed(at, TripNews.WOULD_HAVE_OPENED, TripMode.SHADOW, "", 0, "would")),
                List.of(new Proof(at, new ProofResult(true, "eva", 120, 0, true, "")))));
    }

    @Test
    void armingNeedsAPassedProofTestAndThatTheListWasSeen() {
        room.pass(60_000);
        assertThat(protection.arm(EVA, "Q1", 0, "ready").sentence())
                .isEqualTo("breaker Q1: no proof test was passed - make one first");
        proved(400);
        assertThat(protection.arm(EVA, "Q1", 0, "ready").sentence())
                .contains("seen: 0 - 1, as often as it would have been opened").contains("overdue");
        proved(20);
        Outcome armed = protection.arm(EVA, "Q1", 1, "ready");
        assertThat(armed.done()).as(armed.sentence()).isTrue();
        assertThat(room.q1().mode()).isEqualTo(TripMode.ARMED);
        assertThat(audit.lines().get(audit.lines().size() - 1)).contains("eva | ARM_BREAKER | breaker Q1 | DONE")
                .contains("arm it: ready");
        assertThat(protection.disarm(EVA, "Q1", "work on the cables").done()).isTrue();
        assertThat(room.q1().mode()).isEqualTo(TripMode.DISARMED);
    }

    @Test
    void aTripByHandNeedsTheIdOnceMoreAndAReason() {
        room.pass(60_000);
        assertThat(protection.trip(EVA, "Q1", "q1", " ").sentence())
                .contains("reason: nothing - 1 to 500").contains("confirm: 'q1' - Q1");
        assertThat(room.orders).isEmpty();
        assertThat(protection.trip(EVA, "Q9", "Q9", "fire").sentence())
                .isEqualTo("breaker: Q9 - a breaker of the site file");
        assertThatThrownBy(() -> protection.trip(OPERATOR, "Q1", "Q1", "fire")).isInstanceOf(NotAllowed.class);
        assertThat(room.orders).isEmpty();
        assertThat(protection.trip(EVA, "Q1", "Q1", "fire").done()).isTrue();
        room.pass(5_000);
        assertThat(room.open).isTrue();
        assertThat(protection.trip(EVA, "Q1", "Q1", "fire").sentence()).contains("open already");
    }

    @Test
    void aReleaseTakesASecondPersonWhateverThePolicySays() {
        room.pass(60_000);
        assertThat(protection.trip(EVA, "Q1", "Q1", "fire").done()).isTrue();
        room.pass(5_000);
        assertThat(room.q1().phase()).isEqualTo(TripPhase.OPEN);
        WaitsForApproval waits = catchThrowableOfType(
                WaitsForApproval.class, () -> protection.release(EVA, "Q1", "it is cold"));
        assertThat(room.q1().phase()).isEqualTo(TripPhase.OPEN);
        long request = approvals.requests().get(0).id();
        assertThat(waits).hasMessageContaining("request " + request);
        assertThatThrownBy(() -> approvals.approve(EVA, request)).isInstanceOf(NotAllowed.class);
        Request done = approvals.approve(TOM, request).orElseThrow();
        assertThat(done.state()).as(done.told()).isEqualTo(State.DONE);
        assertThat(room.q1().phase()).isEqualTo(TripPhase.WATCHING);
        room.pass(20_000);
        assertThat(room.told.get(room.told.size() - 1).notice().who()).isEqualTo("eva, tom");
    }

    @Test
    void aVetoIsForOneToThirtyMinutes() {
        room.pass(60_000);
        assertThat(protection.veto(EVA, "Q1", 31, "looking").sentence()).isEqualTo("minutes: 31 - 1 to 30");
        assertThat(protection.veto(EVA, "Q1", 30, "looking").sentence()).isEqualTo("There is no countdown to put off.");
        assertThat(audit.lines()).anyMatch(line -> line.contains("VETO_TRIP | breaker Q1 | FAILED"));
    }

    @Test
    void learningAnewNeedsAString() {
        room.pass(60_000);
        assertThat(protection.learnAnew(EVA, "S9", "new blocks").sentence()).isEqualTo("string: S9 - a string of the site");
        assertThat(protection.learnAnew(EVA, "S1", "new blocks").done()).isTrue();
        assertThat(room.view.strings().get(0).learntBy()).isEqualTo("eva");
    }

    @Test
    void whoMayNotIsNotToldWhatElseIsWrong() {
        room.pass(60_000);
        List<Runnable> attempts = List.of(
                () -> protection.trip(OPERATOR, "Q9", "", ""),
                () -> protection.veto(OPERATOR, "Q1", 31, ""),
                () -> protection.release(OPERATOR, "Q9", ""),
                () -> protection.arm(OPERATOR, "Q1", 7, ""),
                () -> protection.disarm(OPERATOR, "Q1", ""),
                () -> protection.prove(OPERATOR, "Q1", "q1"),
                () -> protection.learnAnew(OPERATOR, "S9", ""));
        for (int i = 0; i < attempts.size(); i++) {
            assertThatThrownBy(attempts.get(i)::run).as("attempt %d", i).isInstanceOf(NotAllowed.class);
            assertThat(audit.lines()).as("attempt %d", i).hasSize(i + 1).last().asString().contains("DENIED");
        }
    }
}
