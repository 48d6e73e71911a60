// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmState;

/**
 * What values are made from.
 *
 * @param image all points
 * @param alarms standing alarms in the order of their sequences, each sequence once
 * @param words how people call things
 * @param facts what is told beside
 * @param agentStartMillis when the agent's uptime was 0, epoch ms
 */
record Moment(NorthboundImage image, List<Alarm> alarms, SiteWords words, SiteFacts facts, long agentStartMillis) {

    private static final int MILLIS_A_HUNDREDTH = 10;

    Moment {
        alarms = List.copyOf(alarms);
    }

    /** Returns the sequence of an alarm as an index: the lower 32 bits. */
    static int sequence(Alarm alarm) {
        return (int) alarm.sequence();
    }

    /** Returns standing alarms in the order of their sequences; one that nothing could be named by is left out. */
    static List<Alarm> inOrder(List<Alarm> standing) {
        List<Alarm> sorted = new ArrayList<>(standing);
        sorted.sort((a, b) -> Integer.compareUnsigned(sequence(a), sequence(b)));
        List<Alarm> once = new ArrayList<>(sorted.size());
        for (Alarm alarm : sorted) {
            int last = once.isEmpty() ? 0 : sequence(once.get(once.size() - 1));
            if (sequence(alarm) != last) {
                once.add(alarm);
            }
        }
        return once;
    }

    /** Returns whether RFC 1628 has it in its table: its condition is there, or it stays until somebody resets it. */
    static boolean pertains(Alarm alarm) {
        return alarm.state() != AlarmState.RETURNED && sequence(alarm) > 0;
    }

    /** Returns the uptime of the agent at that time, 0.01 s; 0 for before its start. */
    long uptime(long atMillis) {
        return Math.max(0, (atMillis - agentStartMillis) / MILLIS_A_HUNDREDTH);
    }
}
