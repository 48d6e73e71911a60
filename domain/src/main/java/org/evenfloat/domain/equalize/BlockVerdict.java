// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import java.util.List;
import org.evenfloat.domain.quantity.Voltage;

/** Puts into words why a block stays out of the band and what to do about it. */
final class BlockVerdict {

    /** A healthy full block cannot sink that far below the others by gassing alone; a shorted cell takes 2.1 V. */
    private static final double MISSING_CELL_VOLTS = 1.2;

    private final List<String> blockIds;
    private final int cells;

    BlockVerdict(List<String> blockIds, int cells) {
        this.blockIds = List.copyOf(blockIds);
        this.cells = cells;
    }

    BlockFinding of(int block, double deviationVolts, double targetVolts) {
        String id = blockIds.get(block);
        long millivolts = Math.round(Math.abs(deviationVolts) * 1000);
        String figures = "Block " + id + " is at " + Voltage.ofVolts(targetVolts + deviationVolts) + ", "
                + millivolts + " mV " + (deviationVolts < 0 ? "below" : "above") + " the target of "
                + Voltage.ofVolts(targetVolts) + ", after 6 hours with the bypass at its limit: ";
        return new BlockFinding(id, figures + (deviationVolts < 0 ? causeOfLow(deviationVolts) : CAUSE_OF_HIGH));
    }

    private String causeOfLow(double deviationVolts) {
        if (cells > 1 && deviationVolts < -MISSING_CELL_VOLTS) {
            return "probably a shorted cell. Check the block and replace it.";
        }
        return "probably a leaky or partly shorted cell, lost charge, or more gassing than the others. Charge it by"
                + " itself and measure its internal resistance; replace it if it falls back.";
    }

    private static final String CAUSE_OF_HIGH =
            "it takes less current than the others, probably dried out, sulfated, or of another make or age. Check its"
                    + " internal resistance and replace it, or the low blocks if those are few.";
}
