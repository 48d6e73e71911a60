// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenfloat.adapters.snmp.SnmpSettings;

/** Reads how the site is read by SNMP. */
final class SnmpReader {

    static final String DEFAULT_ADDRESS = "127.0.0.1";
    static final int DEFAULT_PORT = 161; // RFC 3417
    static final int MOST_ENTRIES = 64;

    private static final int LARGEST_PORT = 65_535;
    private static final int LONGEST_TEXT = 255; // DisplayString of RFC 2579
    private static final String OFF = "off";
    private static final Map<String, Boolean> SWITCH = RelayModuleReader.words("true", true, "false", false);
    private static final Map<String, SnmpSettings.Identity> IDENTITIES = RelayModuleReader.words(
            "evenfloat", SnmpSettings.Identity.EVENFLOAT, "cs141", SnmpSettings.Identity.CS141);

    private final SecretReader secrets;

    SnmpReader(SecretReader secrets) {
        this.secrets = secrets;
    }

    SnmpSite read(Section section) {
        boolean enabled = section.find("enabled").flatMap(entry -> entry.choice(SWITCH)).orElse(false);
        String address = section.find("address").flatMap(WebReader::address).orElse(DEFAULT_ADDRESS);
        OptionalInt port = port(section);
        SnmpSettings.Identity identity = section.find("identity").flatMap(entry -> entry.choice(IDENTITIES))
                .orElse(SnmpSettings.Identity.EVENFLOAT);
        String contact = text(section, "contact");
        String location = text(section, "location");
        Map<String, SecretReference> kept = new HashMap<>();
        SnmpClientReader clients =
                new SnmpClientReader(secrets, port.isEmpty() || WebSettings.isLoopback(address), kept);
        List<SnmpSettings.Community> communities = clients.communities(
                few(section, "communities", section.sections("communities", "communities", KeySet.SNMP_COMMUNITY)));
        List<SnmpSettings.User> users = clients.users(
                few(section, "users", section.sections("users", "users", KeySet.SNMP_USER)));
        SnmpReceiverReader receiver = new SnmpReceiverReader(clients.communityNames(), clients.userNames(), communities);
        List<SnmpSettings.Receiver> receivers =
                few(section, "receivers", section.sections("receivers", "receivers", KeySet.SNMP_RECEIVER)).stream()
                        .flatMap(each -> receiver.read(each).stream()).toList();
        if (enabled && port.isPresent() && section.find("communities").isEmpty() && section.find("users").isEmpty()) {
            section.reject("neither communities nor users",
                    "\"users\" or \"communities\": who may read; \"port\": off to send traps only");
        }
        if (enabled && port.isEmpty() && section.find("receivers").isEmpty()) {
            section.reject("neither a port nor receivers", "a \"port\" or one or more of \"receivers\"");
        }
        SnmpSettings given = new SnmpSettings(
                port.isPresent() ? Optional.of(new SnmpSettings.Listen(address, port.getAsInt())) : Optional.empty(),
                identity, contact, location, communities, users, receivers);
        return enabled ? new SnmpSite(given, kept) : SnmpSite.OFF;
    }

    private static OptionalInt port(Section section) {
        Optional<Entry> entry = section.find("port");
        if (entry.isEmpty()) {
            return OptionalInt.of(DEFAULT_PORT);
        }
        if (entry.get().scalar().equals(Optional.of(OFF))) {
            return OptionalInt.empty();
        }
        OptionalInt given =
                entry.get().number(0, LARGEST_PORT, "off (nobody reads, traps only) or a UDP port (0: any free one)");
        return given.isPresent() ? given : OptionalInt.of(DEFAULT_PORT);
    }

    private static String text(Section section, String key) {
        return section.find(key).flatMap(entry -> entry.line(LONGEST_TEXT)).orElse("");
    }

    private static List<Section> few(Section section, String key, List<Section> sections) {
        if (sections.size() > MOST_ENTRIES) {
            section.reject(key, sections.size() + " " + key, "at most " + MOST_ENTRIES);
            return List.of();
        }
        return sections;
    }
}
