// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import org.evenfloat.domain.topology.BlockType;
import org.evenfloat.domain.topology.Chemistry;

/**
 * Where a limit comes from when nobody gave another. Voltages of a profile are a poor scale for what is abnormal: a
 * nickel cell at rest is 0.1 V below float, a full lithium cell gains 0.1 V in minutes; so each family of cells has its
 * own distance.
 *
 * @param from what it is counted from
 * @param amount in the unit of the signal; per cell when it is counted from a voltage of the profile; for lead-acid
 * @param nickel the same for NiCd and NiMH
 * @param lithium the same for lithium cells
 * @param on whether anybody looks at it when nobody says so
 * @param source who says so, for people
 */
public record StandardLimit(From from, int amount, int nickel, int lithium, boolean on, String source) {

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

    /** Makes a limit that is the same for every chemistry. */
    public StandardLimit(From from, int amount, boolean on, String source) {
        this(from, amount, amount, amount, on, source);
    }

    /** Returns the amount for cells of that chemistry. */
    public int amount(Chemistry chemistry) {
        return switch (chemistry) {
            case VRLA_AGM, VRLA_GEL, FLOODED -> amount;
            case NICD, NIMH -> nickel;
            case LI_ION -> lithium;
        };
    }

    /** Returns the limit for a type of block, in the unit of the signal. */
    public int of(BlockType type) {
        int distance = amount(type.profile().chemistry());
        return switch (from) {
            case NOTHING -> distance;
            case CELLS -> distance * type.cells();
            case FLOAT -> (type.profile().floatPerCell().millivolts() + distance) * type.cells();
            case BOOST -> (type.profile().boostPerCell().millivolts() + distance) * type.cells();
            case END -> (type.profile().endOfDischargePerCell().millivolts() + distance) * type.cells();
        };
    }

    /** Returns whether it is the same for every type of block. */
    public boolean everywhere() {
        return from == From.NOTHING && nickel == amount && lithium == amount;
    }

    /** Returns how a deadband counts for a type of block. */
    public int deadband(int perUnit, BlockType type) {
        return from == From.NOTHING ? perUnit : perUnit * type.cells();
    }
}
