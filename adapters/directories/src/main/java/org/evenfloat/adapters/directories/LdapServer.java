// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * An LDAP server and how people are found in it.
 *
 * @param host name or address
 * @param port TCP port
 * @param tls how the line is protected
 * @param userDn distinguished name of a person with {@code {name}} in the place of his name, to bind as him at once;
 *     empty to search for him first
 * @param users where people are searched; with {@code userDn} not needed and may be empty
 * @param login attribute with the name that people type
 * @param bindDn as whom to search; empty to search as nobody
 * @param bindPassword of it
 * @param groupBase where groups with members are searched; empty to take the attribute {@code memberOf} of the person
 * @param groups names of the groups that mean something
 * @param caFile authorities in PEM that the server's certificate may come from; empty for those that Java trusts
 * @param timeoutMillis for everything together
 */
public record LdapServer(
        String host, int port, Tls tls, String userDn, String users, String login, String bindDn, String bindPassword,
        String groupBase, Set<String> groups, Optional<Path> caFile, int timeoutMillis) {

    /** How the line is protected. */
    public enum Tls {
        /** TLS from the first byte. */
        LDAPS,
        /** TLS before anything else is said. */
        START_TLS,
        /** Not at all; only for a server on this machine. */
        NONE
    }

    public LdapServer {
        groups = Set.copyOf(groups);
    }

    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
