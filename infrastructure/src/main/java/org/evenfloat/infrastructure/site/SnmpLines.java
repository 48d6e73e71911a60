// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.Network;

/** Writes how the site is read by SNMP; secrets as references. */
final class SnmpLines {

    private final YamlLines yaml;
    private final Map<String, SecretReference> kept;

    private SnmpLines(YamlLines yaml, Map<String, SecretReference> kept) {
        this.yaml = yaml;
        this.kept = kept;
    }

    static void write(SnmpSite site, YamlLines yaml) {
        new SnmpLines(yaml, site.kept()).snmp(site.settings());
    }

    private void snmp(SnmpSettings snmp) {
        yaml.begin("snmp");
        yaml.plain("enabled", true);
        if (snmp.listen().isPresent()) {
            yaml.text("address", snmp.listen().get().address());
            yaml.plain("port", snmp.listen().get().port());
        } else {
            yaml.text("port", "off");
        }
        yaml.plain("identity", word(snmp.identity()));
        text("contact", snmp.contact());
        text("location", snmp.location());
        if (!snmp.communities().isEmpty()) {
            yaml.begin("communities");
            snmp.communities().forEach(this::community);
            yaml.end();
        }
        if (!snmp.users().isEmpty()) {
            yaml.begin("users");
            snmp.users().forEach(this::user);
            yaml.end();
        }
        if (!snmp.receivers().isEmpty()) {
            yaml.begin("receivers");
            snmp.receivers().forEach(receiver -> receiver(receiver, SnmpSite.as(snmp, receiver)));
            yaml.end();
        }
        yaml.end();
    }

    private void community(SnmpSettings.Community community) {
        yaml.beginItem();
        yaml.text("name", community.name());
        secret("secret", SnmpSite.community(community.name()));
        networks(community.networks());
        view(community.view());
        if (!community.may().isEmpty()) {
            yaml.plain("may", ModbusLines.kinds(community.may()));
        }
        yaml.end();
    }

    private void user(SnmpSettings.User user) {
        yaml.beginItem();
        yaml.text("name", user.name());
        yaml.plain("authentication", word(user.authentication()));
        if (user.authentication() != SnmpSettings.Authentication.NONE) {
            secret("authentication-password", SnmpSite.authentication(user.name()));
        }
        yaml.plain("privacy", word(user.privacy()));
        if (user.privacy() != SnmpSettings.Privacy.NONE) {
            secret("privacy-password", SnmpSite.privacy(user.name()));
        }
        networks(user.networks());
        view(user.view());
        if (!user.may().isEmpty()) {
            yaml.plain("may", ModbusLines.kinds(user.may()));
        }
        yaml.end();
    }

    private void receiver(SnmpSettings.Receiver receiver, String as) {
        yaml.beginItem();
        yaml.text("host", receiver.host());
        yaml.plain("port", receiver.port());
        yaml.plain("form", word(receiver.form()));
        yaml.text("as", as);
        yaml.plain("kinds", receiver.kinds().stream().sorted().map(SnmpLines::word).toList());
        yaml.end();
    }

    private void secret(String key, String of) {
        SecretReference reference = kept.get(of);
        if (reference == null) {
            throw new IllegalArgumentException("a site file cannot say a secret that is kept nowhere: " + of);
        }
        yaml.text(key, reference.toString());
    }

    private void text(String key, String value) {
        if (!value.isEmpty()) {
            yaml.text(key, value);
        }
    }

    private void networks(List<Network> networks) {
        if (!networks.isEmpty()) {
            yaml.plain("networks", networks.stream().map(network -> YamlLines.quoted(network.text())).toList());
        }
    }

    private void view(SnmpSettings.View view) {
        if (view.equals(SnmpSettings.View.ALL)) {
            return;
        }
        yaml.begin("view");
        if (!view.included().equals(SnmpSettings.View.ALL.included())) {
            yaml.plain("include", oids(view.included()));
        }
        if (!view.excluded().isEmpty()) {
            yaml.plain("exclude", oids(view.excluded()));
        }
        yaml.end();
    }

    private static List<String> oids(List<Oid> oids) {
        return oids.stream().map(oid -> YamlLines.quoted(oid.toString())).toList();
    }

    /** Returns a constant as the site file writes it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
