// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.access.Guest;
import org.evenfloat.application.port.in.ManageUsers.Session;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.SignIn.Answer;
import org.evenfloat.application.port.in.SignIn.Verdict;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.Test;

class GuestsTest {

    private static final Grants SERVICE_OF_A1 = new Grants(Role.VIEW, Map.of("A1", Role.SERVICE));

    private final Office office = Office.withTwo();

    private Answer annaComes() {
        Answer answer = office.signIn(" Anna ", Company.PASSWORD);
        assertThat(answer.verdict()).as(answer.sentence()).isEqualTo(Verdict.WELCOME);
        return answer;
    }

    private Optional<Actor> use(Answer answer) {
        return office.door.bySession(answer.session(), Office.FROM);
    }

    @Test
    void whoIsKnownToTheDirectoryIsInWithWhatHisGroupsMayAndItIsWrittenDown() {
        Answer answer = annaComes();
        assertThat(use(answer)).hasValue(
                new Actor(Actor.Kind.PERSON, "anna@company", Office.FROM, SERVICE_OF_A1));
        assertThat(use(answer).orElseThrow().guest()).isTrue();
        assertThat(office.written()).containsExactly("anna@company SIGN_IN DONE");
        assertThat(office.lastWritten()).contains("known to ldap, view, A1=service");
    }

    @Test
    void aUserOfThisServerIsNeverAskedForElsewhere() {
        assertThat(office.signIn("bob", Company.PASSWORD).verdict()).isEqualTo(Verdict.DENIED);
        office.users.disable(Office.ADMIN, "eve", true);
        assertThat(office.signIn("eve", Company.PASSWORD).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(office.company.asked).isEmpty();
    }

    @Test
    void guessesAreCountedAndAnsweredAsThoseOfUsers() {
        for (int i = 0; i < 5; i++) {
            assertThat(office.signIn("anna", "wrong")).isEqualTo(office.door.signIn("eve", "wrong", "", "web 10.0.0.9"));
        }
        Answer locked = office.signIn("anna", Company.PASSWORD);
        assertThat(locked.verdict()).isEqualTo(Verdict.WAIT);
        office.later(locked.waitMillis());
        annaComes();
        assertThat(office.written()).contains("unknown SIGN_IN_FAILED DENIED");
    }

    @Test
    void whoHasNoRoleHereHearsItAndHasGuessedNothing() {
        for (int i = 0; i < 20; i++) {
            Answer answer = office.signIn("bert", Company.PASSWORD);
            assertThat(answer.verdict()).isEqualTo(Verdict.DENIED);
            assertThat(answer.sentence()).contains("none of your groups has a role");
        }
        assertThat(office.written()).containsOnly("bert SIGN_IN_FAILED DENIED");
    }

    @Test
    void aSilentDirectoryIsSaidToEverybodyWhoIsDenied() {
        office.company.silent = true;
        Answer unknown = office.signIn("anna", Company.PASSWORD);
        assertThat(unknown.sentence()).contains("does not answer at present");
        assertThat(office.signIn("eve", "wrong")).isEqualTo(unknown);
        assertThat(office.signIn("eve", Office.GOOD).verdict()).isEqualTo(Verdict.WELCOME);
    }

    @Test
    void theirSessionsEndAfterADayAtTheLatestAndWithTheServer() {
        Answer day = annaComes();
        assertThat(day.untilMillis()).isEqualTo(office.nowMillis + Sessions.GUEST_MILLIS);
        assertThat(office.sessions.kept).as("kept on the disk").isEmpty();
        office.later(Sessions.GUEST_MILLIS / 2);
        assertThat(use(day)).isPresent();
        office.later(Sessions.GUEST_MILLIS / 2);
        assertThat(use(day)).isEmpty();

        Answer answer = annaComes();
        String eve = office.session("eve");
        office.start();
        assertThat(use(answer)).isEmpty();
        assertThat(office.door.bySession(eve, Office.FROM)).isPresent();
    }

    @Test
    void theySeeAndEndTheirOwnSessionsAndAnAdministratorAllOfThem() {
        Answer first = annaComes();
        Answer second = annaComes();
        Actor anna = use(first).orElseThrow();
        assertThat(office.own.ownSessions(anna)).extracting(Session::user)
                .containsExactly("anna@company", "anna@company");
        office.door.signOut(second.session());
        assertThat(office.written()).endsWith("anna@company SIGN_OUT DONE");
        assertThat(use(second)).isEmpty();
        String id = office.users.sessions(Office.ADMIN).get(0).id();
        assertThat(office.users.endSession(anna, id)).isEmpty();
        assertThat(use(first)).isEmpty();
    }

    @Test
    void theyHaveNoPasswordAndNoSecondFactorHere() {
        Actor anna = use(annaComes()).orElseThrow();
        assertThatThrownBy(() -> office.own.changePassword(anna, "", Company.PASSWORD, Office.OTHER))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> office.own.beginSecondFactor(anna)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whoComesBackFromAProviderIsLetInAndWrittenDownTheSame() {
        Answer answer = office.sessionDoor.letIn(
                new Guest("dora@example.org", "oidc", Grants.of(Role.OPERATE)), Office.FROM);
        assertThat(use(answer)).map(Actor::name).hasValue("dora@example.org");
        office.sessionDoor.turnedAway("", "oidc", "What it answered proves nothing.", Office.FROM);
        assertThat(office.written()).containsExactly(
                "dora@example.org SIGN_IN DONE", "unknown SIGN_IN_FAILED DENIED");
        assertThat(office.lastWritten()).isEqualTo("oidc: What it answered proves nothing.");
    }
}
