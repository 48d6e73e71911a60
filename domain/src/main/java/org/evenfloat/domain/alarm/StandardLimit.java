// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import org.evenfloat.domain.topology.BlockType;

/**
 * Where a limit comes from when nobody gave another.
 *
 * @param from what it is counted from
 * @param amount in the unit of the signal; per cell when it is counted from a voltage of the profile
 * @param on whether anybody looks at it when nobody says so
 * @param source who says so, for people
 */
public record StandardLimit(From from, int amount, boolean on, String source) {

    /** What a limit is counted from. */
    public enum From {
        /** From 0. */
        NOTHING,
        /** From 0, for each cell of a block. */
        CELLS,
        /** From the float voltage of the battery profile. */
        FLOAT,
        /** From the boost voltage of the battery profile. */
        BOOST,
        /** From the end of discharge of the battery profile. */
        END
    }

    /** Returns the limit for a type of block, in the unit of the signal. */
    public int of(BlockType type) {
        return switch (from) {
            case NOTHING -> amount;
            case CELLS -> amount * type.cells();
            case FLOAT -> (type.profile().floatPerCell().millivolts() + amount) * type.cells();
            case BOOST -> (type.profile().boostPerCell().millivolts() + amount) * type.cells();
            case END -> (type.profile().endOfDischargePerCell().millivolts() + amount) * type.cells();
        };
    }

    /** Returns how a deadband counts for a type of block. */
    public int deadband(int perUnit, BlockType type) {
        return from == From.NOTHING ? perUnit : perUnit * type.cells();
    }
}
