// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import java.util.Optional;
import java.util.Set;
import org.evenfloat.domain.quantity.Dimension;

/**
 * What alarms look at: a column of whole numbers, one per block, string or line, in the canonical unit of its
 * dimension. A signal without a dimension is a flag, 0 or 1, or a step of 0, 1, 2.
 */
public enum AlarmSignal {
    /** Voltage of a block, mV. */
    BLOCK_VOLTAGE(AlarmScope.BLOCK, Dimension.VOLTAGE),
    /** Voltage of a block beside the median of its string, mV. */
    BLOCK_DEVIATION(AlarmScope.BLOCK, Dimension.VOLTAGE),
    /** Temperature of a block, 0.01 °C. */
    BLOCK_TEMPERATURE(AlarmScope.BLOCK, Dimension.TEMPERATURE),
    /** Internal resistance of a block as measured, µΩ. */
    BLOCK_RESISTANCE(AlarmScope.BLOCK, Dimension.RESISTANCE),
    /** Internal resistance over its reference, both at 25 °C, 1/1000: 250 is a quarter more. */
    BLOCK_RESISTANCE_RISE(AlarmScope.BLOCK, Dimension.SHARE),
    /**
     * How far a block has fallen below the median of its string in a discharge, by the watch on a discharge, 1/1000: 35
     * is 3.5 % less; 0 for a sound block, and when there is no discharge.
     */
    BLOCK_IN_DISCHARGE(AlarmScope.BLOCK, Dimension.SHARE),
    /** Whether equalizing cannot bring a block into the band. */
    BLOCK_NOT_CORRECTABLE(AlarmScope.BLOCK, null),
    /** Whether a module does not answer while its line works. */
    MODULE_SILENT(AlarmScope.BLOCK, null),
    /** Whether a module answers on its line without the address that the site file gives it. */
    MODULE_NOT_ADDRESSED(AlarmScope.BLOCK, null),
    /** Voltage of a string, mV per block, so that one limit fits strings of any length. */
    STRING_VOLTAGE(AlarmScope.STRING, Dimension.VOLTAGE),
    /** Voltage per block beside the mean of the strings of its battery, 1/1000. */
    STRING_VOLTAGE_DEVIATION(AlarmScope.STRING, Dimension.SHARE),
    /** Current beside the mean of the strings of its battery, 1/1000. */
    STRING_CURRENT_DEVIATION(AlarmScope.STRING, Dimension.SHARE),
    /** Hottest block beside the coolest, 0.01 K. */
    TEMPERATURE_SPREAD(AlarmScope.STRING, Dimension.TEMPERATURE_DIFFERENCE),
    /** Whether the largest duty is all that the modules can do and the band is not reached. */
    EQUALIZING_SATURATED(AlarmScope.STRING, null),
    /** Whether the charger holds another float voltage than the configured one. */
    CHARGER_MIS_SET(AlarmScope.STRING, null),
    /** How long a string has been feeding the load, ms; 0 when it does not. */
    DISCHARGE_TIME(AlarmScope.STRING, Dimension.TIME),
    /** How near a string is to a thermal runaway by its guard: 0 normal, 1 warned, 2 alarmed, 3 to be disconnected. */
    RUNAWAY_STAGE(AlarmScope.STRING, null),
    /** Whether temperatures say that a string runs away and nothing else supports it. */
    RUNAWAY_UNCONFIRMED(AlarmScope.STRING, null),
    /** Whether the guard of a string cannot see what it has to see, or has not looked. */
    NOT_PROTECTED(AlarmScope.STRING, null),
    /** Temperature sensors of a string that its guard does not believe, that of the air included, a number. */
    GUARD_SENSORS(AlarmScope.STRING, null),
    /** Whether a trip of a breaker is demanded and has not been ordered yet. */
    TRIP_PENDING(AlarmScope.BREAKER, null),
    /** Whether a trip of a breaker is due and held back. */
    TRIP_HELD(AlarmScope.BREAKER, null),
    /** Whether a breaker in shadow mode would be open now. */
    TRIP_IN_SHADOW(AlarmScope.BREAKER, null),
    /** Whether a breaker was ordered open and has not been released. */
    BREAKER_TRIPPED(AlarmScope.BREAKER, null),
    /** Whether a breaker was ordered open and did not open. */
    TRIP_FAILED(AlarmScope.BREAKER, null),
    /** Whether a breaker could not be opened now. */
    CANNOT_TRIP(AlarmScope.BREAKER, null),
    /** Whether a breaker is open although nothing has opened it. */
    BREAKER_OPEN(AlarmScope.BREAKER, null),
    /** Whether nothing opens a breaker by itself because somebody has disarmed it. */
    BREAKER_DISARMED(AlarmScope.BREAKER, null),
    /** Whether the last passed proof test of a breaker does not count any more. */
    PROOF_OVERDUE(AlarmScope.BREAKER, null),
    /** Whether the thread of guards and breakers has not looked for long, or has made a mistake. */
    GUARD_STALLED(AlarmScope.SERVER, null),
    /** Whether what guards and breakers decide cannot be kept or recorded. */
    PROTECTION_NOT_KEPT(AlarmScope.SERVER, null),
    /** Whether a line cannot be used. */
    LINE_DOWN(AlarmScope.LINE, null),
    /** Whether the history cannot be written. */
    HISTORY_FAILING(AlarmScope.SERVER, null),
    /** Sweeps and events that wait to be written, a number. */
    HISTORY_BACKLOG(AlarmScope.SERVER, null),
    /** Free space of the disk with the data folder, 1/1000 of its size. */
    DISK_FREE(AlarmScope.SERVER, Dimension.SHARE),
    /** How far the wall clock jumped in the last sweep, ms. */
    CLOCK_JUMP(AlarmScope.SERVER, Dimension.TIME);

    /** Signals that come from the guard's thread and not out of a sweep. */
    public static final Set<AlarmSignal> OF_THE_GUARD = Set.of(
            RUNAWAY_STAGE, RUNAWAY_UNCONFIRMED, NOT_PROTECTED, GUARD_SENSORS, TRIP_PENDING, TRIP_HELD, TRIP_IN_SHADOW,
            BREAKER_TRIPPED, TRIP_FAILED, CANNOT_TRIP, BREAKER_OPEN, BREAKER_DISARMED, PROOF_OVERDUE, GUARD_STALLED,
            PROTECTION_NOT_KEPT);

    /** Stands in a column where nothing usable is known: it raises nothing and clears nothing. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    private final AlarmScope scope;
    private final Dimension dimension;

    AlarmSignal(AlarmScope scope, Dimension dimension) {
        this.scope = scope;
        this.dimension = dimension;
    }

    /** Returns what sort of thing it is about. */
    public AlarmScope scope() {
        return scope;
    }

    /** Returns what it measures; empty for a flag, a step or a number. */
    public Optional<Dimension> dimension() {
        return Optional.ofNullable(dimension);
    }
}
