// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.List;
import org.evenfloat.domain.alarm.AlarmSignal;

/**
 * Kinds of alarms, a bit each: what a program wants to tell apart without knowing every alarm. Bits are part of the
 * contract of every protocol: add some, never change one.
 */
public final class AlarmKinds {

    /** Names of the bits, from bit 0. */
    public static final List<String> NAMES = List.of(
            "voltage", "temperature", "resistance", "weak in discharge", "equalizing", "battery module", "line",
            "thermal runaway", "breaker", "current", "discharge", "charger", "the monitor itself");

    private AlarmKinds() {}

    /** Returns the bit of what a signal is about. */
    public static int bit(AlarmSignal signal) {
        return 1 << switch (signal) {
            case BLOCK_VOLTAGE, BLOCK_DEVIATION, STRING_VOLTAGE, STRING_VOLTAGE_DEVIATION -> 0;
            case BLOCK_TEMPERATURE, TEMPERATURE_SPREAD -> 1;
            case BLOCK_RESISTANCE, BLOCK_RESISTANCE_RISE -> 2;
            case BLOCK_IN_DISCHARGE -> 3;
            case BLOCK_NOT_CORRECTABLE, EQUALIZING_SATURATED -> 4;
            case MODULE_SILENT, MODULE_NOT_ADDRESSED -> 5;
            case LINE_DOWN -> 6;
            case RUNAWAY_STAGE, RUNAWAY_UNCONFIRMED, NOT_PROTECTED, GUARD_SENSORS -> 7;
            case TRIP_PENDING, TRIP_HELD, TRIP_IN_SHADOW, BREAKER_TRIPPED, TRIP_FAILED, CANNOT_TRIP, BREAKER_OPEN,
                    BREAKER_DISARMED, PROOF_OVERDUE -> 8;
            case STRING_CURRENT_DEVIATION -> 9;
            case DISCHARGE_TIME -> 10;
            case CHARGER_MIS_SET -> 11;
            case GUARD_STALLED, PROTECTION_NOT_KEPT, HISTORY_FAILING, HISTORY_BACKLOG, DISK_FREE, CLOCK_JUMP -> 12;
        };
    }
}
