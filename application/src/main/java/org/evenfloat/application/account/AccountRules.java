// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;

/** What users and tokens may be called and be given. */
final class AccountRules {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

    /** Who would be mixed up in the audit with somebody who is not a user. */
    private static final Set<String> RESERVED = Set.of("console", "server", "unknown");

    private static final int QUOTED = 40;

    private AccountRules() {}

    static Optional<String> nameProblem(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("name: " + quoted(name)
                    + " - allowed: 1 to 32 small letters, digits and . _ -, the first one a letter");
        }
        return RESERVED.contains(name)
                ? Optional.of("name: " + name + ", which the server uses itself - allowed: another name")
                : Optional.empty();
    }

    /** Adds what is wrong with grants, given the strings that there are. */
    static void grants(Grants grants, Set<String> known, List<String> problems) {
        new TreeMap<>(grants.strings()).forEach((string, role) -> {
            if (!known.contains(string)) {
                problems.add("string: " + quoted(string) + " - allowed: "
                        + String.join(", ", known.stream().sorted().toList()));
            }
            if (role == Role.ADMIN) {
                problems.add("string: " + quoted(string) + "=admin - allowed: view, operate, service or safety; an"
                        + " administrator is one of the whole site");
            } else if (grants.site().includes(role)) {
                problems.add("string: " + quoted(string) + "=" + role.word() + " beside the role " + grants.site().word()
                        + " everywhere - allowed: a higher role than everywhere");
            }
        });
    }

    /** Returns grants as they are written down and read by people: {@code view, A1=service}. */
    static String words(Grants grants) {
        StringBuilder words = new StringBuilder(grants.site().word());
        new TreeMap<>(grants.strings()).forEach((string, role) ->
                words.append(", ").append(string).append('=').append(role.word()));
        return words.toString();
    }

    /** Returns a text of somebody else so that it can stand in a message or a log: short, and without controls. */
    static String quoted(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        String safe = text.codePoints()
                .limit(QUOTED)
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) > QUOTED ? safe + "…" : safe;
    }
}
