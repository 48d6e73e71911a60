// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Map;
import org.evenfloat.adapters.snmp.SnmpSettings;

/**
 * How the site is read by SNMP, and where its secrets are kept.
 *
 * @param settings with the secrets themselves
 * @param kept where each secret is kept, by {@link #community}, {@link #authentication}, {@link #privacy}
 */
public record SnmpSite(SnmpSettings settings, Map<String, SecretReference> kept) {

    /** Nothing is served, nobody is told. */
    public static final SnmpSite OFF = new SnmpSite(SnmpSettings.OFF, Map.of());

    public SnmpSite {
        kept = Map.copyOf(kept);
    }

    /** Returns as whom a receiver is told, by the name of one of the communities or users. */
    public static String as(SnmpSettings snmp, SnmpSettings.Receiver receiver) {
        return SnmpReceiverReader.byUser(receiver.form()) ? receiver.as()
                : snmp.communities().stream().filter(each -> each.secret().equals(receiver.as())).findFirst()
                        .map(SnmpSettings.Community::name)
                        .orElseThrow(() -> new IllegalArgumentException("a site file cannot say a receiver whose community"
                                + " is none of the file: " + receiver));
    }

    /** Returns what a community's secret is called. */
    public static String community(String name) {
        return "communities." + name + ".secret";
    }

    /** Returns what the password of a user is called by which messages are authenticated. */
    public static String authentication(String user) {
        return "users." + user + ".authentication-password";
    }

    /** Returns what the password of a user is called by which messages are encrypted. */
    public static String privacy(String user) {
        return "users." + user + ".privacy-password";
    }
}
