// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.evenfloat.domain.access.GroupRole;
import org.evenfloat.domain.access.GroupRoles;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.access.Role;

/** Reads where people are known beside the users of this server. */
final class SignInReader {

    static final QuantityRange TIMEOUT = QuantityRange.of(Dimension.TIME, "500 ms", "10 s", "3 s");
    static final int DEFAULT_TIMEOUT_MILLIS = 3_000;
    static final int MOST_ROLES = 200;

    private static final Pattern GROUP = Pattern.compile("[^\\p{Cntrl}]{1,1000}");
    private static final String GROUP_ALLOWED = "a group as the directory calls it, 1 to 1000 characters in one line";
    private static final Map<String, Role> ROLES = roleWords();

    private final Path folder;
    private final Map<String, String> environment;
    private final Set<String> strings;

    /** @param strings ids of all strings of the site */
    SignInReader(Path folder, Map<String, String> environment, Set<String> strings) {
        this.folder = folder;
        this.environment = environment;
        this.strings = strings;
    }

    private static Map<String, Role> roleWords() {
        Map<String, Role> words = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            words.put(role.word(), role);
        }
        return words;
    }

    SignInSettings read(Section section) {
        List<SignInSettings.Directory> directories = new ArrayList<>();
        Optional<SignInSettings.Oidc> oidc = Optional.empty();
        for (String key : section.keys()) {
            Entry entry = section.find(key).orElseThrow();
            switch (key) {
                case "ldap" -> entry.section(KeySet.LDAP)
                        .flatMap(ldap -> new LdapReader(this).read(ldap)).ifPresent(directories::add);
                case "radius" -> entry.section(KeySet.RADIUS)
                        .flatMap(radius -> new RadiusReader(this).read(radius)).ifPresent(directories::add);
                default -> oidc = entry.section(KeySet.OIDC).flatMap(provider -> new OidcReader(this).read(provider));
            }
        }
        return new SignInSettings(directories, oidc);
    }

    /** Reads what groups may; a group may stand there several times with other strings. */
    GroupRoles roles(Section section, Predicate<String> fits, String allowed) {
        List<GroupRole> roles = new ArrayList<>();
        Optional<Entry> list = section.need("roles", "a list of groups and roles; without one nobody gets in");
        List<Section> sections = list.map(entry -> entry.sections("groups and roles", KeySet.GROUP_ROLE)).orElse(List.of());
        if (list.isPresent() && (sections.isEmpty() || sections.size() > MOST_ROLES)) {
            list.get().reject(sections.size() + " roles", "1 to " + MOST_ROLES + " groups and roles");
        }
        for (Section each : sections) {
            Optional<String> group = each.need("group", GROUP_ALLOWED).flatMap(entry ->
                    entry.matching(GROUP, GROUP_ALLOWED).filter(text -> {
                        if (!fits.test(text)) {
                            entry.reject(allowed);
                        }
                        return true;
                    }));
            Optional<Role> role = each.need("role", "one of " + String.join(", ", ROLES.keySet()))
                    .flatMap(entry -> entry.choice(ROLES));
            Set<String> on = strings(each);
            if (group.isPresent() && role.isPresent()) {
                roles.add(new GroupRole(group.get(), role.get(), on));
            }
        }
        return new GroupRoles(roles);
    }

    private Set<String> strings(Section section) {
        Set<String> ids = new LinkedHashSet<>();
        for (Entry entry : section.items("strings", "ids of strings")) {
            String id = entry.scalar().orElse("");
            if (!strings.contains(id)) {
                entry.rejectWord(strings);
            }
            ids.add(id);
        }
        section.find("strings").filter(entry -> ids.isEmpty())
                .ifPresent(entry -> entry.reject("no strings", "at least one id; leave the key out for the whole site"));
        return ids;
    }

    int timeoutMillis(Section section) {
        return (int) section.quantity("timeout", TIMEOUT, DEFAULT_TIMEOUT_MILLIS);
    }

    Optional<Path> caFile(Section section) {
        return section.find("ca-file").flatMap(entry -> {
            try {
                Optional<Path> file = entry.scalar().filter(text -> !text.isBlank() && text.chars().noneMatch(c -> c < ' '))
                        .map(text -> folder.resolve(text).toAbsolutePath().normalize());
                if (file.isEmpty()) {
                    entry.reject("a file with certificates in PEM");
                }
                return file;
            } catch (InvalidPathException e) {
                entry.reject("a file with certificates in PEM");
                return Optional.empty();
            }
        });
    }

    /** Reads a secret; no problem ever quotes what stands there. */
    Optional<Secret> secret(Entry entry, int shortest) {
        return new SecretReader(folder, environment).read(entry, shortest);
    }
}
