// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenfloat.adapters.snmp.agent.SnmpTree.SetPlan;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.PointTable;
import org.evenfloat.domain.alarm.Alarm;

/** What may be written, and what it asks for. There is no object for a breaker, and there will be none. */
final class SetRules {

    /** Error statuses of RFC 3416. */
    private static final int NO_ACCESS = 6;
    private static final int WRONG_TYPE = 7;
    private static final int WRONG_VALUE = 10;
    private static final int NO_CREATION = 11;
    private static final int NOT_WRITABLE = 17;
    private static final int INCONSISTENT_NAME = 18;

    private static final Oid ALL = Arcs.OBJECTS.then(OwnAlarms.COMMANDS, OwnAlarms.ACKNOWLEDGE_ALL);
    private static final Oid MUTE = Arcs.OBJECTS.then(OwnAlarms.COMMANDS, OwnAlarms.MUTE);
    private static final Oid EQUALIZING = Arcs.entry(OwnBattery.STRINGS).then(OwnBattery.EQUALIZING_ALLOWED);
    private static final Oid ACKNOWLEDGED = Arcs.entry(OwnAlarms.ALARMS).then(OwnAlarms.ACKNOWLEDGED);

    private static final List<Oid> WRITABLE = List.of(ALL, MUTE, EQUALIZING, ACKNOWLEDGED);

    /** An instance that nothing has: no alarm of that sequence, no string, no scalar. */
    private static final int NOWHERE = -1;

    private final PointTable table;

    SetRules(PointTable table) {
        this.table = table;
    }

    /** Checks a set as a whole, see {@link org.evenfloat.adapters.snmp.agent.SnmpTree#plan}. */
    SetPlan plan(NorthboundImage image, List<Oid> names, List<Object> values, Set<NorthboundOrder.Kind> may) {
        List<NorthboundOrder> orders = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int error = one(image, names.get(i), values.get(i), may, orders);
            if (error != 0) {
                return new SetPlan(error, i + 1, List.of());
            }
        }
        return new SetPlan(0, 0, List.copyOf(orders));
    }

    /** Adds what one variable asks for; returns its error, 0 for none. */
    private int one(
            NorthboundImage image, Oid name, Object value, Set<NorthboundOrder.Kind> may, List<NorthboundOrder> orders) {
        Oid column = WRITABLE.stream().filter(name::isBelow).findFirst().orElse(null);
        if (column == null) {
            return NOT_WRITABLE;
        }
        NorthboundOrder.Kind kind = kind(column);
        // a name that is longer or shorter than that of a value has no value and never will
        boolean whole = name.length() == column.length() + 1;
        long instance = whole ? name.id(column.length()) & 0xFFFF_FFFFL : NOWHERE;
        if (!may.contains(kind)) {
            return NO_ACCESS;
        }
        if (!(value instanceof Long)) {
            return WRONG_TYPE;
        }
        long number = (Long) value;
        if (column.equals(EQUALIZING)) {
            return equalizing(instance, number, orders);
        }
        if (column.equals(ACKNOWLEDGED)) {
            return acknowledge(image, instance, number, orders);
        }
        return command(column, instance, number, orders);
    }

    private static NorthboundOrder.Kind kind(Oid column) {
        return column.equals(ALL) || column.equals(ACKNOWLEDGED) ? NorthboundOrder.Kind.ACKNOWLEDGE
                : column.equals(MUTE) ? NorthboundOrder.Kind.MUTE : NorthboundOrder.Kind.EQUALIZING;
    }

    private static int command(Oid column, long instance, long number, List<NorthboundOrder> orders) {
        if (number != 0 && number != 1) {
            return WRONG_VALUE;
        }
        if (instance != 0) {
            return NO_CREATION;
        }
        if (number == 1) {
            orders.add(column.equals(ALL) ? new NorthboundOrder.AcknowledgeAll() : new NorthboundOrder.Mute());
        }
        return 0;
    }

    private int equalizing(long instance, long number, List<NorthboundOrder> orders) {
        if (number != 1 && number != 2) {
            return WRONG_VALUE;
        }
        if (instance < 1 || instance > table.rows(PointSubject.STRING)) {
            return NO_CREATION;
        }
        orders.add(new NorthboundOrder.Equalize(table.ids(PointSubject.STRING).get((int) instance - 1), number == 1));
        return 0;
    }

    private static int acknowledge(NorthboundImage image, long instance, long number, List<NorthboundOrder> orders) {
        if (number != 1) {
            return WRONG_VALUE;
        }
        for (Alarm alarm : image.alarms()) {
            if (instance > 0 && Moment.sequence(alarm) == (int) instance) {
                orders.add(new NorthboundOrder.Acknowledge((int) instance));
                return 0;
            }
        }
        return INCONSISTENT_NAME;
    }
}
