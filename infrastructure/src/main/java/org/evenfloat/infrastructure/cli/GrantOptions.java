// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import picocli.CommandLine.Option;

/** Which roles a command gives. */
final class GrantOptions {

    @Option(names = "--role", required = true, paramLabel = "ROLE",
            description = "Role on the whole site: view, operate, service, safety or admin.")
    private String role;

    @Option(names = "--string", paramLabel = "STRING=ROLE",
            description = "A higher role on one string, such as A1=service; may be given several times.")
    private List<String> strings = List.of();

    /** Returns the roles, or fails with all problems. */
    Grants grants() throws CommandFailure {
        List<String> problems = new ArrayList<>();
        Role site = role("--role", role, problems);
        Map<String, Role> higher = new LinkedHashMap<>();
        for (String string : strings) {
            int equals = string.lastIndexOf('=');
            if (equals < 1) {
                problems.add("--string: " + string + " - allowed: STRING=ROLE, such as A1=service");
            } else {
                Role there = role("--string " + string.substring(0, equals), string.substring(equals + 1), problems);
                if (there != null && higher.put(string.substring(0, equals), there) != null) {
                    problems.add("--string: " + string.substring(0, equals) + " twice - allowed: once");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, String.join(System.lineSeparator(), problems));
        }
        return new Grants(site, higher);
    }

    private static Role role(String where, String word, List<String> problems) {
        for (Role role : Role.values()) {
            if (role.word().equals(word.toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        problems.add(where + ": " + word + " - allowed: view, operate, service, safety or admin");
        return null;
    }
}
