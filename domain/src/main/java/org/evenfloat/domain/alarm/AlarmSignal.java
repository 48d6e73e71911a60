// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import java.util.Optional;
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
