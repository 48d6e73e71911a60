// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLevel;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmState;

/**
 * Numbers of alarms for protocols that know no words: the place in this list, from 1. Part of the contract of every
 * protocol: append, never reorder, never take out.
 */
public final class AlarmCodes {

    /** Ids of alarms by their code less one. */
    public static final List<String> IDS = List.of(
            "block-voltage-low-warning",
            "block-voltage-low-alarm",
            "block-voltage-high-warning",
            "block-voltage-high-alarm",
            "block-voltage-end-warning",
            "block-voltage-end-alarm",
            "block-deviation-low-warning",
            "block-deviation-low-alarm",
            "block-deviation-high-warning",
            "block-deviation-high-alarm",
            "block-temperature-high-warning",
            "block-temperature-high-alarm",
            "block-temperature-low-warning",
            "block-temperature-low-alarm",
            "block-resistance-high-warning",
            "block-resistance-high-alarm",
            "block-resistance-low-warning",
            "block-resistance-low-alarm",
            "block-resistance-rise-warning",
            "block-resistance-rise-alarm",
            "block-resistance-fall-warning",
            "block-resistance-fall-alarm",
            "block-weak-warning",
            "block-weak-alarm",
            "block-not-correctable",
            "module-lost",
            "module-not-addressed",
            "string-voltage-low-warning",
            "string-voltage-low-alarm",
            "string-voltage-high-warning",
            "string-voltage-high-alarm",
            "string-voltage-end-warning",
            "string-voltage-end-alarm",
            "string-voltage-deviation-low-warning",
            "string-voltage-deviation-low-alarm",
            "string-current-deviation-low-warning",
            "string-current-deviation-low-alarm",
            "string-voltage-deviation-high-warning",
            "string-voltage-deviation-high-alarm",
            "string-current-deviation-high-warning",
            "string-current-deviation-high-alarm",
            "temperature-spread-warning",
            "temperature-spread-alarm",
            "discharge-warning",
            "discharge-alarm",
            "charger-mis-set",
            "equalizing-saturated",
            "runaway-warning",
            "runaway-alarm",
            "runaway-unconfirmed",
            "runaway-not-protected",
            "runaway-sensors",
            "trip-countdown",
            "trip-held",
            "trip-failed",
            "breaker-tripped",
            "trip-in-shadow",
            "breaker-cannot-trip",
            "breaker-open",
            "breaker-disarmed",
            "proof-test-overdue",
            "guard-stalled",
            "protection-not-kept",
            "line-down",
            "history-failing",
            "history-backlog",
            "disk-free-warning",
            "disk-free-alarm",
            "clock-jump");

    private static final Map<String, Integer> CODES = codes();

    private AlarmCodes() {}

    private static Map<String, Integer> codes() {
        Map<String, Integer> codes = new HashMap<>();
        for (int i = 0; i < IDS.size(); i++) {
            codes.put(IDS.get(i), i + 1);
        }
        return codes;
    }

    /** Returns the code of a row of the alarm table; 0 when it has none, which a test rules out. */
    public static int code(AlarmDefinition definition) {
        return CODES.getOrDefault(definition.id(), 0);
    }

    /** Returns the number of a state, see {@link PointColumn#ALARM_STATE}; 0 when it does not stand. */
    public static int state(AlarmState state) {
        return switch (state) {
            case NORMAL, HIDDEN, HIDDEN_ACTIVE -> 0;
            case UNACKNOWLEDGED -> 1;
            case ACKNOWLEDGED -> 2;
            case RETURNED -> 3;
            case LATCHED_UNACKNOWLEDGED -> 4;
            case LATCHED_ACKNOWLEDGED -> 5;
        };
    }

    /** Returns the number of what sort of thing an alarm is about, see {@link PointColumn#ALARM_SUBJECT}. */
    public static int subject(AlarmScope scope) {
        return switch (scope) {
            case SERVER -> 0;
            case BLOCK -> 1;
            case STRING -> 2;
            case LINE -> 3;
            case BREAKER -> 4;
        };
    }

    /** Returns the number of a level, see {@link PointColumn#ALARM_LEVEL}. */
    public static int level(AlarmLevel level) {
        return level == AlarmLevel.ALARM ? 2 : 1;
    }
}
