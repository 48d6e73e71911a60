// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools of net-snmp, as people and scripts use them at a terminal. */
final class NetSnmp {

    private static final String ASSIGNS = " = ";

    private final List<String> who;
    private final String place;
    private final boolean bulk;

    private NetSnmp(int port, boolean bulk, String... who) {
        ExternalTool.require(Tool.there("snmpget"), "snmpget", "snmp");
        this.who = List.of(who);
        this.place = "127.0.0.1:" + port;
        this.bulk = bulk;
    }

    static NetSnmp v1(int port, String community) {
        return new NetSnmp(port, false, "-v", "1", "-c", community);
    }

    static NetSnmp v2c(int port, String community) {
        return new NetSnmp(port, true, "-v", "2c", "-c", community);
    }

    /** A user of version 3 with authentication and privacy, such as SHA-256 and AES. */
    static NetSnmp v3(int port, String user, String authentication, String password, String privacy, String secret) {
        return new NetSnmp(port, true, "-v", "3", "-l", "authPriv", "-u", user, "-a", authentication, "-A", password,
                "-x", privacy, "-X", secret);
    }

    /** A user of version 3 with authentication only. */
    static NetSnmp v3(int port, String user, String authentication, String password) {
        return new NetSnmp(port, true, "-v", "3", "-l", "authNoPriv", "-u", user, "-a", authentication, "-A", password);
    }

    /** Runs a tool and returns everything it printed. */
    String say(String tool, String... what) throws Exception {
        List<String> words = new ArrayList<>(List.of(tool, "-m", "", "-O", "nQUet", "-t", "1", "-r", "1"));
        words.addAll(who);
        words.add(place);
        words.addAll(List.of(what));
        return Tool.run(words.toArray(String[]::new));
    }

    /** Returns values by their names, numbers with dots; texts without quotes. */
    Map<String, String> get(String... oids) throws Exception {
        return values(say("snmpget", oids));
    }

    /** Returns one value. */
    String one(String oid) throws Exception {
        Map<String, String> values = get(oid);
        if (values.size() != 1) {
            throw new AssertionError(say("snmpget", oid));
        }
        return values.values().iterator().next();
    }

    /** Returns one text; net-snmp prints those with other letters than ASCII as bytes. */
    String text(String oid) throws Exception {
        String value = one(oid);
        return value.matches("([0-9A-F]{2} *)+") ? new String(
                HexFormat.of().parseHex(value.replace(" ", "")), StandardCharsets.UTF_8) : value;
    }

    /** Returns everything below a name: one after the other, or in bulk where the version knows that. */
    Map<String, String> walk(String root) throws Exception {
        return values(say(bulk ? "snmpbulkwalk" : "snmpwalk", root));
    }

    /** Long values go on in further lines. */
    private static Map<String, String> values(String told) {
        Map<String, String> values = new LinkedHashMap<>();
        String last = "";
        for (String line : told.split("\n")) {
            int at = line.indexOf(ASSIGNS);
            if (at > 0 && line.startsWith(".")) {
                last = line.substring(1, at);
                values.put(last, unquoted(line.substring(at + ASSIGNS.length())));
            } else if (values.containsKey(last)) {
                values.put(last, unquoted(values.get(last) + " " + line));
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        return value.strip().replaceAll("^\"(.*)\"$", "$1");
    }
}
