// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.agent.SnmpTree.Notification;

/** Reads who is told of alarms by SNMP. */
final class SnmpReceiverReader {

    static final int DEFAULT_PORT = 162; // RFC 3417

    private static final int LARGEST_PORT = 65_535;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final String HOST_ALLOWED = "a host or address such as nms.example.com, 10.0.0.9 or \"fd00::9\"";
    private static final Map<String, SnmpSettings.Form> FORMS = forms();
    private static final Map<String, Notification.Kind> KINDS =
            RelayModuleReader.words("own", Notification.Kind.OWN, "ups", Notification.Kind.UPS);

    private final Set<String> communities;
    private final Set<String> users;
    private final List<SnmpSettings.Community> secrets;

    /**
     * @param communities names of the communities of the site file
     * @param users names of its users
     * @param secrets the communities that can be used
     */
    SnmpReceiverReader(Set<String> communities, Set<String> users, List<SnmpSettings.Community> secrets) {
        this.communities = communities;
        this.users = users;
        this.secrets = secrets;
    }

    private static Map<String, SnmpSettings.Form> forms() {
        Map<String, SnmpSettings.Form> words = new LinkedHashMap<>();
        for (SnmpSettings.Form form : SnmpSettings.Form.values()) {
            words.put(SnmpLines.word(form), form);
        }
        return words;
    }

    Optional<SnmpSettings.Receiver> read(Section section) {
        Optional<String> host = section.need("host", HOST_ALLOWED).flatMap(entry -> entry.matching(HOST, HOST_ALLOWED));
        int port = section.find("port").map(entry -> entry.number(1, LARGEST_PORT, "a UDP port").orElse(DEFAULT_PORT))
                .orElse(DEFAULT_PORT);
        Optional<SnmpSettings.Form> form = section.need("form", "one of " + String.join(", ", FORMS.keySet()))
                .flatMap(entry -> entry.choice(FORMS));
        Optional<String> as = form.flatMap(known -> as(section, known));
        Set<Notification.Kind> kinds = kinds(section);
        return host.isEmpty() || as.isEmpty() ? Optional.empty()
                : Optional.of(new SnmpSettings.Receiver(host.get(), port, form.get(), as.get(), kinds));
    }

    private Optional<String> as(Section section, SnmpSettings.Form form) {
        boolean byUser = byUser(form);
        Set<String> names = byUser ? users : communities;
        String sort = byUser ? "users" : "communities";
        Optional<Entry> entry = section.need("as", "the name of one of the " + sort);
        Optional<String> name = entry.flatMap(Entry::scalar).filter(names::contains);
        if (entry.isPresent() && name.isEmpty()) {
            if (names.isEmpty()) {
                entry.get().reject("the name of one of the " + sort + " of this file, which has none");
            } else {
                entry.get().rejectWord(names);
            }
        }
        return byUser ? name : name.map(known -> secrets.stream().filter(each -> each.name().equals(known)).findFirst()
                .map(SnmpSettings.Community::secret).orElse(known));
    }

    /** Returns whether a receiver is told as a user; else by a community. */
    static boolean byUser(SnmpSettings.Form form) {
        return form == SnmpSettings.Form.V3_TRAP || form == SnmpSettings.Form.V3_INFORM;
    }

    private static Set<Notification.Kind> kinds(Section section) {
        Optional<Entry> list = section.find("kinds");
        if (list.isEmpty()) {
            return EnumSet.allOf(Notification.Kind.class);
        }
        List<Entry> entries = list.get().items("own, ups");
        Set<Notification.Kind> kinds = EnumSet.noneOf(Notification.Kind.class);
        entries.forEach(entry -> entry.choice(KINDS).ifPresent(kinds::add));
        if (entries.isEmpty()) {
            list.get().reject("no kinds", "own, ups or both");
        }
        return kinds;
    }
}
