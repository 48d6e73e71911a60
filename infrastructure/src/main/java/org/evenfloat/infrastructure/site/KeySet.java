// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.List;

/**
 * The keys that a section of the site file knows. {@code docs/site-file.schema.json} has the same ones.
 *
 * @param name of the section, the same as its definition in the schema
 * @param keys in the order in which people write them
 */
record KeySet(String name, List<String> keys) {

    static final KeySet FILE = of("file", "evenfloat", "site", "data-folder", "web", "simulated-clock", "lines",
            "battery-profiles", "module-types", "batteries", "relay-modules", "breakers", "history", "sign-in",
            "alarm-contacts", "modbus", "snmp");
    static final KeySet SITE = of("site", "name", "time-zone");
    static final KeySet WEB = of("web", "enabled", "address", "port", "names", "https", "certificate",
            "certificate-file", "key-file", "key-password", "token");
    static final KeySet LINE = of("line", "id", "serial", "tcp", "baud", "sweep-period", "conversion-time",
            "answer-allowance", "resistance-period");
    static final KeySet PROFILE = of("battery-profile", "name", "chemistry", "float-voltage", "boost-voltage",
            "end-of-discharge", "alarms");
    static final KeySet PROFILE_ALARM = of("profile-alarm", "key", "value", "source");
    static final KeySet MODULE_TYPE = of("module-type", "name", "code", "voltage", "resistance", "equalize-current",
            "self-current", "control");
    static final KeySet BATTERY = of("battery", "id", "name", "profile", "cells-per-block", "capacity", "module",
            "equalizing", "strings", "centre-tap");
    static final KeySet STRING = of("string", "id", "name", "profile", "cells-per-block", "capacity", "module",
            "equalizing", "modules", "current-sensor", "current-zero", "ambient-sensor",
            "classic-rule");
    static final KeySet CLASSIC_RULE = of("classic-rule", "difference", "current", "since");
    static final KeySet RELAY_MODULE = of("relay-module", "id", "address", "relays", "inputs");
    static final KeySet RELAY = of("relay", "relay", "contact", "pulse", "bus-loss");
    static final KeySet INPUT = of("input", "input", "name", "contact");
    static final KeySet BREAKER = of("breaker", "id", "strings", "trip", "second-trip", "status", "open-when",
            "boost-stop", "countdown", "last-string", "trip-in-discharge", "proof-test-interval");
    static final KeySet TRIP_IN_DISCHARGE = of("trip-in-discharge", "allowed", "by", "date");
    static final KeySet HISTORY = of("history", "float-interval", "every-sweep-after-event", "memory", "max-size");
    static final KeySet SIGN_IN = of("sign-in", "ldap", "radius", "oidc");
    static final KeySet LDAP = of("ldap", "url", "users", "user-dn", "login", "bind-dn", "bind-password", "groups",
            "roles", "ca-file", "timeout");
    static final KeySet RADIUS = of("radius", "servers", "secret", "attribute", "roles", "timeout");
    static final KeySet OIDC = of("oidc", "issuer", "client-id", "client-secret", "return-to", "scopes", "name",
            "claim", "roles", "button", "ca-file", "timeout");
    static final KeySet GROUP_ROLE = of("group-role", "group", "role", "strings");
    static final KeySet ALARM_CONTACTS = of("alarm-contacts", "relay-file", "buzzer-file", "inverted",
            "relay", "buzzer");
    static final KeySet MODBUS = of("modbus", "enabled", "address", "port", "unit", "clients", "writers", "serial",
            "map-file", "tls");
    static final KeySet MODBUS_WRITER = of("modbus-writer", "name", "address", "may");
    static final KeySet MODBUS_SERIAL = of("modbus-serial", "port", "baud", "parity", "mode", "may");
    static final KeySet MODBUS_TLS = of("modbus-tls", "port", "client-ca-file", "roles");
    static final KeySet MODBUS_ROLE = of("modbus-role", "role", "may");
    static final KeySet SNMP = of("snmp", "enabled", "address", "port", "identity", "contact", "location", "communities",
            "users", "receivers");
    static final KeySet SNMP_COMMUNITY = of("snmp-community", "name", "secret", "networks", "view", "may");
    static final KeySet SNMP_USER = of("snmp-user", "name", "authentication", "authentication-password", "privacy",
            "privacy-password", "networks", "view", "may");
    static final KeySet SNMP_VIEW = of("snmp-view", "include", "exclude");
    static final KeySet SNMP_RECEIVER = of("snmp-receiver", "host", "port", "form", "as", "kinds");

    /** Every section. */
    static final List<KeySet> ALL =
            List.of(FILE, SITE, WEB, LINE, PROFILE, PROFILE_ALARM, MODULE_TYPE, BATTERY, STRING, CLASSIC_RULE,
                    RELAY_MODULE, RELAY, INPUT, BREAKER, TRIP_IN_DISCHARGE, HISTORY, SIGN_IN, LDAP, RADIUS, OIDC,
                    GROUP_ROLE, ALARM_CONTACTS, MODBUS, MODBUS_WRITER, MODBUS_SERIAL, MODBUS_TLS, MODBUS_ROLE, SNMP,
                    SNMP_COMMUNITY, SNMP_USER, SNMP_VIEW, SNMP_RECEIVER);

    private static KeySet of(String name, String... keys) {
        return new KeySet(name, List.of(keys));
    }
}
