// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.adapters.snmp.agent.SnmpTree.Notification;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;

/**
 * How the site is read by SNMP.
 *
 * @param listen where requests are taken; empty for nowhere
 * @param identity how the agent calls itself
 * @param contact sysContact
 * @param location sysLocation
 * @param communities who may read by versions 1 and 2c
 * @param users who may read by version 3
 * @param receivers who is told of alarms
 */
public record SnmpSettings(
        Optional<Listen> listen, Identity identity, String contact, String location, List<Community> communities,
        List<User> users, List<Receiver> receivers) {

    /** What the section of the site file is called. */
    public static final String ID = "snmp";
    /** What people call it. */
    public static final String NAME = "SNMP";

    /** Nothing is served, nobody is told. */
    public static final SnmpSettings OFF = new SnmpSettings(
            Optional.empty(), Identity.EVENFLOAT, "", "", List.of(), List.of(), List.of());

    public SnmpSettings {
        communities = List.copyOf(communities);
        users = List.copyOf(users);
        receivers = List.copyOf(receivers);
    }

    /**
     * Where requests are taken.
     *
     * @param address an address of this machine
     * @param port UDP port; 0 for any that is free
     */
    public record Listen(String address, int port) {}

    /** How the agent calls itself in sysObjectID and sysDescr. */
    public enum Identity {
        /** As what it is, in a way that clients of the field's managers still take it for a UPS manager. */
        EVENFLOAT,
        /** As clients of CS121 and CS141 expect it. */
        CS141
    }

    /**
     * What of the tree somebody sees: the longest entry that fits decides; without one nothing is seen.
     *
     * @param included subtrees that are seen
     * @param excluded subtrees of them that are not
     */
    public record View(List<Oid> included, List<Oid> excluded) {

        /** Everything. */
        public static final View ALL = new View(List.of(Oid.of(1, 3)), List.of());

        public View {
            included = List.copyOf(included);
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * A community of versions 1 and 2c.
     *
     * @param name what the audit calls its clients
     * @param secret the community itself
     * @param networks where it is taken from, never empty
     * @param view what is seen
     * @param may what may be asked for beside reading
     */
    public record Community(
            String name, String secret, List<Network> networks, View view, Set<NorthboundOrder.Kind> may) {

        public Community {
            networks = List.copyOf(networks);
            may = Set.copyOf(may);
        }

        /** Returns everything but the secret. */
        @Override
        public String toString() {
            return "community " + name + " of " + networks + ", " + view + ", " + may;
        }
    }

    /** How messages of a user are authenticated. */
    public enum Authentication { NONE, SHA1, SHA224, SHA256, SHA384, SHA512 }

    /** How messages of a user are encrypted. */
    public enum Privacy { NONE, AES128, AES192, AES256 }

    /**
     * A user of version 3.
     *
     * @param name user name, 1 to 32 bytes; the audit calls the user so too
     * @param authentication the least that messages must have, as {@code privacy}
     * @param authenticationPassword at least 8 characters; empty for NONE
     * @param privacy needs authentication
     * @param privacyPassword at least 8 characters; empty for NONE
     * @param networks where the user is taken from; empty for anywhere
     * @param view what is seen
     * @param may what may be asked for beside reading
     */
    public record User(
            String name, Authentication authentication, String authenticationPassword, Privacy privacy,
            String privacyPassword, List<Network> networks, View view, Set<NorthboundOrder.Kind> may) {

        public User {
            networks = List.copyOf(networks);
            may = Set.copyOf(may);
        }

        /** Returns everything but the passwords. */
        @Override
        public String toString() {
            return "user " + name + ", " + authentication + ", " + privacy + ", of " + networks + ", " + view + ", " + may;
        }
    }

    /** How a receiver is told. */
    public enum Form { V1_TRAP, V2C_TRAP, V2C_INFORM, V3_TRAP, V3_INFORM }

    /**
     * Somebody who is told of alarms.
     *
     * @param host name or address
     * @param port UDP port, 162 as a rule
     * @param form how
     * @param as the community of version 1 and 2c, the name of one of the users for version 3
     * @param kinds which notifications
     */
    public record Receiver(String host, int port, Form form, String as, Set<Notification.Kind> kinds) {

        public Receiver {
            kinds = Set.copyOf(kinds);
        }

        /** Returns everything but the community. */
        @Override
        public String toString() {
            return form + " to " + host + " port " + port + ", " + kinds;
        }
    }

    /** Returns whether anything is served or told. */
    public boolean enabled() {
        return listen.isPresent() || !receivers.isEmpty();
    }
}
