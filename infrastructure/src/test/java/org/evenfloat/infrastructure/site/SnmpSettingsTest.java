// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.SnmpSettings.Authentication;
import org.evenfloat.adapters.snmp.SnmpSettings.Form;
import org.evenfloat.adapters.snmp.SnmpSettings.Privacy;
import org.evenfloat.adapters.snmp.SnmpSettings.View;
import org.evenfloat.adapters.snmp.agent.SnmpTree.Notification;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.junit.jupiter.api.Test;

/** How a site file says that the site is read by SNMP. */
class SnmpSettingsTest {

    private static final Network LOOPBACK = Networks.parse("127.0.0.0/8").orElseThrow();

    private static SnmpSite snmp(String section) throws SiteFileProblems {
        return SiteTexts.parse(SiteTexts.spoiled("port: 8420", "port: 8420\nsnmp: " + section)).northbound().snmp();
    }

    private static List<String> problems(String section) {
        return SiteTexts.problems(SiteTexts.spoiled("  port: 8420", "  port: 8420\nsnmp: " + section));
    }

    @Test
    void everyKeyArrivesWhereItBelongs() throws Exception {
        SnmpSite site = SiteTexts.parse(SiteTexts.example("every-key")).northbound().snmp();
        assertThat(site.settings()).isEqualTo(new SnmpSettings(
                Optional.of(new SnmpSettings.Listen("127.0.0.4", 1161)), SnmpSettings.Identity.CS141, "ups@example.com",
                "Basement, room 3",
                List.of(new SnmpSettings.Community("nms", "a community", List.of(LOOPBACK),
                        new View(List.of(Oid.of(1, 3, 6, 1, 2, 1)), List.of(Oid.of(1, 3, 6, 1, 2, 1, 33, 5))),
                        Set.of(NorthboundOrder.Kind.MUTE))),
                List.of(new SnmpSettings.User("bms", Authentication.SHA512, "authenticates", Privacy.AES256, "encrypts",
                        List.of(LOOPBACK, Networks.parse("fd00::/64").orElseThrow()),
                        new View(List.of(Oid.of(1, 3, 6, 1, 2, 1), Oid.of(1, 3, 6, 1, 4, 1)), List.of()),
                        Set.of(NorthboundOrder.Kind.ACKNOWLEDGE, NorthboundOrder.Kind.EQUALIZING))),
                List.of(new SnmpSettings.Receiver("nms.example.com", 1162, Form.V2C_TRAP,
                                "a community", Set.of(Notification.Kind.UPS)),
                        new SnmpSettings.Receiver("127.0.0.9", 162, Form.V3_INFORM, "bms",
                                Set.of(Notification.Kind.values())))));
        assertThat(site.kept()).isEqualTo(Map.of(
                SnmpSite.community("nms"), new SecretReference.InEnvironment("EVENFLOAT_COMMUNITY"),
                SnmpSite.authentication("bms"), new SecretReference.InEnvironment("EVENFLOAT_SNMP_AUTHENTICATION"),
                SnmpSite.privacy("bms"), new SecretReference.InEnvironment("EVENFLOAT_SNMP_PRIVACY")));
    }

    @Test
    void nothingIsServedUnlessTheFileSaysSo() throws Exception {
        assertThat(SiteTexts.parse(SiteTexts.GOOD).northbound().snmp().settings().enabled()).isFalse();
        assertThat(snmp("{ communities: [{ name: nms, secret: \"${env:EVENFLOAT_COMMUNITY}\" }] }").settings().enabled())
                .isFalse();
    }

    @Test
    void whatIsNotSaidIsTheSafeWay() throws Exception {
        SnmpSettings given = snmp("""
                { enabled: true, communities: [{ name: nms, secret: "${env:EVENFLOAT_COMMUNITY}" }],
                  users: [{ name: bms, authentication-password: "${env:EVENFLOAT_SNMP_AUTHENTICATION}",
                            privacy-password: "${env:EVENFLOAT_SNMP_PRIVACY}" }] }
                """).settings();
        assertThat(given.listen()).contains(new SnmpSettings.Listen("127.0.0.1", 161));
        assertThat(given.identity()).isEqualTo(SnmpSettings.Identity.EVENFLOAT);
        assertThat(given.communities().get(0).networks()).extracting(Network::text).containsExactly("127.0.0.0/8", "::1");
        assertThat(given.communities().get(0).may()).isEmpty();
        assertThat(given.users().get(0).authentication()).isEqualTo(Authentication.SHA256);
        assertThat(given.users().get(0).privacy()).isEqualTo(Privacy.AES128);
        assertThat(given.users().get(0).may()).isEmpty();
    }

    @Test
    void noTextShowsSecrets() throws Exception {
        String text = SiteTexts.parse(SiteTexts.example("every-key")).toString();
        assertThat(text).contains("nms", "bms").doesNotContain("a community", "authenticates", "encrypts");
    }

    @Test
    void everyMistakeIsSaidAtOnce() {
        assertThat(problems("""
                { enabled: true, address: 0.0.0.0, identity: cisco,
                    communities: [{ name: nms, secret: public }, { name: nms, secret: "${env:EVENFLOAT_COMMUNITY}" }],
                    users: [{ name: a, privacy: aes128, authentication: none, may: [mute] }],
                    receivers: [{ host: 10.0.0.9, form: v2c-trap, as: nmt }, { host: a b, form: v3-trap, as: b }] }
                """)).containsExactly(
                "line 7, snmp.identity: \"cisco\" - allowed: evenfloat, cs141",
                "line 8, snmp.communities[0]: no networks - allowed: \"networks\": where the community is taken from,"
                        + " such as [10.0.0.0/8]; everybody on the way can read it",
                "line 8, snmp.communities[0].secret: something else than a reference - allowed: a secret such as"
                        + " ${file:token.txt} or ${env:EVENFLOAT_TOKEN}, never the secret itself",
                "line 8, snmp.communities[1]: no networks - allowed: \"networks\": where the community is taken from,"
                        + " such as [10.0.0.0/8]; everybody on the way can read it",
                "line 8, snmp.communities[1].name: \"nms\", already used in line 8 - allowed: a name that no other community"
                        + " has",
                "line 9, snmp.users[0]: no privacy-password - allowed: \"privacy-password\": a secret such as"
                        + " ${file:token.txt} or ${env:EVENFLOAT_TOKEN}, never the secret itself",
                "line 9, snmp.users[0]: neither authentication nor networks - allowed: \"networks\": where the user is taken"
                        + " from, such as [10.0.0.0/8]; anybody can say that name",
                "line 9, snmp.users[0].privacy: privacy aes128 without authentication - allowed: none, or an"
                        + " \"authentication\" beside it",
                "line 9, snmp.users[0].may: \"may\" of a user without authentication - allowed: nothing, or an"
                        + " \"authentication\": anybody can say that name",
                "line 10, snmp.receivers[0].as: \"nmt\" - allowed: nms; nearest: nms",
                "line 10, snmp.receivers[1].host: \"a b\" - allowed: a host or address such as nms.example.com, 10.0.0.9 or"
                        + " \"fd00::9\"",
                "line 10, snmp.receivers[1].as: \"b\" - allowed: a");
    }
}
