// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.northbound.PublishedPoints;

/** The objects of one site for people and programs, row by row. */
public final class PublishedObjects {

    /** Stands for the index of an alarm, which is its sequence: nobody knows it before it is raised. */
    private static final String EACH = "SEQUENCE";

    private static final List<String> HEAD =
            List.of("oid", "group", "subject", "name", "syntax", "unit", "access", "what");

    private PublishedObjects() {}

    /** Returns every object of a site, in the order of identifiers; those of alarms once. */
    public static PublishedPoints table(PointTable table, SnmpSettings settings, String version) {
        List<List<String>> rows = new ArrayList<>();
        for (MibGroup group : new SiteObjects(table, settings, version).all()) {
            for (MibObject object : group.objects()) {
                add(rows, table, group, object);
            }
        }
        return new PublishedPoints(HEAD, Set.of(), rows);
    }

    private static void add(List<List<String>> rows, PointTable table, MibGroup group, MibObject object) {
        if (group.subject() == PointSubject.ALARM) {
            rows.add(cells(group.parent().then(object.id()) + "." + EACH, "(each alarm that stands)", group, object));
            return;
        }
        for (int row = 0; row < table.rows(group.subject()); row++) {
            rows.add(cells(group.name(object, row).toString(), table.ids(group.subject()).get(row), group, object));
        }
    }

    private static List<String> cells(String oid, String subject, MibGroup group, MibObject object) {
        return List.of(oid, group.name(), subject, object.name(),
                object.syntax().smi(), object.units(),
                object.writable() ? "read and write" : "read", object.words());
    }
}
