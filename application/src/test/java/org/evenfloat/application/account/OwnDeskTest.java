// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.OwnAccess.Enrolment;
import org.evenfloat.application.port.in.SignIn.Verdict;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.Test;

class OwnDeskTest {

    private final Office office = Office.withTwo();
    private final String session = office.session("eve");
    private final Actor eve = office.door.bySession(session, Office.FROM).orElseThrow();

    private String code(String secret) {
        return TimeCodes.code(Base32.decode(secret).orElseThrow(), TimeCodes.step(office.nowMillis));
    }

    private Verdict signIn(String password, String code) {
        return office.door.signIn("eve", password, code, Office.FROM).verdict();
    }

    @Test
    void aNewPasswordEndsAllSessionsButThisOne() {
        String other = office.session("eve");
        String bobs = office.session("bob");
        assertThat(office.own.changePassword(eve, session, Office.GOOD, Office.OTHER)).isEmpty();
        assertThat(office.door.bySession(session, Office.FROM)).isPresent();
        assertThat(office.door.bySession(other, Office.FROM)).isEmpty();
        assertThat(office.door.bySession(bobs, Office.FROM)).isPresent();
        assertThat(signIn(Office.GOOD, "")).isEqualTo(Verdict.DENIED);
        assertThat(signIn(Office.OTHER, "")).isEqualTo(Verdict.WELCOME);
        assertThat(office.written()).contains("eve CHANGE_OWN_ACCESS DONE");
    }

    @Test
    void theOldPasswordIsWantedAndGuessingItIsCountedLikeSigningIn() {
        assertThat(office.own.changePassword(eve, session, "wrong", "short")).containsExactly(
                "oldPassword: wrong - allowed: the present password", "newPassword: 5 characters - allowed: 12 to 128");
        assertThat(office.own.changePassword(eve, session, Office.GOOD, Office.GOOD)).containsExactly(
                "newPassword: the old one - allowed: another one");
        for (int i = 0; i < 5; i++) {
            office.own.changePassword(eve, session, "wrong", Office.OTHER);
        }
        assertThat(office.own.changePassword(eve, session, Office.GOOD, Office.OTHER)).singleElement().asString()
                .startsWith("oldPassword: not looked at - allowed: to wait.");
        assertThat(signIn(Office.GOOD, "")).isEqualTo(Verdict.WAIT);
    }

    @Test
    void aConfirmedSecondFactorIsWantedFromThenOnAndEachCodeIsGoodOnce() {
        Enrolment begun = office.own.beginSecondFactor(eve);
        assertThat(begun.secret()).matches("[A-Z2-7]{32}");
        assertThat(begun.uri()).isEqualTo("otpauth://totp/Evenfloat%20Hall%203:eve?secret=" + begun.secret()
                + "&issuer=Evenfloat%20Hall%203&algorithm=SHA1&digits=6&period=30");
        assertThat(signIn(Office.GOOD, "")).as("not yet confirmed").isEqualTo(Verdict.WELCOME);
        assertThat(office.own.confirmSecondFactor(eve, "000000")).singleElement().asString().startsWith("code: wrong");
        assertThat(office.own.confirmSecondFactor(eve, code(begun.secret()))).isEmpty();
        assertThat(office.own.hasSecondFactor(eve)).isTrue();
        assertThat(office.door.bySession(session, Office.FROM)).as("goes on").isPresent();

        assertThat(signIn(Office.GOOD, "")).isEqualTo(Verdict.CODE_WANTED);
        assertThat(signIn("wrong", code(begun.secret()))).isEqualTo(Verdict.DENIED);
        assertThat(signIn(Office.GOOD, code(begun.secret()))).as("used to confirm").isEqualTo(Verdict.CODE_WANTED);
        office.later(TimeCodes.STEP_MILLIS);
        assertThat(signIn(Office.GOOD, code(begun.secret()))).isEqualTo(Verdict.WELCOME);
        assertThat(signIn(Office.GOOD, code(begun.secret()))).as("used").isEqualTo(Verdict.CODE_WANTED);
        assertThat(office.audit.toString()).doesNotContain(begun.secret());
    }

    @Test
    void codesCannotBeGuessedAndAskingForOneIsNoFailure() {
        Enrolment begun = office.own.beginSecondFactor(eve);
        office.own.confirmSecondFactor(eve, code(begun.secret()));
        for (int i = 0; i < 50; i++) {
            assertThat(signIn(Office.GOOD, "")).isEqualTo(Verdict.CODE_WANTED);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(Office.GOOD, "12345" + i)).isEqualTo(Verdict.CODE_WANTED);
        }
        assertThat(signIn(Office.GOOD, "123456")).isEqualTo(Verdict.WAIT);
        assertThat(office.lastWritten()).startsWith("wrong code of the second factor; the next attempt has to wait");
    }

    @Test
    void whatIsNotConfirmedIsForgotten() {
        String secret = office.own.beginSecondFactor(eve).secret();
        office.later(OwnDesk.CONFIRM_MILLIS);
        assertThat(office.own.confirmSecondFactor(eve, code(secret))).singleElement().asString()
                .contains("no second factor was begun");
        secret = office.own.beginSecondFactor(eve).secret();
        for (int i = 0; i < OwnDesk.MOST_TRIES; i++) {
            assertThat(office.own.confirmSecondFactor(eve, "00000x")).hasSize(1);
        }
        assertThat(office.own.confirmSecondFactor(eve, code(secret))).hasSize(1);
        assertThat(office.own.hasSecondFactor(eve)).isFalse();
    }

    @Test
    void theSecondFactorIsGivenUpWithThePassword() {
        assertThat(office.own.dropSecondFactor(eve, Office.GOOD)).singleElement().asString()
                .startsWith("second factor: none");
        office.own.confirmSecondFactor(eve, code(office.own.beginSecondFactor(eve).secret()));
        assertThat(office.own.dropSecondFactor(eve, "wrong")).containsExactly(
                "password: wrong - allowed: the present password");
        assertThat(office.own.dropSecondFactor(eve, Office.GOOD)).isEmpty();
        assertThat(signIn(Office.GOOD, "")).isEqualTo(Verdict.WELCOME);
    }

    @Test
    void scriptsAndTheConsoleHaveNoAccessOfTheirOwn() {
        for (Actor who : List.of(
                new Actor(Actor.Kind.SCRIPT, "eve", "web", Grants.of(Role.ADMIN)), Office.ADMIN, Actor.server())) {
            assertThatThrownBy(() -> office.own.changePassword(who, "", Office.GOOD, Office.OTHER))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> office.own.beginSecondFactor(who)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> office.own.ownSessions(who)).isInstanceOf(NotAllowed.class);
        }
    }
}
