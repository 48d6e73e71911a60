// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.List;
import java.util.stream.IntStream;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.adapters.snmp.variables.Variables;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointPage;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.application.northbound.PublishedPoints;
import org.evenfloat.application.northbound.SeenPoint;
import org.evenfloat.domain.measure.Quality;

/**
 * Shows people what a client reads of a site: each value as it is told, and what it means. What the engine tells of itself
 * is not of the site and not shown. Safe for several threads, one at a time; nothing of it is made before somebody looks.
 */
public final class ObjectView {

    /** Values are made one by one: their name does not matter. */
    private static final Names ONE = new Names(List.of(Oid.of(1, 3)));

    private final PointTable table;
    private final SiteFacts facts;
    private final SnmpSettings settings;
    private final String version;
    private final long startedAtMillis;
    private List<MibGroup> groups;
    private SiteWords words;

    /**
     * @param settings with location, contact and identity
     * @param version of the program
     * @param startedAtMillis when the agent's uptime was 0, epoch ms
     */
    public ObjectView(PointTable table, SiteFacts facts, SnmpSettings settings, String version, long startedAtMillis) {
        this.table = table;
        this.facts = facts;
        this.settings = settings;
        this.version = version;
        this.startedAtMillis = startedAtMillis;
    }

    /** Returns every object of the site that something is known of, row by row. */
    public PublishedPoints map() {
        return PublishedMib.table(table, settings);
    }

    /** Puts the values that are wanted on a page, in the order of their identifiers. */
    public synchronized void fill(NorthboundImage image, PointPage out) {
        groups = groups == null ? new SiteObjects(table, settings, version).all() : groups;
        words = SiteWords.of(facts.site(), words);
        Moment moment = new Moment(image, Moment.inOrder(image.alarms()), words, facts, startedAtMillis);
        for (MibGroup group : groups) {
            int[] rows = rows(group, moment);
            for (MibObject object : group.objects()) {
                for (int row = 0; row < rows.length && object.teller() != Teller.NOBODY; row++) {
                    point(moment, group, object, rows[row], out);
                }
            }
        }
    }

    private int[] rows(MibGroup group, Moment moment) {
        if (group.subject() != PointSubject.ALARM) {
            return IntStream.range(0, table.rows(group.subject())).toArray();
        }
        boolean ups = !group.parent().isBelow(Arcs.OWN);
        return IntStream.range(0, moment.alarms().size())
                .filter(row -> !ups || Moment.pertains(moment.alarms().get(row))).toArray();
    }

    private void point(Moment moment, MibGroup group, MibObject object, int row, PointPage out) {
        Variables value = null;
        if (out.knownOnly()) {
            value = value(moment, object, row);
            if (!value.has(0)) {
                return;
            }
        }
        boolean wanted = out.searches()
                ? out.wants(subject(moment, group, row), group.name(), object.name(), name(moment, group, object, row))
                : out.wants();
        if (wanted) {
            out.add(seen(moment, group, object, row, value == null ? value(moment, object, row) : value));
        }
    }

    private static Variables value(Moment moment, MibObject object, int row) {
        Values values = new Values(ONE);
        object.teller().tell(values, moment, row);
        return values.variables();
    }

    private static String name(Moment moment, MibGroup group, MibObject object, int row) {
        return group.subject() == PointSubject.ALARM
                ? group.parent().then(object.id(), Moment.sequence(moment.alarms().get(row))).toString()
                : group.name(object, row).toString();
    }

    private String subject(Moment moment, MibGroup group, int row) {
        return group.subject() == PointSubject.ALARM
                ? moment.alarms().get(row).point().id() : table.ids(group.subject()).get(row);
    }

    private SeenPoint seen(Moment moment, MibGroup group, MibObject object, int row, Variables value) {
        boolean there = value.has(0);
        ShownValue shown = there ? ShownValue.of(object, value) : new ShownValue("noSuchInstance", "");
        Quality quality = there ? object.teller().quality(moment, row) : Quality.MISSING;
        return new SeenPoint(name(moment, group, object, row), group.name(), subject(moment, group, row), object.name(),
                object.syntax().smi().replaceFirst(" [{(].*", ""), ShownValue.scale(object.units()), shown.raw(),
                shown.meaning(), quality, object.words());
    }
}
