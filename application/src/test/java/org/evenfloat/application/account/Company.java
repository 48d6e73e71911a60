// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.port.out.Directory;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.domain.access.GroupRole;
import org.evenfloat.domain.access.GroupRoles;
import org.evenfloat.domain.access.Role;

/** The directory of a company: anna is of the service, bert of nothing that has a role here, bob has a namesake. */
final class Company implements Directory {

    static final String PASSWORD = "of the company";
    static final GroupRoles ROLES = new GroupRoles(List.of(new GroupRole("service", Role.SERVICE, Set.of("A1"))));

    final List<String> asked = new ArrayList<>();
    boolean silent;

    @Override
    public String name() {
        return "ldap";
    }

    @Override
    public Optional<Set<String>> check(String user, String password) throws DirectoryFailure {
        asked.add(user);
        if (silent) {
            throw new DirectoryFailure("no answer");
        }
        if (!password.equals(PASSWORD)) {
            return Optional.empty();
        }
        return switch (user) {
            case "anna", "bob" -> Optional.of(Set.of("service"));
            case "bert" -> Optional.of(Set.of());
            default -> Optional.empty();
        };
    }
}
