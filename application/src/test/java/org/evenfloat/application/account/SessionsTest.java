// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.ManageUsers.Session;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.User;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final Office office = Office.withTwo();

    private Optional<Actor> use(String session) {
        return office.door.bySession(session, Office.FROM);
    }

    @Test
    void endWhenNobodyUsesThemForAShift() {
        String session = office.session("eve");
        for (int i = 0; i < 5; i++) {
            office.later(Sessions.IDLE_MILLIS - 1);
            assertThat(use(session)).isPresent();
        }
        office.later(Sessions.IDLE_MILLIS);
        assertThat(use(session)).isEmpty();
        office.later(-Sessions.IDLE_MILLIS);
        assertThat(use(session)).as("ended for good").isEmpty();
    }

    @Test
    void endAfterAWeekHoweverMuchTheyAreUsed() {
        String session = office.session("eve");
        long end = office.nowMillis + Sessions.LONGEST_MILLIS;
        while (office.nowMillis + 3_600_000 < end) {
            office.later(3_600_000);
            assertThat(use(session)).isPresent();
        }
        office.later(end - office.nowMillis);
        assertThat(use(session)).isEmpty();
    }

    @Test
    void endWhenAnythingOfTheAccessChanges() {
        List<Runnable> changes = List.of(
                () -> office.users.resetPassword(Office.ADMIN, "eve", Office.OTHER),
                () -> office.users.grant(Office.ADMIN, "eve", Grants.of(Role.VIEW)),
                () -> office.users.grant(Office.ADMIN, "eve", Office.higher(Role.VIEW, "A1", Role.SERVICE)),
                () -> office.users.disable(Office.ADMIN, "eve", true),
                () -> office.users.remove(Office.ADMIN, "eve"));
        for (Runnable change : changes) {
            office.users.disable(Office.ADMIN, "eve", false);
            office.users.resetPassword(Office.ADMIN, "eve", Office.GOOD);
            String session = office.session("eve");
            String others = office.session("bob");
            assertThat(use(session)).isPresent();
            change.run();
            assertThat(use(session)).isEmpty();
            assertThat(use(others)).isPresent();
        }
    }

    @Test
    void ofADisabledUserDoNotComeBackWhenHeIsEnabled() {
        String session = office.session("eve");
        office.users.disable(Office.ADMIN, "eve", true);
        office.users.disable(Office.ADMIN, "eve", false);
        assertThat(use(session)).isEmpty();
    }

    @Test
    void outliveARestartAndSoDoesTheirEnd() {
        String kept = office.session("eve");
        String ended = office.session("bob");
        office.door.signOut(ended);
        office.start();
        assertThat(use(kept)).isPresent();
        assertThat(use(ended)).isEmpty();
    }

    @Test
    void endWhenAnotherProcessChangesTheAccess() throws Exception {
        String session = office.session("eve");
        User eve = office.book.book().user("eve").orElseThrow();
        office.book.update(book -> book.with(new User("eve", Grants.of(Role.VIEW), eve.passwordHash(), "", false, false,
                eve.createdAtMillis(), eve.passwordAtMillis())));
        assertThat(office.users.sessions(Office.ADMIN)).isEmpty();
        office.start();
        assertThat(use(session)).isEmpty();
    }

    @Test
    void timesOfUseAreWrittenOnceAMinute() {
        String session = office.session("eve");
        int writes = office.sessions.writes;
        for (int i = 0; i < 600; i++) {
            office.later(1_000);
            use(session);
        }
        assertThat(office.sessions.writes - writes).isEqualTo(10);
        assertThat(office.sessions.kept.get(0).usedAtMillis()).isEqualTo(office.nowMillis);
    }

    @Test
    void areBoundedForAUserAndInAll() {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < Sessions.MOST_OF_USER + 3; i++) {
            sessions.add(office.session("eve"));
            office.later(1);
        }
        assertThat(sessions.subList(0, 3)).allSatisfy(old -> assertThat(use(old)).isEmpty());
        assertThat(sessions.subList(3, sessions.size())).allSatisfy(young -> assertThat(use(young)).isPresent());
        for (int user = 0; user < 10; user++) {
            office.add("user" + user, Role.VIEW);
            for (int i = 0; i < 30; i++) {
                office.session("user" + user);
            }
        }
        assertThat(office.sessions.kept).hasSize(Sessions.MOST);
    }

    @Test
    void areShownToAdministratorsWithoutTheirSecretsAndEnded() {
        String eves = office.session("eve");
        office.later(1);
        Actor bob = office.person("bob");
        List<Session> all = office.users.sessions(bob);
        assertThat(all).extracting(Session::user).containsExactly("bob", "eve");
        assertThat(all.get(1)).isEqualTo(new Session(
                all.get(1).id(), "eve", Office.FROM, office.nowMillis - 1, office.nowMillis - 1,
                office.nowMillis - 1 + Sessions.LONGEST_MILLIS));
        assertThat(all.get(1).id()).hasSize(12).isNotEqualTo(eves);
        assertThat(office.users.endSession(bob, all.get(1).id())).isEmpty();
        assertThat(use(eves)).isEmpty();
        assertThat(office.users.endSession(bob, all.get(1).id())).singleElement().asString().startsWith("session: ");
    }

    @Test
    void ofOnesOwnCanBeEndedByOneself() {
        Actor eve = office.person("eve");
        office.later(1);
        String other = office.session("eve");
        assertThat(office.own.ownSessions(eve)).hasSize(2);
        assertThat(office.users.endSession(eve, office.own.ownSessions(eve).get(0).id())).isEmpty();
        assertThat(use(other)).isEmpty();
        assertThat(office.own.ownSessions(eve)).hasSize(1);
    }
}
