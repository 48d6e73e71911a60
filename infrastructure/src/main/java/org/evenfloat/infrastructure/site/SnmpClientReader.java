// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;

/** Reads who may read the site by SNMP: communities of versions 1 and 2c, users of version 3. */
final class SnmpClientReader {

    private static final int SHORTEST_PASSWORD = 8; // RFC 3414 section 11.2
    private static final int MOST_NETWORKS = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final String NAME_ALLOWED = "a name of 1 to 32 letters, digits, . _ and -";
    private static final List<Network> LOOPBACK =
            Stream.of("127.0.0.0/8", "::1").map(text -> Networks.parse(text).orElseThrow()).toList();
    private static final Map<String, SnmpSettings.Authentication> AUTHENTICATIONS = authentications();
    private static final Map<String, SnmpSettings.Privacy> PRIVACIES = privacies();

    private final SecretReader secrets;
    private final boolean onlyHere;
    private final Map<String, SecretReference> kept;
    private final Map<String, Integer> communities = new LinkedHashMap<>();
    private final Map<String, Integer> users = new LinkedHashMap<>();
    private final Map<String, String> namesBySecret = new HashMap<>();

    /**
     * @param onlyHere whether only this machine reaches the agent
     * @param kept takes where secrets are kept
     */
    SnmpClientReader(SecretReader secrets, boolean onlyHere, Map<String, SecretReference> kept) {
        this.secrets = secrets;
        this.onlyHere = onlyHere;
        this.kept = kept;
    }

    private static Map<String, SnmpSettings.Authentication> authentications() {
        Map<String, SnmpSettings.Authentication> words = new LinkedHashMap<>();
        for (SnmpSettings.Authentication each : SnmpSettings.Authentication.values()) {
            words.put(SnmpLines.word(each), each);
        }
        return words;
    }

    private static Map<String, SnmpSettings.Privacy> privacies() {
        Map<String, SnmpSettings.Privacy> words = new LinkedHashMap<>();
        for (SnmpSettings.Privacy each : SnmpSettings.Privacy.values()) {
            words.put(SnmpLines.word(each), each);
        }
        return words;
    }

    /** Returns the names of all communities, in order, also of those with problems. */
    Set<String> communityNames() {
        return communities.keySet();
    }

    /** Returns the names of all users, in order, also of those with problems. */
    Set<String> userNames() {
        return users.keySet();
    }

    List<SnmpSettings.Community> communities(List<Section> sections) {
        return sections.stream().flatMap(section -> community(section).stream()).toList();
    }

    List<SnmpSettings.User> users(List<Section> sections) {
        return sections.stream().flatMap(section -> user(section).stream()).toList();
    }

    private Optional<SnmpSettings.Community> community(Section section) {
        Optional<String> name = name(section, communities, "community", "what the audit calls its clients, such as bms");
        Optional<Secret> secret = section.need("secret", SecretReference.ALLOWED)
                .flatMap(entry -> secrets.read(entry, 1).filter(each -> isNew(entry, each, name.orElse(""))));
        Set<NorthboundOrder.Kind> may = ModbusReader.may(section, false);
        List<Network> networks = networks(section);
        if (section.find("networks").isEmpty()) {
            if (!onlyHere) {
                section.reject("no networks", "\"networks\": where the community is taken from, such as [10.0.0.0/8];"
                        + " everybody on the way can read it");
            } else if (!may.isEmpty()) {
                section.reject("\"may\" without networks", "\"networks\": the addresses that may write;"
                        + " or a user with authentication");
            }
            networks = LOOPBACK;
        }
        SnmpSettings.View view = SnmpViewReader.read(section);
        if (name.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        kept.put(SnmpSite.community(name.get()), secret.get().reference());
        return Optional.of(new SnmpSettings.Community(name.get(), secret.get().value(), networks, view, may));
    }

    private boolean isNew(Entry entry, Secret secret, String name) {
        String first = namesBySecret.putIfAbsent(secret.value(), name);
        if (first != null) {
            entry.reject(secret.reference() + ", the secret of community " + first + " too",
                    "a secret that no other community has");
        }
        return first == null;
    }

    private Optional<SnmpSettings.User> user(Section section) {
        Optional<String> name = name(section, users, "user", "the user name of the client; the audit calls it so too");
        SnmpSettings.Authentication authentication = section.find("authentication")
                .flatMap(entry -> entry.choice(AUTHENTICATIONS)).orElse(SnmpSettings.Authentication.SHA256);
        boolean authenticated = authentication != SnmpSettings.Authentication.NONE;
        SnmpSettings.Privacy privacy = section.find("privacy").flatMap(entry -> entry.choice(PRIVACIES))
                .orElse(authenticated ? SnmpSettings.Privacy.AES128 : SnmpSettings.Privacy.NONE);
        boolean encrypted = privacy != SnmpSettings.Privacy.NONE;
        if (encrypted && !authenticated) {
            section.reject("privacy", "privacy " + SnmpLines.word(privacy) + " without authentication",
                    "none, or an \"authentication\" beside it");
        }
        Optional<Secret> first = password(section, "authentication-password", authenticated, "authentication");
        Optional<Secret> second = password(section, "privacy-password", encrypted, "privacy");
        Set<NorthboundOrder.Kind> may = ModbusReader.may(section, false);
        if (!may.isEmpty() && !authenticated) {
            section.reject("may", "\"may\" of a user without authentication",
                    "nothing, or an \"authentication\": anybody can say that name");
        }
        if (!authenticated && !onlyHere && section.find("networks").isEmpty()) {
            section.reject("neither authentication nor networks", "\"networks\": where the user is taken from, such as"
                    + " [10.0.0.0/8]; anybody can say that name");
        }
        List<Network> networks = networks(section);
        SnmpSettings.View view = SnmpViewReader.read(section);
        name.ifPresent(known -> {
            first.ifPresent(secret -> kept.put(SnmpSite.authentication(known), secret.reference()));
            second.ifPresent(secret -> kept.put(SnmpSite.privacy(known), secret.reference()));
        });
        return name.map(known -> new SnmpSettings.User(known, authentication, first.map(Secret::value).orElse(""), privacy,
                second.map(Secret::value).orElse(""), networks, view, may));
    }

    private Optional<Secret> password(Section section, String key, boolean needed, String what) {
        if (needed) {
            return section.need(key, SecretReference.ALLOWED)
                    .flatMap(entry -> secrets.read(entry, SHORTEST_PASSWORD));
        }
        section.find(key).ifPresent(entry -> entry.reject("a password without " + what, "only beside " + what));
        return Optional.empty();
    }

    /** Reads a name that nobody of the same sort has. */
    private static Optional<String> name(Section section, Map<String, Integer> lines, String sort, String allowed) {
        Optional<Entry> entry = section.need("name", allowed);
        Optional<String> name = entry.flatMap(each -> each.matching(NAME, NAME_ALLOWED));
        if (name.isPresent()) {
            Integer first = lines.putIfAbsent(name.get(), entry.get().line());
            if (first != null) {
                entry.get().reject(entry.get().given() + ", already used in line " + first,
                        "a name that no other " + sort + " has");
            }
        }
        return name;
    }

    private static List<Network> networks(Section section) {
        List<Entry> entries = section.items("networks", "addresses or networks");
        section.find("networks").filter(list -> entries.size() > MOST_NETWORKS || entries.isEmpty())
                .ifPresent(list -> list.reject(entries.size() + " networks", "1 to " + MOST_NETWORKS));
        List<Network> networks = new ArrayList<>();
        entries.forEach(entry -> Networks.read(entry).ifPresent(networks::add));
        return networks;
    }
}
