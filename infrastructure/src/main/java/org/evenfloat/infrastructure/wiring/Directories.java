// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.evenfloat.adapters.directories.LdapDirectory;
import org.evenfloat.adapters.directories.LdapServer;
import org.evenfloat.adapters.directories.OidcClient;
import org.evenfloat.adapters.directories.OidcProvider;
import org.evenfloat.adapters.directories.RadiusDirectory;
import org.evenfloat.adapters.directories.RadiusServers;
import org.evenfloat.application.access.DirectorySignIn;
import org.evenfloat.application.access.DirectorySignIn.Door;
import org.evenfloat.application.access.NoProvider;
import org.evenfloat.application.access.ProviderSignIn;
import org.evenfloat.application.access.SessionDoor;
import org.evenfloat.application.port.in.SignInElsewhere;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.infrastructure.site.Secret;
import org.evenfloat.infrastructure.site.SignInSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what the section sign-in of a site file says; loads nothing of what it does not name. */
public final class Directories {

    /** Where the provider sends browsers back to, below the address of this server. */
    private static final String CALLBACK = "/api/v1/access/oidc/callback";

    private static final Logger LOG = LoggerFactory.getLogger(Directories.class);

    private Directories() {}

    /**
     * Returns who is asked about names that no user of this server has.
     *
     * @param local whether a user of this server has that name, disabled ones too
     */
    public static DirectorySignIn signIn(SignInSettings settings, Predicate<String> local, InstantSource wallClock) {
        List<Door> doors = settings.directories().stream().map(Directories::door).toList();
        return new DirectorySignIn(doors, local, wallClock, log());
    }

    /**
     * Returns the identity provider, or what stands where there is none.
     *
     * @param local whether a user of this server has that name, disabled ones too
     * @param sessions lets people in
     */
    public static SignInElsewhere provider(
            SignInSettings settings, SecretSource secrets, Predicate<String> local, SessionDoor sessions,
            InstantSource wallClock) {
        return settings.oidc().<SignInElsewhere>map(oidc -> new ProviderSignIn(
                        new OidcProvider(client(oidc), wallClock), oidc.roles(), oidc.button(), secrets, local, sessions,
                        wallClock, log()))
                .orElseGet(NoProvider::new);
    }

    private static BiConsumer<String, DirectoryFailure> log() {
        return (name, failure) -> LOG.warn("Sign-in by {} cannot be asked: {}", name, failure.getMessage());
    }

    private static Door door(SignInSettings.Directory directory) {
        if (directory instanceof SignInSettings.Ldap ldap) {
            return new Door(new LdapDirectory(server(ldap)), ldap.roles());
        }
        SignInSettings.Radius radius = (SignInSettings.Radius) directory;
        return new Door(
                new RadiusDirectory(new RadiusServers(
                        radius.servers(), radius.secret().value(), radius.attribute(), radius.timeoutMillis())),
                radius.roles());
    }

    private static LdapServer server(SignInSettings.Ldap ldap) {
        return new LdapServer(
                ldap.host(), ldap.port(), ldap.tls(), ldap.userDn(), ldap.users(), ldap.login(), ldap.bindDn(),
                ldap.bindPassword().map(Secret::value).orElse(""), ldap.groups(), ldap.roles().groups(), ldap.caFile(),
                ldap.timeoutMillis());
    }

    private static OidcClient client(SignInSettings.Oidc oidc) {
        return new OidcClient(
                oidc.issuer(), oidc.clientId(), oidc.clientSecret().map(Secret::value).orElse(""),
                oidc.returnTo() + CALLBACK, oidc.scopes(), oidc.name(), oidc.claim(), oidc.caFile(),
                oidc.timeoutMillis());
    }
}
