// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import static org.evenfloat.domain.alarm.AlarmState.ACKNOWLEDGED;
import static org.evenfloat.domain.alarm.AlarmState.HIDDEN;
import static org.evenfloat.domain.alarm.AlarmState.HIDDEN_ACTIVE;
import static org.evenfloat.domain.alarm.AlarmState.LATCHED_ACKNOWLEDGED;
import static org.evenfloat.domain.alarm.AlarmState.LATCHED_UNACKNOWLEDGED;
import static org.evenfloat.domain.alarm.AlarmState.NORMAL;
import static org.evenfloat.domain.alarm.AlarmState.RETURNED;
import static org.evenfloat.domain.alarm.AlarmState.UNACKNOWLEDGED;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The table of all transitions: state × action → state. What is not in it does not happen: nothing is acknowledged
 * that does not wait for it, nothing is raised twice. A latching alarm differs in what becomes of it when its
 * condition goes. Source: IEC 62682, alarm state transition diagram.
 */
public final class AlarmTransitions {

    private static final Map<AlarmState, Map<AlarmAction, AlarmState>> PLAIN = plain();
    private static final Map<AlarmState, Map<AlarmAction, AlarmState>> LATCHING = latching();

    private AlarmTransitions() {}

    private static Map<AlarmState, Map<AlarmAction, AlarmState>> plain() {
        Map<AlarmState, Map<AlarmAction, AlarmState>> table = new EnumMap<>(AlarmState.class);
        put(table, NORMAL, AlarmAction.RAISE, UNACKNOWLEDGED);
        put(table, UNACKNOWLEDGED, AlarmAction.ACKNOWLEDGE, ACKNOWLEDGED);
        put(table, UNACKNOWLEDGED, AlarmAction.RETURN, RETURNED);
        put(table, ACKNOWLEDGED, AlarmAction.RETURN, NORMAL);
        put(table, RETURNED, AlarmAction.RAISE, UNACKNOWLEDGED);
        put(table, RETURNED, AlarmAction.ACKNOWLEDGE, NORMAL);
        // What was latching when its condition went and is it no more still has its way out.
        put(table, LATCHED_UNACKNOWLEDGED, AlarmAction.RAISE, UNACKNOWLEDGED);
        put(table, LATCHED_UNACKNOWLEDGED, AlarmAction.ACKNOWLEDGE, NORMAL);
        put(table, LATCHED_ACKNOWLEDGED, AlarmAction.RAISE, UNACKNOWLEDGED);
        put(table, LATCHED_ACKNOWLEDGED, AlarmAction.RESET, NORMAL);
        hiding(table);
        return table;
    }

    private static Map<AlarmState, Map<AlarmAction, AlarmState>> latching() {
        Map<AlarmState, Map<AlarmAction, AlarmState>> table = new EnumMap<>(AlarmState.class);
        put(table, NORMAL, AlarmAction.RAISE, UNACKNOWLEDGED);
        put(table, UNACKNOWLEDGED, AlarmAction.ACKNOWLEDGE, ACKNOWLEDGED);
        put(table, UNACKNOWLEDGED, AlarmAction.RETURN, LATCHED_UNACKNOWLEDGED);
        put(table, ACKNOWLEDGED, AlarmAction.RETURN, LATCHED_ACKNOWLEDGED);
        put(table, LATCHED_UNACKNOWLEDGED, AlarmAction.RAISE, UNACKNOWLEDGED);
        put(table, LATCHED_UNACKNOWLEDGED, AlarmAction.ACKNOWLEDGE, LATCHED_ACKNOWLEDGED);
        put(table, LATCHED_ACKNOWLEDGED, AlarmAction.RAISE, UNACKNOWLEDGED);
        put(table, LATCHED_ACKNOWLEDGED, AlarmAction.RESET, NORMAL);
        // What was not latching when its condition went goes as it would have gone then.
        put(table, RETURNED, AlarmAction.RAISE, UNACKNOWLEDGED);
        put(table, RETURNED, AlarmAction.ACKNOWLEDGE, NORMAL);
        hiding(table);
        return table;
    }

    /** A hidden alarm only knows its condition; shown again it begins anew, so that nothing stays unknown. */
    private static void hiding(Map<AlarmState, Map<AlarmAction, AlarmState>> table) {
        for (AlarmState state : AlarmState.values()) {
            if (!state.hidden()) {
                put(table, state, AlarmAction.HIDE, state.active() ? HIDDEN_ACTIVE : HIDDEN);
            }
        }
        put(table, HIDDEN, AlarmAction.RAISE, HIDDEN_ACTIVE);
        put(table, HIDDEN, AlarmAction.SHOW, NORMAL);
        put(table, HIDDEN_ACTIVE, AlarmAction.RETURN, HIDDEN);
        put(table, HIDDEN_ACTIVE, AlarmAction.SHOW, UNACKNOWLEDGED);
    }

    private static void put(
            Map<AlarmState, Map<AlarmAction, AlarmState>> table, AlarmState from, AlarmAction action, AlarmState to) {
        table.computeIfAbsent(from, state -> new EnumMap<>(AlarmAction.class)).put(action, to);
    }

    /**
     * Returns what becomes of an alarm; empty when that cannot happen to it now.
     *
     * @param latching whether the alarm stays until it is reset
     */
    public static Optional<AlarmState> next(AlarmState state, AlarmAction action, boolean latching) {
        return Optional.ofNullable((latching ? LATCHING : PLAIN).getOrDefault(state, Map.of()).get(action));
    }
}
