// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.port.in.SignIn.Answer;
import org.evenfloat.application.port.in.SignIn.Verdict;
import org.evenfloat.application.port.in.SignInElsewhere.Begun;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.application.port.out.IdentityProvider;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.GroupRole;
import org.evenfloat.domain.access.GroupRoles;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.Test;

class ProviderSignInTest {

    private final List<String> written = new ArrayList<>();
    private final List<IdentityProvider.Errand> errands = new ArrayList<>();
    private Optional<IdentityProvider.Person> person =
            Optional.of(new IdentityProvider.Person("Anna", Set.of("service")));
    private boolean silent;
    private long nowMillis = 5_000_000;
    private int drawn;

    private final IdentityProvider provider = new IdentityProvider() {
        @Override
        public String name() {
            return "oidc";
        }

        @Override
        public String address(Errand errand) throws DirectoryFailure {
            fail();
            return "https://login.example.org/?state=" + errand.state();
        }

        @Override
        public Optional<Person> person(Errand errand, String code) throws DirectoryFailure {
            fail();
            errands.add(errand);
            return code.equals("good") ? person : Optional.empty();
        }

        private void fail() throws DirectoryFailure {
            if (silent) {
                throw new DirectoryFailure("no answer");
            }
        }
    };

    private final SecretSource secrets = new SecretSource() {
        @Override
        public String secret() {
            return String.format("%043d", ++drawn);
        }

        @Override
        public byte[] bytes(int count) {
            return new byte[count];
        }
    };

    private final SessionDoor sessions = new SessionDoor() {
        @Override
        public Answer letIn(Guest guest, String from) {
            written.add("in " + guest.user() + " by " + guest.by() + " from " + from);
            return new Answer(Verdict.WELCOME, "", "session of " + guest, 1, 0);
        }

        @Override
        public void turnedAway(String name, String by, String why, String from) {
            written.add("away " + name + " by " + by);
        }
    };

    private final ProviderSignIn signIn = new ProviderSignIn(
            provider, new GroupRoles(List.of(new GroupRole("service", Role.SERVICE, Set.of()))), "Company login", secrets,
            "local"::equals, sessions, () -> Instant.ofEpochMilli(nowMillis), (name, failure) -> {});

    private static String state(Begun begun) {
        return begun.address().substring(begun.address().indexOf('=') + 1);
    }

    private Answer finish(Begun begun) {
        return signIn.finish(begun.binding(), state(begun), "good", "web 10.0.0.7");
    }

    private void assertDenied(Answer answer) {
        assertThat(answer.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(answer.session()).isEmpty();
        assertThat(answer.sentence()).isNotBlank();
        assertThat(written.get(written.size() - 1)).startsWith("away ");
    }

    @Test
    void letsInWhoComesBack() {
        Answer answer = finish(signIn.begin());
        assertThat(answer.verdict()).isEqualTo(Verdict.WELCOME);
        assertThat(answer.session())
                .contains(new Guest("anna@company", "oidc", Grants.of(Role.SERVICE)).toString());
        assertThat(written).containsExactly("in anna@company by oidc from web 10.0.0.7");
        assertThat(signIn.button()).contains("Company login");
    }

    @Test
    void drawsEverySecretAnew() {
        Begun one = signIn.begin();
        Begun two = signIn.begin();
        finish(one);
        finish(two);
        assertThat(List.of(one.binding(), two.binding(), state(one), state(two), errands.get(0).nonce(),
                errands.get(1).nonce(), errands.get(0).verifier(), errands.get(1).verifier())).doesNotHaveDuplicates();
        assertThat(one.address()).doesNotContain(one.binding());
    }

    @Test
    void takesNobodyBackWhoDidNotBeginHere() {
        Begun mine = signIn.begin();
        Begun his = signIn.begin();
        assertDenied(signIn.finish("", state(his), "good", "web"));
        assertDenied(signIn.finish("made up", state(his), "good", "web"));
        assertDenied(signIn.finish(mine.binding(), state(his), "good", "web"));
        assertThat(errands).as("the provider is not even asked").isEmpty();
        assertDenied(finish(mine));
        assertThat(finish(his).verdict()).as("who began it is not hurt").isEqualTo(Verdict.WELCOME);
    }

    @Test
    void takesNobodyBackTwice() {
        Begun begun = signIn.begin();
        assertThat(finish(begun).verdict()).isEqualTo(Verdict.WELCOME);
        assertDenied(finish(begun));
        Begun wrongCode = signIn.begin();
        assertDenied(signIn.finish(wrongCode.binding(), state(wrongCode), "bad", "web"));
        assertDenied(finish(wrongCode));
    }

    @Test
    void takesNobodyBackWithoutACode() {
        for (String code : List.of("", "x".repeat(2_049))) {
            Begun begun = signIn.begin();
            assertDenied(signIn.finish(begun.binding(), state(begun), code, "web"));
        }
        assertThat(errands).isEmpty();
    }

    @Test
    void takesNobodyBackTooLate() {
        Begun late = signIn.begin();
        nowMillis += ProviderSignIn.KEEP_SECONDS * 1_000L;
        Begun inTime = signIn.begin();
        nowMillis += 1;
        assertDenied(finish(late));
        assertThat(finish(inTime).verdict()).isEqualTo(Verdict.WELCOME);
    }

    @Test
    void remembersOnlySoManyErrands() {
        Begun oldest = signIn.begin();
        Begun second = signIn.begin();
        for (int i = 2; i <= ProviderSignIn.MOST; i++) {
            signIn.begin();
        }
        assertDenied(finish(oldest));
        assertThat(finish(second).verdict()).isEqualTo(Verdict.WELCOME);
    }

    @Test
    void letsNobodyInWithoutRoleOrWithANameOfThisServer() {
        person = Optional.of(new IdentityProvider.Person("anna", Set.of("other")));
        assertDenied(finish(signIn.begin()));
        assertThat(written).containsExactly("away anna by oidc");
        for (String name : List.of("local", "LOCAL", "", "a b", "anna@company", "a\nb", "ａｎｎａ")) {
            person = Optional.of(new IdentityProvider.Person(name, Set.of("service")));
            assertDenied(finish(signIn.begin()));
        }
        person = Optional.empty();
        assertDenied(finish(signIn.begin()));
    }

    @Test
    void saysWhenTheProviderIsSilent() {
        Begun begun = signIn.begin();
        silent = true;
        assertThat(signIn.begin().address()).isEmpty();
        assertThat(signIn.begin().sentence()).contains("does not answer");
        assertDenied(finish(begun));
    }
}
