// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.adapters.directories.LdapServer.Tls;
import org.evenfloat.adapters.directories.RadiusServers;
import org.evenfloat.domain.access.GroupRole;
import org.evenfloat.domain.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section sign-in of the site file. */
class SignInSettingsTest {

    private static final String ROLES = "roles: [{ group: \"cn=a,dc=org\", role: view }]";
    private static final String LDAP = "ldap: { url: ldaps://dc.example.org, users: \"dc=org\", " + ROLES + " }";
    private static final String RADIUS =
            "radius: { servers: [\"[::1]:1812\"], secret: \"${env:EVENFLOAT_TOKEN}\", " + ROLES + " }";
    private static final String OIDC = "oidc: { issuer: https://login.example.org, client-id: us,"
            + " return-to: \"https://battery.example.org:8420\", " + ROLES + " }";

    private static String site(String... sections) {
        return SiteTexts.GOOD + "sign-in:\n  " + String.join("\n  ", sections) + "\n";
    }

    private static SignInSettings read(String... sections) throws SiteFileProblems {
        return SiteTexts.parse(site(sections)).signIn();
    }

    @Test
    void asksNobodyElseUnlessTheFileSaysSo() throws Exception {
        assertThat(SiteTexts.parse(SiteTexts.GOOD).signIn()).isEqualTo(SignInSettings.NONE);
    }

    @Test
    void asksInTheOrderOfTheFile() throws Exception {
        assertThat(read(LDAP, RADIUS).directories()).extracting(each -> each.getClass().getSimpleName())
                .containsExactly("Ldap", "Radius");
        assertThat(read(OIDC, RADIUS, LDAP).directories()).extracting(each -> each.getClass().getSimpleName())
                .containsExactly("Radius", "Ldap");
    }

    @Test
    void hasDefaults() throws Exception {
        SignInSettings settings = read(LDAP, RADIUS, OIDC);
        SignInSettings.Ldap ldap = (SignInSettings.Ldap) settings.directories().get(0);
        assertThat(ldap.port()).isEqualTo(636);
        assertThat(ldap.login()).isEqualTo("uid");
        assertThat(ldap.timeoutMillis()).isEqualTo(3_000);
        assertThat(ldap.bindPassword()).isEmpty();
        assertThat(ldap.roles().all()).containsExactly(new GroupRole("cn=a,dc=org", Role.VIEW, Set.of()));
        SignInSettings.Radius radius = (SignInSettings.Radius) settings.directories().get(1);
        assertThat(radius.servers()).containsExactly(new RadiusServers.Address("::1", 1812));
        assertThat(radius.attribute()).isEqualTo(RadiusServers.Attribute.FILTER_ID);
        SignInSettings.Oidc oidc = settings.oidc().orElseThrow();
        assertThat(oidc.scopes()).isEqualTo("openid profile");
        assertThat(oidc.name()).isEqualTo("preferred_username");
        assertThat(oidc.claim()).isEqualTo("groups");
        assertThat(oidc.button()).isEqualTo("Company login");
        assertThat(oidc.clientSecret()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "ldaps://dc.example.org, LDAPS, 636", "ldap://dc.example.org/, START_TLS, 389", "ldap://127.0.0.1, NONE, 389",
        "ldap://localhost:1389, NONE, 1389", "ldap://10.0.0.1, START_TLS, 389", "ldap://[2001:db8::1], START_TLS, 389",
        "ldap://127.example.org, START_TLS, 389", "ldaps://127.0.0.1, LDAPS, 636", "ldap://[::1], NONE, 389"
    })
    void goesWithoutTlsOnlyOnThisMachine(String url, Tls tls, int port) throws Exception {
        SignInSettings.Ldap ldap = (SignInSettings.Ldap) read(
                LDAP.replace("ldaps://dc.example.org", "\"" + url + "\"")).directories().get(0);
        assertThat(ldap.tls()).isEqualTo(tls);
        assertThat(ldap.port()).isEqualTo(port);
    }

    @Test
    void listsAllMistakesAtOnceWithTheirLines() {
        int before = (int) SiteTexts.GOOD.lines().count() + 1;
        List<String> problems = SiteTexts.problems(site(
                "ldap:", "  url: http://dc.example.org", "  users: people", "  user-dn: \"uid=anna,dc=org\"",
                "  bind-dn: \"cn=x\"", "  roles:", "    - { group: staff, role: boss, strings: [A9] }",
                "radius:", "  servers: [a:1, b:2, c:3]", "  secret: hunter2hunter2hunter2", "  attribute: vendor-9-999",
                "  roles: []",
                "oidc:", "  issuer: http://login.example.org", "  return-to: https://battery.example.org/path",
                "  scopes: profile", "  timeout: 1 h", "  colour: red"));
        assertThat(problems).extracting(text -> text.substring(0, text.indexOf(": "))).containsExactly(
                at(before, 2, "ldap"), at(before, 2, "ldap"), at(before, 2, "ldap.url"), at(before, 3, "ldap.users"),
                at(before, 4, "ldap.user-dn"), at(before, 5, "ldap.bind-dn"), at(before, 7, "ldap.roles[0].group"),
                at(before, 7, "ldap.roles[0].role"), at(before, 7, "ldap.roles[0].strings[0]"),
                at(before, 9, "radius.servers"), at(before, 10, "radius.secret"), at(before, 11, "radius.attribute"),
                at(before, 12, "radius.roles"), at(before, 14, "oidc"), at(before, 14, "oidc"),
                at(before, 14, "oidc.issuer"), at(before, 15, "oidc.return-to"), at(before, 16, "oidc.scopes"),
                at(before, 17, "oidc.timeout"), at(before, 18, "oidc"));
        assertThat(problems).noneMatch(text -> text.contains("hunter2"));
    }

    private static String at(int before, int line, String where) {
        return "line " + (before + line) + ", sign-in." + where;
    }

    @Test
    void refusesASecretThatIsTooShort() {
        assertThat(SiteTexts.problems(site(RADIUS.replace("EVENFLOAT_TOKEN", "SHORT")))).singleElement().asString()
                .contains("sign-in.radius.secret: ${env:SHORT}, an unfit secret - allowed: a secret of 16 to 256")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.org, https://login.example.org?x=1", "https://login.example.org, https://u@login.example.org",
        "https://login.example.org, ftp://login.example.org", "https://battery.example.org:8420, http://battery.example.org",
        "https://battery.example.org:8420, https://battery.example.org/", "https://battery.example.org:8420, battery"
    })
    void refusesAddressesThatAnybodyCouldReadOrThatAreNone(String part, String replacement) {
        assertThat(SiteTexts.problems(site(OIDC.replace(part, replacement)))).hasSize(1);
    }

    @Test
    void neverShowsASecretAsText() throws Exception {
        assertThat(read(LDAP, RADIUS, OIDC).toString()).contains("${env:EVENFLOAT_TOKEN}")
                .doesNotContain("0123456789abcdef");
    }
}
