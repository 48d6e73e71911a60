// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenfloat.adapters.snmp.agent.SnmpTally;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.ProtocolStatus;

/** Says how the agent is doing, for people. No secret is in it. */
final class SnmpStatus {

    private static final String UPS = "1.3.6.1.2.1.33";

    private SnmpStatus() {}

    /** @param port UDP port; empty while nothing is served */
    static ProtocolStatus of(SnmpSettings settings, OptionalInt port, SnmpTally tally) {
        long turnedAway = tally.badCommunities() + tally.unknownUsers() + tally.wrongDigests() + tally.parseErrors();
        return new ProtocolStatus(places(settings, port), admitted(settings), writers(settings), commands(settings, port),
                tally.requests(), OptionalLong.empty(), OptionalLong.empty(), turnedAway,
                tally.clients(), tally.trouble());
    }

    private static List<ProtocolStatus.Place> places(SnmpSettings settings, OptionalInt port) {
        List<ProtocolStatus.Place> places = new ArrayList<>();
        settings.listen().ifPresent(listen -> places.add(new ProtocolStatus.Place(
                address(listen.address()) + ":" + port.orElse(listen.port()),
                port.isPresent() ? "" : "it is not served yet")));
        settings.receivers().forEach(receiver -> places.add(new ProtocolStatus.Place(
                receiver.form().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " to " + address(receiver.host()) + ":"
                        + receiver.port(), "")));
        return places;
    }

    private static String address(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static List<String> admitted(SnmpSettings settings) {
        List<String> all = new ArrayList<>();
        settings.communities().forEach(each -> all.add(each.name() + " (v1, v2c)" + from(" of ", each.networks())));
        settings.users().forEach(each -> all.add(each.name() + " (v3)" + from(" of ", each.networks())));
        return all;
    }

    private static String from(String before, List<Network> networks) {
        return networks.isEmpty() ? "" : before + networks.stream().map(Network::text).collect(Collectors.joining(", "));
    }

    private static List<ProtocolStatus.Writer> writers(SnmpSettings settings) {
        List<ProtocolStatus.Writer> writers = new ArrayList<>();
        settings.communities().forEach(each -> writer(writers, each.name(), each.networks(), each.may()));
        settings.users().forEach(each -> writer(writers, each.name(), each.networks(), each.may()));
        return writers;
    }

    private static void writer(
            List<ProtocolStatus.Writer> to, String name, List<Network> networks, Set<NorthboundOrder.Kind> may) {
        if (!may.isEmpty()) {
            to.add(new ProtocolStatus.Writer(name, from("", networks), may));
        }
    }

    /** One for the first community and one for the first user, with the name of each secret instead of it. */
    private static List<String> commands(SnmpSettings settings, OptionalInt port) {
        List<String> commands = new ArrayList<>();
        if (port.isEmpty()) {
            return commands;
        }
        String host = settings.listen().orElseThrow().address();
        String place = host.equals("0.0.0.0") || host.equals("::") ? "HOST:" + port.getAsInt()
                : (host.contains(":") ? "udp6:" : "") + address(host) + ":" + port.getAsInt();
        settings.communities().stream().limit(1).forEach(
                each -> commands.add("snmpbulkwalk -v 2c -c COMMUNITY " + place + " " + UPS));
        settings.users().stream().limit(1).forEach(
                each -> commands.add("snmpbulkwalk -v 3 -u " + each.name() + safety(each) + " " + place + " " + UPS));
        return commands;
    }

    private static String safety(SnmpSettings.User user) {
        if (user.authentication() == SnmpSettings.Authentication.NONE) {
            return " -l noAuthNoPriv";
        }
        String hash = user.authentication() == SnmpSettings.Authentication.SHA1
                ? "SHA" : user.authentication().name().replace("SHA", "SHA-");
        if (user.privacy() == SnmpSettings.Privacy.NONE) {
            return " -l authNoPriv -a " + hash + " -A PASSWORD";
        }
        String cipher = user.privacy() == SnmpSettings.Privacy.AES128 ? "AES" : user.privacy().name().replace("AES", "AES-");
        return " -l authPriv -a " + hash + " -A PASSWORD -x " + cipher + " -X PASSWORD";
    }
}
