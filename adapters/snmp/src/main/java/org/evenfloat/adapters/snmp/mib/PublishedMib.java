// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.northbound.PublishedPoints;

/** The objects for people and programs: of one site row by row, and of every site as a document. */
public final class PublishedMib {

    private static final String INSTANCE_OF_ALARM = "SEQUENCE";

    private static final List<String> HEAD =
            List.of("oid", "subject", "name", "syntax", "scale", "map", "access", "what");

    private PublishedMib() {}

    /** Returns every object of a site that something is known of as a table. */
    public static PublishedPoints table(PointTable table, SnmpSettings settings) {
        return new PublishedPoints(HEAD, Set.of(), of(table, settings).stream().map(row -> List.of(
                row.oid(), row.subject(), row.name(), row.syntax(), row.units(), row.published() ? "published" : "ours",
                row.writable() ? "read and write" : "read", row.words())).toList());
    }

    /**
     * Returns every object of a site that something is known of, in the order of names. Alarms come and go: their rows stand
     * for all of them, with {@value #INSTANCE_OF_ALARM} in place of the last number.
     */
    public static List<MibRow> of(PointTable table, SnmpSettings settings) {
        List<MibRow> rows = new ArrayList<>();
        for (MibGroup group : new SiteObjects(table, settings, "").all()) {
            for (MibObject object : group.objects()) {
                if (object.teller() == Teller.NOBODY) {
                    continue;
                }
                if (group.subject() == PointSubject.ALARM) {
                    rows.add(row(group, object, group.parent().then(object.id()) + "." + INSTANCE_OF_ALARM, ""));
                    continue;
                }
                for (int row = 0; row < table.rows(group.subject()); row++) {
                    rows.add(row(group, object, group.name(object, row).toString(),
                            group.table() ? table.ids(group.subject()).get(row) : ""));
                }
            }
        }
        return rows;
    }

    private static MibRow row(MibGroup group, MibObject object, String oid, String subject) {
        return new MibRow(oid, object.name(), subject, object.syntax().smi(), object.units(),
                !group.parent().isBelow(Arcs.OWN), object.writable(), object.words());
    }

    /**
     * Returns the tables of the document: what stands below {@code root} on any site.
     *
     * @param table of any site
     */
    static String document(PointTable table, Oid root) {
        StringBuilder text = new StringBuilder();
        for (MibGroup group : new SiteObjects(table, SnmpSettings.OFF, "").all()) {
            List<MibObject> known = group.objects().stream().filter(object -> object.teller() != Teller.NOBODY).toList();
            if (!group.parent().isBelow(root) || known.isEmpty()) {
                continue;
            }
            text.append("### ").append(group.name()).append(group.table() ? "Table" : "").append(": ")
                    .append(group.words()).append("\n\n`").append(group.parent()).append(".N.")
                    .append(!group.table() ? "0" : group.subject() == PointSubject.ALARM ? INSTANCE_OF_ALARM : "ROW")
                    .append("`\n\n| N | Object | Syntax | 1 is | What |\n|---|---|---|---|---|\n");
            for (MibObject object : known) {
                text.append("| ").append(object.id()).append(" | ").append(object.name()).append(" | ")
                        .append(object.syntax().smi()).append(object.writable() ? ", read and write" : "").append(" | ")
                        .append(unit(object.units())).append(" | ").append(object.words()).append(" |\n");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String unit(String units) {
        return units.isEmpty() || Character.isDigit(units.charAt(0)) ? units : "1 " + units;
    }
}
