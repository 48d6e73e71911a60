// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.AlarmCodes;
import org.evenfloat.application.northbound.AlarmKinds;
import org.evenfloat.domain.alarm.AlarmTable;

/** Our own MIB as a MIB file (SMIv2, RFC 2578 to 2580). */
final class MibText {

    /** The revision that the file tells; a later one only adds. */
    private static final String REVISION = "202611260000Z";
    private static final String MODULE = "evenfloat";
    private static final int WIDTH = 76;
    private static final int INDENT = 8;

    private final StringBuilder out = new StringBuilder();
    private final List<MibGroup> groups;

    private MibText(List<MibGroup> groups) {
        this.groups = groups;
    }

    /**
     * Returns the file.
     *
     * @param groups of our own MIB, in the order of their places
     */
    static String of(List<MibGroup> groups) {
        MibText text = new MibText(groups);
        text.head();
        text.conventions();
        groups.forEach(text::group);
        text.notifications();
        text.kinds();
        text.conformance();
        text.line("END");
        return text.out.toString();
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private void head() {
        line("EVENFLOAT-MIB DEFINITIONS ::= BEGIN");
        line("");
        line("-- SPDX-License-Identifier: Apache-2.0");
        line("-- Made by the program: a test compares the two.");
        line("");
        line("IMPORTS");
        line("    MODULE-IDENTITY, OBJECT-TYPE, OBJECT-IDENTITY, NOTIFICATION-TYPE,");
        line("    Integer32, Unsigned32, Gauge32, Counter32, enterprises");
        line("        FROM SNMPv2-SMI");
        line("    TEXTUAL-CONVENTION, TruthValue, DateAndTime");
        line("        FROM SNMPv2-TC");
        line("    MODULE-COMPLIANCE, OBJECT-GROUP, NOTIFICATION-GROUP");
        line("        FROM SNMPv2-CONF;");
        line("");
        line(MODULE + " MODULE-IDENTITY");
        line("    LAST-UPDATED \"" + REVISION + "\"");
        line("    ORGANIZATION \"Evenfloat\"");
        line("    CONTACT-INFO \"The project, where this file comes from.\"");
        words("What the battery monitor server Evenfloat tells of a site: strings, blocks, lines, relays, breakers and"
                + " alarms. The arc is not registered: it lies in netSnmpPlaypen of NET-SNMP-MIB and will move to a"
                + " registered one, with both served for a time. A value that is not known at the moment has no instance."
                + " Objects are added, never changed.");
        line("    REVISION \"" + REVISION + "\"");
        words("First revision.");
        Oid own = Arcs.OWN;
        line("    ::= { enterprises netSnmp(" + own.id(6) + ") netSnmpExperimental(" + own.id(7) + ") netSnmpPlaypen("
                + own.id(8) + ") " + own.id(9) + " }");
        line("");
        node(MODULE + "Notifications", MODULE, last(Arcs.NOTIFICATIONS));
        node(MODULE + "Objects", MODULE, last(Arcs.OBJECTS));
        node(MODULE + "Conformance", MODULE, last(Arcs.CONFORMANCE));
        node(MODULE + "AlarmKinds", MODULE, last(Arcs.KINDS));
        line("");
    }

    private void node(String name, String parent, int id) {
        line(name + " OBJECT IDENTIFIER ::= { " + parent + " " + id + " }");
    }

    private static int last(Oid oid) {
        return oid.id(oid.length() - 1);
    }

    private void conventions() {
        convention("EvenfloatText", Texts.LONGEST + "t", "A text in UTF-8, as people wrote it or as they read it.",
                "OCTET STRING (SIZE (0.." + Texts.LONGEST + "))");
        StringBuilder kinds = new StringBuilder("Kinds of alarms, a bit each, counted from the lowest:");
        for (int bit = 0; bit < AlarmKinds.NAMES.size(); bit++) {
            kinds.append(bit == 0 ? " " : ", ").append(bit).append(' ').append(AlarmKinds.NAMES.get(bit));
        }
        convention("EvenfloatKinds", "", kinds.append(".").toString(), "Unsigned32");
        convention("EvenfloatQuality", "", "How far a value may be trusted. One that is missing has no instance.",
                "INTEGER { good(0), suspect(1), stale(2), missing(3) }");
        List<String> codes = new ArrayList<>(List.of("other(0)"));
        for (int i = 0; i < AlarmCodes.IDS.size(); i++) {
            codes.add(kind(AlarmCodes.IDS.get(i)) + "(" + (i + 1) + ")");
        }
        convention("EvenfloatCode", "", "Which alarm it is; a code never changes its meaning.",
                "INTEGER { " + String.join(", ", codes) + " }");
    }

    private void convention(String name, String hint, String words, String syntax) {
        line(name + " ::= TEXTUAL-CONVENTION");
        if (!hint.isEmpty()) {
            line("    DISPLAY-HINT \"" + hint + "\"");
        }
        line("    STATUS      current");
        words(words);
        fold("    SYNTAX      ", syntax);
        line("");
    }

    private void group(MibGroup group) {
        String parent = MODULE + "Objects";
        if (group.table()) {
            table(group, parent);
        } else {
            line("-- " + group.words());
            line("");
            node(group.name(), parent, last(group.parent()));
            line("");
        }
        for (MibObject object : group.objects()) {
            object(object, group.table() ? group.name() + "Entry" : group.name());
        }
    }

    private void table(MibGroup group, String parent) {
        String row = capital(group.name()) + "Entry";
        line(group.name() + "Table OBJECT-TYPE");
        fold("    SYNTAX      ", "SEQUENCE OF " + row);
        line("    MAX-ACCESS  not-accessible");
        line("    STATUS      current");
        words("A row for each: " + group.words() + ".");
        line("    ::= { " + parent + " " + group.parent().id(group.parent().length() - 2) + " }");
        line("");
        line(group.name() + "Entry OBJECT-TYPE");
        line("    SYNTAX      " + row);
        line("    MAX-ACCESS  not-accessible");
        line("    STATUS      current");
        words(capital(group.words()) + ".");
        line("    INDEX       { " + group.objects().get(0).name() + " }");
        line("    ::= { " + group.name() + "Table 1 }");
        line("");
        line(row + " ::= SEQUENCE {");
        for (int i = 0; i < group.objects().size(); i++) {
            MibObject object = group.objects().get(i);
            String syntax = object.syntax().smi();
            String plain = syntax.startsWith("INTEGER") ? "INTEGER" : syntax.replaceAll(" \\(.*", "");
            line("    " + object.name() + " " + plain + (i + 1 < group.objects().size() ? "," : ""));
        }
        line("}");
        line("");
    }

    private void object(MibObject object, String parent) {
        line(object.name() + " OBJECT-TYPE");
        fold("    SYNTAX      ", object.syntax().smi());
        if (!object.units().isEmpty()) {
            line("    UNITS       \"" + ascii(object.units()) + "\"");
        }
        line("    MAX-ACCESS  " + (object.writable() ? "read-write" : "read-only"));
        line("    STATUS      current");
        words(capital(object.words()) + ".");
        line("    ::= { " + parent + " " + object.id() + " }");
        line("");
    }

    private void notifications() {
        MibGroup alarms = groups.get(groups.size() - 1);
        List<String> told = new ArrayList<>();
        for (int id : AlarmNews.TOLD) {
            told.add(alarms.object(id).name());
        }
        for (AlarmNews.Change change : AlarmNews.Change.values()) {
            line(notification(change) + " NOTIFICATION-TYPE");
            fold("    OBJECTS     ", "{ " + String.join(", ", told) + " }");
            line("    STATUS      current");
            words(change.words());
            line("    ::= { " + MODULE + "Notifications " + change.number() + " }");
            line("");
        }
    }

    private static String notification(AlarmNews.Change change) {
        String name = change.name();
        return MODULE + "Alarm" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private void kinds() {
        for (int i = 0; i < AlarmCodes.IDS.size(); i++) {
            String id = AlarmCodes.IDS.get(i);
            line(MODULE + capital(kind(id)) + " OBJECT-IDENTITY");
            line("    STATUS      current");
            words(AlarmTable.find(id).map(row -> row.words().meaning()).orElse(id) + ".");
            line("    ::= { " + MODULE + "AlarmKinds " + (i + 1) + " }");
            line("");
        }
    }

    private void conformance() {
        String all = MODULE + "ObjectGroup";
        node(MODULE + "Compliances", MODULE + "Conformance", 1);
        node(MODULE + "Groups", MODULE + "Conformance", 2);
        line("");
        line(MODULE + "Compliance MODULE-COMPLIANCE");
        line("    STATUS      current");
        words("What an Evenfloat server serves.");
        line("    MODULE");
        line("    MANDATORY-GROUPS { " + all + ", " + MODULE + "NotificationGroup }");
        line("    ::= { " + MODULE + "Compliances 1 }");
        line("");
        line(all + " OBJECT-GROUP");
        List<String> names = groups.stream().flatMap(group -> group.objects().stream()).map(MibObject::name).toList();
        fold("    OBJECTS     ", "{ " + String.join(", ", names) + " }");
        line("    STATUS      current");
        words("Every object.");
        line("    ::= { " + MODULE + "Groups 1 }");
        line("");
        line(MODULE + "NotificationGroup NOTIFICATION-GROUP");
        List<String> told = new ArrayList<>();
        for (AlarmNews.Change change : AlarmNews.Change.values()) {
            told.add(notification(change));
        }
        fold("    NOTIFICATIONS ", "{ " + String.join(", ", told) + " }");
        line("    STATUS      current");
        words("Every notification.");
        line("    ::= { " + MODULE + "Groups 2 }");
        line("");
    }

    /** A word with a small letter first, for the id of an alarm. */
    private static String kind(String id) {
        String joined = MibObject.joined(id);
        return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }

    private void words(String words) {
        fold("    DESCRIPTION ", '"' + ascii(words).replace("\"", "'") + '"');
    }

    private void fold(String before, String text) {
        StringBuilder line = new StringBuilder(before);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line.setLength(0);
                line.append(" ".repeat(INDENT));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(line.toString());
    }

    private static String ascii(String text) {
        return text.replace("°C", "degrees Celsius").replace("µΩ", "microohm").replace("–", "-").replace("−", "-");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
