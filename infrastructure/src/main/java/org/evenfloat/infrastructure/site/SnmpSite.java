// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Map;
import org.evenfloat.adapters.snmp.SnmpSettings;

/**
 * How the site is read by SNMP, and where its secrets are kept.
 *
 * @param settings with the secrets themselves; a receiver of version 1 or 2c names one of the communities
 * @param kept where each secret is kept, by {@link #community}, {@link #authentication}, {@link #privacy}
 */
public record SnmpSite(SnmpSettings settings, Map<String, SecretReference> kept) {

    /** Nothing is served, nobody is told. */
    public static final SnmpSite OFF = new SnmpSite(SnmpSettings.OFF, Map.of());

    public SnmpSite {
        kept = Map.copyOf(kept);
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
