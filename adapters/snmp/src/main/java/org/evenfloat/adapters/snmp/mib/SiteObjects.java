// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.application.northbound.PointTable;

/** Every object of a site, group by group in the order of their places: trees, MIB files and documents are made from it. */
final class SiteObjects {

    private final PointTable table;
    private final SnmpSettings settings;
    private final String version;

    SiteObjects(PointTable table, SnmpSettings settings, String version) {
        this.table = table;
        this.settings = settings;
        this.version = version;
    }

    /** Returns what stands before the first table of alarms. */
    List<MibGroup> beforeUpsAlarms() {
        return UpsView.before(settings, version);
    }

    /** Returns what stands between the two tables of alarms. */
    List<MibGroup> betweenAlarms() {
        List<MibGroup> groups = new ArrayList<>(UpsView.after(table));
        groups.addAll(BacsView.groups(table));
        groups.addAll(List.of(OwnSite.site(), OwnSite.monitor(version), OwnSite.lines(), OwnBattery.strings(),
                OwnBattery.blocks(table), OwnSite.relayModules(), OwnSite.breakers(), OwnAlarms.commands()));
        return groups;
    }

    /** Returns all groups. */
    List<MibGroup> all() {
        List<MibGroup> groups = new ArrayList<>(beforeUpsAlarms());
        groups.add(UpsView.alarms());
        groups.addAll(betweenAlarms());
        groups.add(OwnAlarms.alarms());
        return groups;
    }

    /** Returns those of our own MIB. */
    List<MibGroup> own() {
        return all().stream().filter(group -> group.parent().isBelow(Arcs.OWN)).toList();
    }
}
