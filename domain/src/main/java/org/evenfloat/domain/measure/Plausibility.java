// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.measure;

import java.util.BitSet;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.ModuleType;

/**
 * Demotes what cannot be true from GOOD to SUSPECT, sweep by sweep, for one line; no other quality is touched.
 *
 * <ul>
 *   <li>Range: a voltage or resistance outside of what the battery module can measure, a temperature of −20 °C or
 *       less, as of an open sensor, or of 110 °C or more.
 *   <li>Duplicate address: whatever comes from there may come from either module.
 *   <li>Step: a voltage that differs from the last plausible one by more than 4 % and 4 % a minute, a temperature by
 *       more than 4 K and 3 K a minute; no limit after ten minutes without a value. Two things keep a real step from
 *       being masked. When a load comes or goes, all blocks of a string step the same way at once: as soon as three
 *       voltages of the line (or 2 % of a line of more than 150) do, none of these is suspect, not even in that sweep.
 *       And a single block that really jumps, as one with a breaking connection, stays where it is: the third sweep in
 *       a row whose value fits the one before is taken, and the sixth in a row whatever it is. So a real step is
 *       SUSPECT for two sweeps, a plunge that goes on for at most five, and a spike for as long as it lasts.
 * </ul>
 *
 * <p>Owned by one thread; a check allocates nothing.
 */
public final class Plausibility {

    private static final int LOWEST_CENTIDEGREES = -2_000;
    private static final int HIGHEST_CENTIDEGREES = 11_000;

    private static final double VOLTAGE_STEP_SHARE = 0.04;
    private static final double VOLTAGE_SHARE_PER_MINUTE = 0.04;
    private static final int COMMON_LEAST_ROWS = 3;
    private static final int COMMON_ONE_ROW_OF = 50;

    /** As of the runaway detector: a block of this mass cannot warm faster. */
    private static final int TEMPERATURE_STEP_CENTIDEGREES = 400;

    private static final int CENTIDEGREES_PER_MINUTE = 300;

    /** Gain errors of the block measurements and of the string's own, each about 0.5 %, and the connectors between. */
    private static final double SUM_SHARE = 0.015;

    private final LineRoster roster;
    private final StepWatch voltages;
    private final StepWatch temperatures;

    /** Creates the checks of one line, before its first sweep. */
    public Plausibility(LineRoster roster) {
        this.roster = roster;
        int rows = roster.moduleCount();
        int common = Math.max(COMMON_LEAST_ROWS, rows / COMMON_ONE_ROW_OF);
        this.voltages = new StepWatch(rows, common, (value, minutes) ->
                Math.abs(value) * (VOLTAGE_STEP_SHARE + VOLTAGE_SHARE_PER_MINUTE * minutes));
        this.temperatures = new StepWatch(rows, Integer.MAX_VALUE, (value, minutes) ->
                TEMPERATURE_STEP_CENTIDEGREES + CENTIDEGREES_PER_MINUTE * minutes);
    }

    /**
     * Checks what a sweep has brought, before the fill is frozen.
     *
     * @param fill the sweep, with its instant set
     * @param duplicateRows rows whose address more than one module answers to
     */
    public void check(SweepFill fill, BitSet duplicateRows) {
        for (int row = 0; row < roster.moduleCount(); row++) {
            boolean duplicate = duplicateRows.get(row);
            ModuleType type = roster.moduleType(row);
            int volts = fill.value(MeasurementKind.VOLTAGE, row);
            int degrees = fill.value(MeasurementKind.TEMPERATURE, row);
            int ohms = fill.value(MeasurementKind.RESISTANCE, row);
            demote(fill, MeasurementKind.VOLTAGE, row, duplicate || !type.inVoltageRange(volts));
            demote(fill, MeasurementKind.TEMPERATURE, row,
                    duplicate || degrees <= LOWEST_CENTIDEGREES || degrees >= HIGHEST_CENTIDEGREES);
            demote(fill, MeasurementKind.RESISTANCE, row, duplicate || ohms < type.minResistance().microohms()
                    || ohms > type.maxResistance().microohms());
        }
        voltages.check(fill, MeasurementKind.VOLTAGE);
        temperatures.check(fill, MeasurementKind.TEMPERATURE);
    }

    static void demote(SweepFill fill, MeasurementKind kind, int row, boolean implausible) {
        if (implausible && fill.quality(kind, row) == Quality.GOOD) {
            fill.mark(kind, row, Quality.SUSPECT);
        }
    }

    /**
     * Returns whether a string's own voltage and the sum of its blocks can both be true: they differ by at most 1.5 %.
     * In long strings one block is less than that: a missing one must be known from its quality.
     *
     * @param stringMillivolts voltage over the whole string, mV
     * @param sumMillivolts sum over all blocks of the string, mV
     */
    public static boolean sumAgrees(long stringMillivolts, long sumMillivolts) {
        return Math.abs(stringMillivolts - sumMillivolts) <= SUM_SHARE * Math.abs(stringMillivolts);
    }
}
