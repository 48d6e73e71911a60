// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupRolesTest {

    private static final GroupRoles ROLES = new GroupRoles(List.of(
            new GroupRole("service", Role.SERVICE, Set.of()),
            new GroupRole("view", Role.VIEW, Set.of()),
            new GroupRole("night", Role.OPERATE, Set.of("A1", "A2")),
            new GroupRole("night", Role.SAFETY, Set.of("A2"))));

    @Test
    void givesNothingWithoutAGroupThatMeansSomething() {
        assertThat(ROLES.grants(Set.of())).isEmpty();
        assertThat(ROLES.grants(Set.of("Service", "service ", "", "admin"))).isEmpty();
        assertThat(new GroupRoles(List.of()).grants(Set.of("service"))).isEmpty();
    }

    @Test
    void givesTheHighestOfSeveralRoles() {
        assertThat(ROLES.grants(Set.of("view", "service", "other"))).contains(Grants.of(Role.SERVICE));
        assertThat(ROLES.grants(Set.of("view"))).contains(Grants.of(Role.VIEW));
    }

    @Test
    void letsWhoHasARoleForStringsOnlyLookAtTheRest() {
        assertThat(ROLES.grants(Set.of("night")))
                .contains(new Grants(Role.VIEW, Map.of("A1", Role.OPERATE, "A2", Role.SAFETY)));
    }

    @Test
    void keepsForAStringOnlyWhatIsMoreThanEverywhere() {
        assertThat(ROLES.grants(Set.of("night", "service"))).contains(new Grants(Role.SERVICE, Map.of("A2", Role.SAFETY)));
    }

    @Test
    void knowsEveryGroupThatMeansSomething() {
        assertThat(ROLES.groups()).containsExactly("service", "view", "night");
    }
}
