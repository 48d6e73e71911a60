// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.evenfloat.application.port.in.AccessClosed;
import org.evenfloat.application.port.in.ManageUsers.NewToken;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.WaitsForApproval;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;
import org.junit.jupiter.api.Test;

class AccountsOfficeTest {

    private final Office office = Office.withTwo();

    private List<String> add(String name, Grants grants, String password, boolean emergency) {
        return office.users.add(Office.ADMIN, name, grants, password, emergency);
    }

    @Test
    void allProblemsAreSaidAtOnceAndNothingIsChangedThen() {
        assertThat(add("Eve!", Office.higher(Role.VIEW, "B9", Role.SERVICE), "short", true)).containsExactly(
                "name: Eve! - allowed: 1 to 32 small letters, digits and . _ -, the first one a letter",
                "string: B9 - allowed: A1, A2",
                "role: view, B9=service - allowed: admin, for the emergency account",
                "password: 5 characters - allowed: 12 to 128");
        assertThat(add("eve", Grants.of(Role.VIEW), Office.GOOD, false)).containsExactly(
                "name: eve, who is there already - allowed: a name that nobody has");
        assertThat(office.audit).isEmpty();
        assertThat(office.users.users(Office.ADMIN)).extracting(User::name).containsExactly("bob", "eve");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(office.users.users(Office.ADMIN)).allSatisfy(user -> assertThat(user.passwordHash()).isEmpty());
    }

    @Test
    void whatWasChangedIsWrittenDownWithBeforeAndAfter() {
        office.users.grant(Office.ADMIN, "eve", Office.higher(Role.OPERATE, "A1", Role.SERVICE));
        assertThat(office.written()).containsExactly("root MANAGE_USERS DONE");
        assertThat(office.audit.get(0).target()).isEqualTo("user eve");
        assertThat(office.audit.get(0).before()).isEqualTo("service");
        assertThat(office.lastWritten()).isEqualTo("give operate, A1=service: operate, A1=service");
        office.users.remove(Office.ADMIN, "eve");
        assertThat(office.lastWritten()).isEqualTo("remove: none");
    }

    @Test
    void theFirstUserIsAnAdministrator() {
        Office empty = new Office();
        assertThat(empty.users.add(Office.ADMIN, "eve", Grants.of(Role.SAFETY), Office.GOOD, false)).containsExactly(
                "role: safety - allowed: admin, because it is the first user");
    }

    @Test
    void theLastAdministratorWhoCanSignInStays() {
        for (int round = 0; round < 2; round++) {
            String last = " is the last administrator who can sign in - allowed: with another one who can";
            assertThat(office.users.disable(Office.ADMIN, "bob", true)).containsExactly("name: bob" + last);
            assertThat(office.users.remove(Office.ADMIN, "bob")).containsExactly("name: bob" + last);
            assertThat(office.users.grant(Office.ADMIN, "bob", Grants.of(Role.SAFETY))).containsExactly(
                    "name: bob" + last);
            if (round == 0) {
                office.add("second", Role.ADMIN);
                office.users.disable(Office.ADMIN, "second", true); // one who cannot sign in does not count
            }
        }
        office.users.disable(Office.ADMIN, "second", false);
        assertThat(office.users.remove(Office.ADMIN, "bob")).isEmpty();
    }

    @Test
    void thereIsOneEmergencyAccountAndItStaysAnAdministrator() {
        assertThat(add("glass", Grants.of(Role.ADMIN), Office.GOOD, true)).isEmpty();
        assertThat(add("glass2", Grants.of(Role.ADMIN), Office.GOOD, true)).containsExactly(
                "emergency: a second account beside glass - allowed: at most one");
        assertThat(office.users.grant(Office.ADMIN, "glass", Grants.of(Role.VIEW))).containsExactly(
                "role: view - allowed: admin, for the emergency account");
    }

    @Test
    void onlyAdministratorsDecideAndARefusalIsWrittenDown() {
        Actor eve = office.person("eve");
        office.audit.clear();
        List<Runnable> attempts = List.of(
                () -> office.users.users(eve), () -> office.users.remove(eve, "bob"),
                () -> office.users.add(eve, "x", Grants.of(Role.ADMIN), Office.GOOD, false),
                () -> office.users.grant(eve, "eve", Grants.of(Role.ADMIN)),
                () -> office.users.disable(eve, "bob", true),
                () -> office.users.resetPassword(eve, "bob", Office.GOOD), () -> office.users.tokens(eve),
                () -> office.users.addToken(eve, "x", Grants.of(Role.ADMIN), 1),
                () -> office.users.removeToken(eve, "x"), () -> office.users.sessions(eve),
                () -> office.users.endSession(eve, "x"));
        attempts.forEach(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(NotAllowed.class));
        assertThat(office.written()).hasSize(attempts.size()).allMatch(entry -> entry.endsWith(" DENIED"));
    }

    @Test
    void aNewPasswordTakesTheSecondFactorAway() throws Exception {
        User eve = office.book.book().user("eve").orElseThrow();
        office.book.update(book -> book.with(new User("eve", eve.grants(), eve.passwordHash(), "GEZDGNBV", false, false,
                eve.createdAtMillis(), eve.passwordAtMillis())));
        assertThat(office.users.users(Office.ADMIN).get(1).secondFactor()).isEqualTo("enrolled");
        assertThat(office.users.resetPassword(Office.ADMIN, "eve", Office.OTHER)).isEmpty();
        assertThat(office.users.users(Office.ADMIN).get(1).secondFactor()).isEmpty();
        office.signIn("eve", Office.OTHER);
        assertThat(office.users.resetPassword(Office.ADMIN, "nobody", "short")).hasSize(2);
    }

    @Test
    void aDamagedBookIsToldToWhoMayKnow() {
        office.book.damaged = true;
        assertThatThrownBy(() -> office.users.users(Office.ADMIN)).isInstanceOf(AccessClosed.class)
                .hasMessage("/data/book.json is damaged");
    }

    @Test
    void aTokenIsShownOnceAndGoodUntilItsEnd() {
        NewToken made = office.users.addToken(Office.ADMIN, "grafana", Office.higher(Role.VIEW, "A1", Role.OPERATE), 30);
        assertThat(made.problems()).isEmpty();
        assertThat(office.audit.toString() + office.users.tokens(Office.ADMIN)).doesNotContain(made.token());
        assertThat(office.door.byToken(made.token(), Office.FROM)).hasValue(new Actor(
                Actor.Kind.SCRIPT, "grafana", Office.FROM, Office.higher(Role.VIEW, "A1", Role.OPERATE)));
        assertThat(office.door.byToken(made.token() + "x", Office.FROM)).isEmpty();
        office.later(30L * 24 * 3_600_000 - 1);
        assertThat(office.door.byToken(made.token(), Office.FROM)).isPresent();
        office.later(1);
        office.audit.clear();
        for (int i = 0; i < 100; i++) {
            assertThat(office.door.byToken(made.token(), Office.FROM)).isEmpty();
        }
        assertThat(office.written()).containsExactly("grafana TOKEN_EXPIRED DENIED");
    }

    @Test
    void aTokenThatIsTakenAwayIsGoodNoMore() {
        String token = office.users.addToken(Office.ADMIN, "grafana", Grants.of(Role.VIEW), 1).token();
        assertThat(office.users.addToken(Office.ADMIN, "grafana", Grants.of(Role.VIEW), 0).problems()).containsExactly(
                "name: grafana, which is there already - allowed: a name that no token has",
                "days: 0 - allowed: 1 to 731");
        assertThat(office.users.removeToken(Office.ADMIN, "grafana")).isEmpty();
        assertThat(office.door.byToken(token, Office.FROM)).isEmpty();
        assertThat(office.users.removeToken(Office.ADMIN, "grafana")).singleElement().asString().startsWith("name: ");
        assertThat(office.users.tokens(Office.ADMIN)).extracting(ScriptToken::name).isEmpty();
        assertThat(office.written()).containsExactly("root MANAGE_TOKENS DONE", "root MANAGE_TOKENS DONE");
    }

    @Test
    void usersAndTokensAreBounded() {
        for (int i = 0; i < UserRegister.MOST - 2; i++) {
            office.add("user" + i, Role.VIEW);
        }
        assertThat(add("onemore", Grants.of(Role.VIEW), Office.GOOD, false)).singleElement().asString()
                .startsWith("users: 200 already");
        for (int i = 0; i < TokenRegister.MOST; i++) {
            assertThat(office.users.addToken(Office.ADMIN, "t" + i, Grants.of(Role.VIEW), 1).problems()).isEmpty();
        }
        assertThat(office.users.addToken(Office.ADMIN, "t", Grants.of(Role.VIEW), 1).problems()).hasSize(1);
    }

    @Test
    void whatNeedsASecondPersonIsDecidedSoThatThereIsOne() {
        SecondPersonPolicy policy = new SecondPersonPolicy(office.guard, office.book);
        assertThat(policy.require(Office.ADMIN, Set.of(Verb.MANAGE_USERS, Verb.READ_AUDIT))).hasSize(2)
                .anySatisfy(problem -> assertThat(problem).startsWith("verb: MANAGE_USERS, which fewer than two users"))
                .anySatisfy(problem -> assertThat(problem).startsWith("verb: READ_AUDIT - allowed: BLINK"));
        office.add("second", Role.ADMIN);
        assertThat(policy.require(Office.ADMIN, Set.of(Verb.MANAGE_USERS, Verb.CALIBRATE))).isEmpty();
        assertThat(policy.verbs(Office.ADMIN)).containsExactlyInAnyOrder(Verb.MANAGE_USERS, Verb.CALIBRATE);
        assertThat(office.lastWritten()).isEqualTo("a second person for CALIBRATE, MANAGE_USERS");

        Actor bob = office.person("bob");
        assertThatThrownBy(() -> office.users.remove(bob, "eve")).isInstanceOf(WaitsForApproval.class);
        assertThat(office.users.users(bob)).hasSize(3);
        assertThat(office.approvals.approve(office.person("second"), 1).orElseThrow().told()).isEqualTo("remove: none");
        assertThat(office.users.users(bob)).hasSize(2);
    }
}
