// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.adapters.snmp.variables.Variables;
import org.evenfloat.domain.alarm.Alarm;

/**
 * A table of alarms: its rows are named by sequences. Made anew only when something has become of an alarm, or when people
 * call things otherwise: sentences cost time, and a flood has many.
 */
final class AlarmPart {

    private final MibGroup group;
    private final Predicate<Alarm> wanted;
    private int[] sequences = {};
    private Names names = new Names(List.of());
    private List<Alarm> lastAlarms = List.of();
    private SiteWords lastWords;
    private Variables last = new Values(names).variables();

    /** @param wanted which standing alarms have a row */
    AlarmPart(MibGroup group, Predicate<Alarm> wanted) {
        this.group = group;
        this.wanted = wanted;
    }

    /** Returns all values of a moment. */
    Variables at(Moment moment) {
        if (moment.words() != lastWords || !moment.alarms().equals(lastAlarms)) {
            last = made(moment);
            lastAlarms = moment.alarms();
            lastWords = moment.words();
        }
        return last;
    }

    private Variables made(Moment moment) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < moment.alarms().size(); i++) {
            if (wanted.test(moment.alarms().get(i))) {
                rows.add(i);
            }
        }
        int[] now = rows.stream().mapToInt(row -> Moment.sequence(moment.alarms().get(row))).toArray();
        if (!Arrays.equals(now, sequences)) {
            names = names(now);
            sequences = now;
        }
        Values values = new Values(names);
        for (MibObject object : group.objects()) {
            for (int row : rows) {
                object.teller().tell(values, moment, row);
            }
        }
        return values.variables();
    }

    private Names names(int[] now) {
        List<Oid> all = new ArrayList<>();
        for (MibObject object : group.objects()) {
            for (int sequence : now) {
                all.add(group.parent().then(object.id(), sequence));
            }
        }
        return new Names(all);
    }
}
