// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import org.evenfloat.domain.topology.ModuleType;

/**
 * What kind of battery module a simulated one is: its type code and when its guard holds the bypass off.
 *
 * @param code what it reports as its type, 1 to 255
 * @param minMillivolts lowest block voltage in its range, in mV
 * @param maxMillivolts highest block voltage in its range, in mV
 * @param floorMillivolts the bypass stays off below this block voltage, in mV; 0 when only the range counts
 * @param targetOnly whether it only knows a target and treats every duty but 0 as "regulate by yourself"
 */
public record WireModuleKind(
        int code, int minMillivolts, int maxMillivolts, int floorMillivolts, boolean targetOnly) {

    /** Returns the kind of a type of the bus document; 2.10 V per lead-acid cell is the floor of the built-in ones. */
    public static WireModuleKind of(ModuleType type) {
        // document, §6: 2.10 V per lead-acid cell
        int floorMillivolts = switch (type.code()) {
            case 20 -> 12_600;
            case 23 -> 16_800;
            case 30 -> 6_300;
            case 40 -> 2_100;
            case 41 -> 4_200;
            default -> 0;
        };
        return new WireModuleKind(
                type.code(), type.minVoltage().millivolts(), type.maxVoltage().millivolts(), floorMillivolts,
                type.control() == ModuleType.Control.TARGET);
    }

    /** Returns the same kind as one that only knows a target. */
    public WireModuleKind regulatingByItself() {
        return new WireModuleKind(code, minMillivolts, maxMillivolts, floorMillivolts, true);
    }

    /**
     * Returns whether the guard leaves the bypass alone at that block voltage; NaN is never safe. A target below the
     * lead-acid floor means another chemistry, for which only the range counts; a target of 0 means none.
     */
    boolean isSafe(double volts, int targetMillivolts) {
        double millivolts = volts * 1000;
        boolean leadAcid = targetMillivolts == 0 || targetMillivolts >= floorMillivolts;
        int lowest = leadAcid ? Math.max(minMillivolts, floorMillivolts) : minMillivolts;
        return millivolts >= lowest && millivolts <= maxMillivolts;
    }
}
