// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.evenfloat.application.port.in.AccessClosed;
import org.evenfloat.application.port.in.NotWrittenDown;
import org.evenfloat.application.port.in.SignIn.Answer;
import org.evenfloat.application.port.in.SignIn.Verdict;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.event.EventKind;
import org.junit.jupiter.api.Test;

class FrontDoorTest {

    private final Office office = Office.withTwo();

    @Test
    void theRightPasswordMakesASessionOfItsUser() {
        Answer answer = office.signIn(" Bob ", Office.GOOD);
        assertThat(answer.verdict()).isEqualTo(Verdict.WELCOME);
        assertThat(answer.untilMillis()).isEqualTo(office.nowMillis + Sessions.LONGEST_MILLIS);
        assertThat(office.door.bySession(answer.session(), "web 10.0.0.8")).hasValue(
                new Actor(Actor.Kind.PERSON, "bob", "web 10.0.0.8", Grants.of(Role.ADMIN)));
        assertThat(office.written()).containsExactly("bob SIGN_IN DONE");
        assertThat(office.signIn("bob", Office.GOOD).session()).as("a new one each time").isNotEqualTo(answer.session());
        assertThat(office.audit.toString() + office.sessions.kept).doesNotContain(answer.session(), Office.GOOD);
    }

    @Test
    void theSamePasswordTypedOnAnotherKeyboardIsRight() {
        office.users.add(Office.ADMIN, "zoe", Grants.of(Role.VIEW), "zw\u00F6lf H\u00E4user", false);
        assertThat(office.signIn("zoe", "zwo\u0308lf Ha\u0308user").verdict()).isEqualTo(Verdict.WELCOME);
    }

    @Test
    void nothingTellsWhetherThereIsAUser() {
        office.users.disable(Office.ADMIN, "eve", true);
        int before = office.hash.work;
        Answer wrong = office.signIn("bob", "wrong password");
        int workOfKnown = office.hash.work - before;
        for (String[] attempt : new String[][] {
                {"mallory", "wrong password"}, {"eve", Office.GOOD}, {"", ""}, {"a\u0000b", "x"},
                {"bob", "x".repeat(5_000)}}) {
            before = office.hash.work;
            assertThat(office.signIn(attempt[0], attempt[1])).isEqualTo(wrong);
            assertThat(office.hash.work - before).as("work for " + attempt[0]).isEqualTo(workOfKnown);
        }
        assertThat(wrong.verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void unknownNamesWaitLikeKnownOnes() {
        for (String name : new String[] {"eve", "mallory"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(office.door.signIn(name, "wrong", "", "web " + name).verdict()).isEqualTo(Verdict.DENIED);
            }
            Answer answer = office.door.signIn(name, Office.GOOD, "", "web " + name);
            assertThat(answer.verdict()).isEqualTo(Verdict.WAIT);
            assertThat(answer.waitMillis()).isEqualTo(1_000);
            assertThat(answer.sentence()).contains("1 s");
        }
        office.later(1_000);
        assertThat(office.signIn("eve", Office.GOOD).verdict()).isEqualTo(Verdict.WELCOME);
        assertThat(office.signIn("eve", "wrong").verdict()).as("counted anew").isEqualTo(Verdict.DENIED);
    }

    @Test
    void failuresAreWrittenDownWithoutWhatWasTypedAndOnceALockOut() {
        for (int i = 0; i < 50; i++) {
            office.signIn("eve", "my old password");
            office.door.signIn("my old password", "my old password", "", "web 10.0.0.9");
        }
        assertThat(office.written()).hasSize(10).containsOnly(
                "eve SIGN_IN_FAILED DENIED", "unknown SIGN_IN_FAILED DENIED");
        assertThat(office.audit.toString()).doesNotContain("my old password");
        assertThat(office.lastWritten()).isEqualTo("no such user; the next attempt has to wait 1 s");
        office.later(1_000);
        office.signIn("eve", "my old password");
        office.signIn("eve", "my old password");
        assertThat(office.written()).hasSize(11);
        assertThat(office.lastWritten()).isEqualTo("wrong password; the next attempt has to wait 2 s");
    }

    @Test
    void nobodyCanLockTheEmergencyAccountForEverybodyAndItsEveryUseIsToldLoudly() {
        assertThat(office.users.add(Office.ADMIN, "glass", Grants.of(Role.ADMIN), Office.GOOD, true)).isEmpty();
        for (int i = 0; i < 30; i++) {
            office.door.signIn("glass", "wrong", "", "web 10.6.6.6");
        }
        assertThat(office.door.signIn("glass", Office.GOOD, "", "web 10.6.6.6").verdict()).isEqualTo(Verdict.WAIT);
        office.events.clear();
        Actor glass = office.person("glass");
        assertThat(office.events.heads()).containsExactly("EMERGENCY_ACCESS");
        assertThat(office.events.text(EventKind.EMERGENCY_ACCESS)).contains("glass", "SIGN_IN", Office.FROM);
        office.users.disable(glass, "eve", true);
        assertThat(office.events.heads()).hasSize(2);
        office.person("bob");
        assertThat(office.events.heads()).as("not for others").hasSize(2);
    }

    @Test
    void manyWhoSignInAtOnceAreToldToWaitAndNotCounted() {
        office.signIn("bob", "wrong");
        office.hash.busy = true;
        for (int i = 0; i < 10; i++) {
            assertThat(office.signIn("bob", Office.GOOD).verdict()).isEqualTo(Verdict.WAIT);
        }
        office.hash.busy = false;
        assertThat(office.signIn("bob", Office.GOOD).verdict()).isEqualTo(Verdict.WELCOME);
    }

    @Test
    void nobodyGetsInWhenTheBookIsDamagedAndStrangersLearnNothingOfTheMachine() {
        String session = office.session("bob");
        office.book.damaged = true;
        for (Runnable attempt : List.<Runnable>of(
                () -> office.signIn("bob", Office.GOOD), () -> office.door.bySession(session, Office.FROM),
                () -> office.door.byToken("secret-1", Office.FROM), office.door::claimed,
                () -> office.door.claim(office.claimCode.text(), "eve", Office.GOOD, Office.FROM))) {
            assertThatThrownBy(attempt::run).isInstanceOf(AccessClosed.class).hasMessageNotContaining("/data");
        }
    }

    @Test
    void whatCannotBeWrittenDownDoesNotHappen() {
        office.auditFails = true;
        assertThatThrownBy(() -> office.signIn("bob", Office.GOOD)).isInstanceOf(NotWrittenDown.class);
        assertThat(office.sessions.kept).isEmpty();
    }

    @Test
    void signingOutEndsTheSessionAndIsWrittenDown() {
        String session = office.session("bob");
        office.door.signOut(session);
        office.door.signOut(session);
        office.door.signOut("nonsense");
        assertThat(office.door.bySession(session, Office.FROM)).isEmpty();
        assertThat(office.written()).containsExactly("bob SIGN_IN DONE", "bob SIGN_OUT DONE");
    }

    @Test
    void theFirstAdministratorIsMadeWithTheCodeAndNobodyAfterHim() {
        Office empty = new Office();
        assertThat(empty.door.claimed()).isFalse();
        assertThat(empty.door.claim("AAAA-AAAA", "Bob", "short", Office.FROM)).singleElement().asString()
                .startsWith("code: wrong").contains("tries left: 9");
        assertThat(empty.door.claim(empty.claimCode.text(), "Bob", "short", Office.FROM)).hasSize(2);
        assertThat(empty.door.claim(empty.claimCode.text(), "bob", Office.GOOD, Office.FROM)).isEmpty();
        assertThat(empty.door.claimed()).isTrue();
        assertThat(empty.written()).containsExactly("unknown CLAIM_FAILED DENIED", "bob CLAIMED DONE");
        assertThat(empty.person("bob").grants()).isEqualTo(Grants.of(Role.ADMIN));
        assertThat(empty.door.claim(empty.claimCode.text(), "eve", Office.GOOD, Office.FROM)).singleElement().asString()
                .startsWith("claim: this server has users already");
    }

    @Test
    void aCodeThatWasGuessedAtTenTimesIsVoid() {
        Office empty = new Office();
        for (int i = 0; i < 20; i++) {
            empty.door.claim("AAAA-AAAA", "bob", Office.GOOD, Office.FROM);
        }
        assertThat(empty.door.claim(empty.claimCode.text(), "bob", Office.GOOD, Office.FROM)).singleElement().asString()
                .startsWith("code: void");
        assertThat(empty.written()).as("each try, and no more").hasSize(10);
        assertThat(empty.door.claimed()).isFalse();
    }
}
