// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.access.DirectorySignIn.Door;
import org.evenfloat.application.port.out.Directory;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.GroupRole;
import org.evenfloat.domain.access.GroupRoles;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.Test;

class DirectorySignInTest {

    private static final GroupRoles ROLES = new GroupRoles(List.of(new GroupRole("service", Role.SERVICE, Set.of())));

    private final List<String> asked = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private long nowMillis = 1_000_000;

    /** A directory of a few names, each with the password "right". */
    private final class Known implements Directory {

        private final String name;
        private final Map<String, Set<String>> groups;
        private boolean silent;

        Known(String name, Map<String, Set<String>> groups) {
            this.name = name;
            this.groups = groups;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Set<String>> check(String user, String password) throws DirectoryFailure {
            asked.add(name + " " + user);
            if (silent) {
                throw new DirectoryFailure("no answer");
            }
            return password.equals("right") ? Optional.ofNullable(groups.get(user)) : Optional.empty();
        }
    }

    private final Known ldap =
            new Known("ldap", Map.of("anna", Set.of("service"), "bert", Set.of(), "local", Set.of("service")));
    private final Known radius = new Known("radius",
            Map.of("carl", Set.of("service"), "bert", Set.of("service"), "dora@example.org", Set.of("service")));
    private final DirectorySignIn signIn = new DirectorySignIn(
            List.of(new Door(ldap, ROLES), new Door(radius, ROLES)), "local"::equals,
            () -> Instant.ofEpochMilli(nowMillis), (name, failure) -> failed.add(name + " " + failure.getMessage()));

    @Test
    void letsInWhoIsKnownAndHasARole() {
        assertThat(signIn.check("anna", "right").guest())
                .contains(new Guest("anna@company", "ldap", Grants.of(Role.SERVICE)));
        assertThat(signIn.check("Carl", "right").guest())
                .contains(new Guest("carl@company", "radius", Grants.of(Role.SERVICE)));
        assertThat(asked).containsExactly("ldap anna", "ldap carl", "radius carl");
        assertThat(signIn.check("dora@example.org", "right").guest()).map(Guest::user)
                .contains("dora@example.org");
    }

    @Test
    void saysWhyToWhoIsKnownButHasNoRoleAndAsksNobodyElse() {
        DirectoryAnswer admission = signIn.check("bert", "right");
        assertThat(admission.guest()).isEmpty();
        assertThat(admission.sentence()).contains("none of your groups has a role");
        assertThat(asked).containsExactly("ldap bert");
        assertThat(signIn.check("bert", "wrong").sentence()).isEqualTo(DirectorySignIn.DENIED);
    }

    @Test
    void neverAsksAboutANameOfThisServer() {
        for (String name : List.of("local", "LOCAL", "Local")) {
            assertThat(signIn.check(name, "right").guest()).as(name).isEmpty();
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void neverAsksAboutNamesThatSomeDirectoryTakesForAnother() {
        for (String name : List.of("", " anna", "anna ", "ａｎｎａ", "an*", "anna)(uid=*", "a\0", "anna@company",
                "ANNA@Company", "x".repeat(65), "\u212aarl", "-x", "a,b", "a=b", "a\\b")) {
            assertThat(signIn.check(name, "right")).as(name).isEqualTo(DirectoryAnswer.denied(DirectorySignIn.DENIED));
        }
        assertThat(signIn.check("anna", "").guest()).isEmpty();
        assertThat(signIn.check("anna", "x".repeat(257)).guest()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void goesOnToTheNextWhenOneIsSilentAndSaysSo() {
        ldap.silent = true;
        assertThat(signIn.check("carl", "right").guest()).isPresent();
        assertThat(failed).containsExactly("ldap no answer");
        String told = signIn.check("anna", "right").sentence();
        assertThat(told).startsWith(DirectorySignIn.DENIED).contains("does not answer");
        assertThat(signIn.check("nobody", "wrong").sentence()).as("an unknown name").isEqualTo(told);
        assertThat(signIn.denial()).as("what who has the name of a local user is told").isEqualTo(told);
        assertThat(signIn.check("local", "wrong").sentence()).isEqualTo(told);
    }

    @Test
    void forgetsASilence() {
        ldap.silent = true;
        signIn.check("nobody", "wrong");
        ldap.silent = false;
        assertThat(signIn.denial()).contains("does not answer");
        signIn.check("nobody", "wrong");
        assertThat(signIn.denial()).as("once it answered").isEqualTo(DirectorySignIn.DENIED);
        ldap.silent = true;
        signIn.check("nobody", "wrong");
        nowMillis += DirectorySignIn.SILENCE_MILLIS;
        assertThat(signIn.denial()).as("after a minute").isEqualTo(DirectorySignIn.DENIED);
        signIn.check("nobody", "wrong");
        nowMillis -= 3_600_000;
        assertThat(signIn.denial()).as("after the clock was set back").isEqualTo(DirectorySignIn.DENIED);
    }

    @Test
    void asksNobodyWhenThereIsNoDirectory() {
        DirectorySignIn none = new DirectorySignIn(
                List.of(), name -> false, () -> Instant.ofEpochMilli(nowMillis), (name, failure) -> {});
        assertThat(none.check("anna", "right")).isEqualTo(DirectoryAnswer.denied(DirectorySignIn.DENIED));
    }

    @Test
    void letsFewWaitAtTheSameTime() throws Exception {
        CountDownLatch waiting = new CountDownLatch(DirectorySignIn.MOST);
        CountDownLatch go = new CountDownLatch(1);
        Directory slow = new Directory() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public Optional<Set<String>> check(String name, String password) throws DirectoryFailure {
                waiting.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new DirectoryFailure("interrupted");
                }
                return Optional.of(Set.of("service"));
            }
        };
        DirectorySignIn busy = new DirectorySignIn(List.of(new Door(slow, ROLES)), name -> false,
                () -> Instant.ofEpochMilli(nowMillis), (name, failure) -> {});
        ExecutorService threads = Executors.newFixedThreadPool(DirectorySignIn.MOST);
        try {
            for (int i = 0; i < DirectorySignIn.MOST; i++) {
                threads.execute(() -> busy.check("anna", "right"));
            }
            assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(busy.check("anna", "right").sentence()).contains("does not answer");
            go.countDown();
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(busy.check("anna", "right").guest()).as("places are given back").isPresent();
    }
}
