// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.infrastructure.site.SecretReference;
import org.evenfloat.infrastructure.site.SnmpSite;

/** Tells people how a site is read by SNMP: commands of net-snmp that can be run as they are. */
final class SnmpWords {

    private static final String UPS = "1.3.6.1.2.1.33";

    private final SnmpSite site;
    private final boolean openly;

    /** @param openly whether secrets are told; else the commands say where they are kept */
    SnmpWords(SnmpSite site, boolean openly) {
        this.site = site;
        this.openly = openly;
    }

    /** Returns how the first community and the first user read what the agent serves at that port. */
    List<String> commands(int port) {
        SnmpSettings snmp = site.settings();
        String place = place(snmp.listen().orElseThrow().address(), port);
        List<String> commands = new ArrayList<>();
        snmp.communities().stream().limit(1).forEach(community -> commands.add("snmpbulkwalk -v 2c -c "
                + said(SnmpSite.community(community.name()), community.secret()) + " " + place + " " + UPS));
        snmp.users().stream().limit(1).forEach(user -> commands.add("snmpbulkwalk -v 3 -u " + user.name() + " "
                + safety(user) + place + " " + UPS));
        return commands;
    }

    private String safety(SnmpSettings.User user) {
        if (user.authentication() == SnmpSettings.Authentication.NONE) {
            return "-l noAuthNoPriv ";
        }
        boolean secret = user.privacy() != SnmpSettings.Privacy.NONE;
        return "-l " + (secret ? "authPriv" : "authNoPriv") + " -a " + word(user.authentication()) + " -A "
                + said(SnmpSite.authentication(user.name()), user.authenticationPassword()) + " "
                + (secret ? "-x " + word(user.privacy()) + " -X "
                        + said(SnmpSite.privacy(user.name()), user.privacyPassword()) + " " : "");
    }

    private static String word(SnmpSettings.Authentication authentication) {
        return authentication == SnmpSettings.Authentication.SHA1 ? "SHA"
                : authentication.name().replace("SHA", "SHA-");
    }

    private static String word(SnmpSettings.Privacy privacy) {
        return privacy == SnmpSettings.Privacy.AES128 ? "AES" : privacy.name().replace("AES", "AES-");
    }

    private String said(String what, String secret) {
        return openly ? secret : kept(site.kept().get(what));
    }

    /** Returns what a shell replaces by the secret. */
    private static String kept(SecretReference reference) {
        return reference instanceof SecretReference.InFile in ? "\"$(cat '" + in.path() + "')\""
                : reference instanceof SecretReference.InEnvironment in ? "\"$" + in.name() + "\"" : "SECRET";
    }

    private static String place(String address, int port) {
        String host = address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
        return host.contains(":") ? "udp6:[" + host + "]:" + port : host + ":" + port;
    }
}
