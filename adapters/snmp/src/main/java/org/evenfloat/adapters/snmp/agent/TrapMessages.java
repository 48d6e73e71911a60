// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.List;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Values;
import org.evenfloat.adapters.snmp.variables.Variables;

/** Makes PDUs of notifications. Source: RFC 1157 section 4.1.6, RFC 3416 sections 4.2.6 and 4.2.7, RFC 3584 section 3. */
final class TrapMessages {

    private static final Oid UPTIME = Oid.of(1, 3, 6, 1, 2, 1, 1, 3, 0);
    private static final Oid TRAP = Oid.of(1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0);
    private static final Oid UPS_MANAGER = Oid.of(1, 3, 6, 1, 2, 1, 33);
    private static final Names BOTH = new Names(List.of(UPTIME, TRAP));

    /** What is told when an agent starts; receivers of any kind want it. */
    static final SnmpTree.Notification COLD_START = new SnmpTree.Notification(
            SnmpTree.Notification.Kind.OWN, Oid.of(1, 3, 6, 1, 6, 3, 1, 1, 5, 1), UPS_MANAGER, 0, 0, List.of());

    private TrapMessages() {}

    /**
     * A notification and its moment.
     *
     * @param what it says
     * @param upHundredths how long the agent had been running, 0.01 s
     */
    record Notice(SnmpTree.Notification what, long upHundredths) {}

    /**
     * Makes a trap of version 1; it cannot tell 64-bit counters.
     *
     * @param agent 4 bytes, an address of this machine
     */
    static void trap1(Packet out, Notice notice, byte[] agent) {
        out.clear();
        bindings(out, notice.what(), true);
        out.wrap(Tag.SEQUENCE, out.end());
        out.number(Tag.TIME_TICKS, notice.upHundredths() & 0xFFFF_FFFFL);
        out.integer(notice.what().specific());
        out.integer(notice.what().generic());
        out.octets(Tag.IP_ADDRESS, agent);
        byte[] enterprise = notice.what().enterprise().packed();
        out.before(enterprise, 0, enterprise.length);
        out.wrap(Tag.TRAP_V1, out.end());
    }

    /**
     * Makes a trap or inform of version 2.
     *
     * @param tag {@link Tag#TRAP} or {@link Tag#INFORM}
     */
    static void trap2(Packet out, int tag, int id, Notice notice) {
        out.clear();
        Values values = new Values(BOTH);
        values.ticks(notice.upHundredths());
        values.oid(notice.what().trap());
        Variables both = values.variables();
        out.binding(both, 0, Packet.MOST);
        out.binding(both, 1, Packet.MOST);
        bindings(out, notice.what(), false);
        out.wrap(Tag.SEQUENCE, out.end());
        out.integer(0);
        out.integer(0);
        out.integer(id);
        out.wrap(tag, out.end());
    }

    /** Makes a request for nothing, by which an engine that is not known yet tells itself. */
    static void discovery(Packet out, int id) {
        out.clear();
        out.wrap(Tag.SEQUENCE, out.end());
        out.integer(0);
        out.integer(0);
        out.integer(id);
        out.wrap(Tag.GET, out.end());
    }

    private static void bindings(Packet out, SnmpTree.Notification of, boolean version1) {
        for (SnmpTree.Notification.Bound each : of.variables()) {
            if (each.value().has(0) && !(version1 && each.value().tag(0) == Tag.COUNTER64)) {
                out.binding(each.name().packed(), each.value(), 0, Packet.MOST);
            }
        }
    }
}
