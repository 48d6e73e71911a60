// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.adapters.snmp.variables.Variables;
import org.evenfloat.application.northbound.PointTable;

/** A stretch of groups whose rows stay as they are while a server runs: its names are made once. */
final class Part {

    private final List<MibGroup> groups;
    private final PointTable table;
    private final Names names;

    /** @param groups in the order of their places */
    Part(List<MibGroup> groups, PointTable table) {
        this.groups = List.copyOf(groups);
        this.table = table;
        List<Oid> all = new ArrayList<>();
        for (MibGroup group : groups) {
            for (MibObject object : group.objects()) {
                for (int row = 0; row < table.rows(group.subject()); row++) {
                    all.add(group.name(object, row));
                }
            }
        }
        this.names = new Names(all);
    }

    /** Returns all values of a moment. */
    Variables at(Moment moment) {
        Values values = new Values(names);
        for (MibGroup group : groups) {
            int rows = table.rows(group.subject());
            for (MibObject object : group.objects()) {
                for (int row = 0; row < rows; row++) {
                    object.teller().tell(values, moment, row);
                }
            }
        }
        return values.variables();
    }
}
