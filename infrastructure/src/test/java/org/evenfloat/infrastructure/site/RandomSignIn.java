// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.evenfloat.adapters.directories.LdapServer.Tls;
import org.evenfloat.adapters.directories.RadiusServers;
import org.evenfloat.domain.access.GroupRole;
import org.evenfloat.domain.access.GroupRoles;
import org.evenfloat.domain.access.Role;

/** Draws where people are known elsewhere. */
final class RandomSignIn {

    private static final List<String> DNS = List.of(
            "ou=people,dc=example,dc=org", "OU=Leute und so, DC=example", "cn=a\\,b,dc=org", "cn=\"x\",dc=org");

    private final Random random;
    private final List<String> strings;

    RandomSignIn(Random random, List<String> strings) {
        this.random = random;
        this.strings = strings;
    }

    SignInSettings settings() {
        List<SignInSettings.Directory> directories = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            directories.add(random.nextBoolean() ? byTemplate() : bySearch());
        }
        if (random.nextInt(3) == 0) {
            directories.add(random.nextInt(directories.size() + 1), radius());
        }
        return new SignInSettings(directories, random.nextInt(3) == 0 ? Optional.of(oidc()) : Optional.empty());
    }

    private static Secret secret() {
        return new Secret(new SecretReference.InEnvironment("EVENFLOAT_TOKEN"),
                SiteTexts.ENVIRONMENT.get("EVENFLOAT_TOKEN"));
    }

    private <T> Optional<T> perhaps(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private SignInSettings.Ldap byTemplate() {
        return new SignInSettings.Ldap("127.0.0.9", 1 + random.nextInt(65_535), one(List.of(Tls.LDAPS, Tls.NONE)),
                "uid={name}," + one(DNS), "", "uid", "", Optional.empty(), random.nextBoolean() ? "" : one(DNS),
                roles(DNS), perhaps(SiteTexts.FOLDER.resolve("ca: 1.pem")), millis());
    }

    private SignInSettings.Ldap bySearch() {
        Optional<Secret> password = perhaps(secret());
        return new SignInSettings.Ldap(one(List.of("dc.example.org", "2001:db8::1")), 636,
                one(List.of(Tls.LDAPS, Tls.START_TLS)), "", one(DNS), one(List.of("uid", "sAMAccountName")),
                password.map(known -> one(DNS)).orElse(""), password, random.nextBoolean() ? "" : one(DNS), roles(DNS),
                perhaps(SiteTexts.FOLDER.resolve("ca.pem")), millis());
    }

    private SignInSettings.Radius radius() {
        RadiusServers.Address first = new RadiusServers.Address("radius.example.org", 1812);
        RadiusServers.Address second = new RadiusServers.Address("::1", 1 + random.nextInt(65_535));
        return new SignInSettings.Radius(random.nextBoolean() ? List.of(first) : List.of(second, first), secret(),
                one(List.of(RadiusServers.Attribute.FILTER_ID, RadiusServers.Attribute.CLASS,
                        RadiusServers.Attribute.ofVendor(random.nextInt(100_000), random.nextInt(256)))),
                roles(List.of("service", "true", "shell:priv-lvl=15", "ä \"b\"")), millis());
    }

    private SignInSettings.Oidc oidc() {
        return new SignInSettings.Oidc(one(List.of("https://login.example.org/realms/a", "http://127.0.0.1:9/")),
                one(List.of("battery", "null", "a b: #")), perhaps(secret()),
                one(List.of("https://battery.example.org:8420", "http://localhost:8420")),
                one(List.of("openid", "openid email groups")), one(List.of("sub", "email")),
                one(List.of("groups", "https://x.y/z", "a.b")), roles(List.of("one", "3")),
                one(List.of("Company login", "off", "登录")), perhaps(SiteTexts.FOLDER.resolve("ca.pem")), millis());
    }

    private int millis() {
        return 500 + random.nextInt(9_501);
    }

    private GroupRoles roles(List<String> groups) {
        List<GroupRole> roles = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Set<String> on = strings.isEmpty() || random.nextBoolean() ? Set.of()
                    : Set.copyOf(List.of(one(strings), strings.get(0)));
            roles.add(new GroupRole(one(groups), one(List.of(Role.values())), on));
        }
        return new GroupRoles(roles);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
