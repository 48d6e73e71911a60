// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenfloat.adapters.directories.LdapServer.Tls;
import org.evenfloat.adapters.directories.RadiusServers;
import org.evenfloat.domain.access.GroupRoles;

/**
 * Where people are known beside the users of this server.
 *
 * @param directories in the order of the site file, in which they are asked
 * @param oidc identity provider; empty for none
 */
public record SignInSettings(List<Directory> directories, Optional<Oidc> oidc) {

    /** Nobody else knows anybody. */
    public static final SignInSettings NONE = new SignInSettings(List.of(), Optional.empty());

    /** Something that is asked with a name and a password. */
    public sealed interface Directory {

        /** Returns what its groups may. */
        GroupRoles roles();
    }

    /**
     * An LDAP server.
     *
     * @param host name or address
     * @param port TCP port
     * @param tls how the line is protected
     * @param userDn template of a person's distinguished name; empty when he is searched
     * @param users where people are searched; empty with a template
     * @param login attribute with the name that people type
     * @param bindDn as whom to search; empty for nobody
     * @param bindPassword of it
     * @param groups where groups are searched; empty for the attribute {@code memberOf}
     * @param roles what groups may, by their distinguished names
     * @param caFile authorities in PEM, absolute
     * @param timeoutMillis for a whole check
     */
    public record Ldap(
            String host, int port, Tls tls, String userDn, String users, String login, String bindDn,
            Optional<Secret> bindPassword, String groups, GroupRoles roles, Optional<Path> caFile, int timeoutMillis)
            implements Directory {}

    /**
     * RADIUS servers.
     *
     * @param servers one or two
     * @param secret shared with them
     * @param attribute where the groups stand
     * @param roles what groups may, by the values of the attribute
     * @param timeoutMillis for a whole check
     */
    public record Radius(
            List<RadiusServers.Address> servers, Secret secret, RadiusServers.Attribute attribute, GroupRoles roles,
            int timeoutMillis)
            implements Directory {}

    /**
     * An OpenID Connect provider.
     *
     * @param issuer its address as it calls itself
     * @param clientId how it calls this server
     * @param clientSecret what this server shows; empty when it wants none
     * @param returnTo address under which browsers reach this server, without a path
     * @param scopes what is asked for, separated by spaces
     * @param name claim with the name
     * @param claim claim with the groups
     * @param roles what groups may, by the values of the claim
     * @param button what stands on the button
     * @param caFile authorities in PEM, absolute
     * @param timeoutMillis for a whole question
     */
    public record Oidc(
            String issuer, String clientId, Optional<Secret> clientSecret, String returnTo, String scopes, String name,
            String claim, GroupRoles roles, String button, Optional<Path> caFile, int timeoutMillis) {}

    public SignInSettings {
        directories = List.copyOf(directories);
    }
}
