// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.List;
import java.util.stream.Collectors;
import org.evenfloat.domain.access.GroupRole;
import org.evenfloat.domain.access.GroupRoles;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;

/** Writes where people are known beside the users of this server. */
final class SignInLines {

    private final YamlLines yaml;

    SignInLines(YamlLines yaml) {
        this.yaml = yaml;
    }

    void signIn(SignInSettings settings) {
        yaml.begin("sign-in");
        for (SignInSettings.Directory directory : settings.directories()) {
            if (directory instanceof SignInSettings.Ldap ldap) {
                ldap(ldap);
            } else if (directory instanceof SignInSettings.Radius radius) {
                radius(radius);
            }
        }
        settings.oidc().ifPresent(this::oidc);
        yaml.end();
    }

    private void ldap(SignInSettings.Ldap ldap) {
        yaml.begin("ldap");
        yaml.text("url", LdapReader.url(ldap));
        if (ldap.userDn().isEmpty()) {
            yaml.text("users", ldap.users());
            yaml.text("login", ldap.login());
        } else {
            yaml.text("user-dn", ldap.userDn());
        }
        ldap.bindPassword().ifPresent(password -> {
            yaml.text("bind-dn", ldap.bindDn());
            yaml.text("bind-password", password.reference().toString());
        });
        if (!ldap.groups().isEmpty()) {
            yaml.text("groups", ldap.groups());
        }
        roles(ldap.roles());
        ldap.caFile().ifPresent(file -> yaml.text("ca-file", file.toString()));
        timeout(ldap.timeoutMillis());
        yaml.end();
    }

    private void radius(SignInSettings.Radius radius) {
        yaml.begin("radius");
        yaml.plain("servers", list(radius.servers().stream()
                .map(server -> new Endpoint(server.host(), server.port()).toString()).toList()));
        yaml.text("secret", radius.secret().reference().toString());
        yaml.text("attribute", RadiusReader.word(radius.attribute()));
        roles(radius.roles());
        timeout(radius.timeoutMillis());
        yaml.end();
    }

    private void oidc(SignInSettings.Oidc oidc) {
        yaml.begin("oidc");
        yaml.text("issuer", oidc.issuer());
        yaml.text("client-id", oidc.clientId());
        oidc.clientSecret().ifPresent(secret -> yaml.text("client-secret", secret.reference().toString()));
        yaml.text("return-to", oidc.returnTo());
        yaml.text("scopes", oidc.scopes());
        yaml.text("name", oidc.name());
        yaml.text("claim", oidc.claim());
        roles(oidc.roles());
        yaml.text("button", oidc.button());
        oidc.caFile().ifPresent(file -> yaml.text("ca-file", file.toString()));
        timeout(oidc.timeoutMillis());
        yaml.end();
    }

    private void roles(GroupRoles roles) {
        yaml.begin("roles");
        for (GroupRole each : roles.all()) {
            yaml.beginItem();
            yaml.text("group", each.group());
            yaml.text("role", each.role().word());
            if (!each.strings().isEmpty()) {
                yaml.plain("strings", list(each.strings().stream().sorted().toList()));
            }
            yaml.end();
        }
        yaml.end();
    }

    private static String list(List<String> values) {
        return values.stream().map(YamlLines::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private void timeout(int millis) {
        yaml.plain("timeout", QuantityText.format(millis, Dimension.TIME));
    }
}
