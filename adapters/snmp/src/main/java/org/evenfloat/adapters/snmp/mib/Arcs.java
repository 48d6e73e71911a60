// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.northbound.AlarmCodes;
import org.evenfloat.domain.alarm.Alarm;

/** Where everything stands. */
public final class Arcs {

    /** The UPS-MIB of RFC 1628. */
    public static final Oid UPS = Oid.of(1, 3, 6, 1, 2, 1, 33);

    /** Its traps. */
    static final Oid UPS_TRAPS = UPS.then(2);

    /** What BACS managers tell of their battery, inside the UPS-MIB. */
    public static final Oid BACS = UPS.then(5);

    /**
     * Our own MIB. Nothing is registered yet: it stands in the part of net-snmp's arc where everybody may try things
     * (netSnmpPlaypen of NET-SNMP-MIB), under a number of ours.
     */
    public static final Oid OWN = Oid.of(1, 3, 6, 1, 4, 1, 8072, 9999, 9999, 7233);

    /** Notifications; the 0 before their numbers lets version 1 tell them without loss (RFC 3584 section 3). */
    static final Oid NOTIFICATIONS = OWN.then(0);

    static final Oid OBJECTS = OWN.then(1);
    static final Oid CONFORMANCE = OWN.then(2);

    /** One identifier for each row of the alarm table: its code. */
    static final Oid KINDS = OWN.then(3);

    private Arcs() {}

    /** Returns the entry of a table of ours. */
    static Oid entry(int table) {
        return OBJECTS.then(table, 1);
    }

    /**
     * Returns what an alarm is, as upsAlarmDescr: its kind, then the place of what it is about among those of the site,
     * from 1, or 0 for the server. So no two alarms that stand have the same.
     */
    static Oid description(Moment moment, Alarm alarm) {
        return KINDS.then(AlarmCodes.code(alarm.point().definition()), moment.image().table().row(alarm) + 1);
    }
}
