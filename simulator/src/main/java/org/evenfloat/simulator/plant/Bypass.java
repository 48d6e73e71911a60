// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

/**
 * The bypass of a battery module: a switched resistor, so its current follows the block voltage.
 *
 * @param fullAmps current at full duty and 2.27 V per cell, A
 * @param cells cells of the block
 */
public record Bypass(double fullAmps, int cells) {

    private static final double FLOAT_VOLTS_PER_CELL = 2.27;

    /** Returns the current of a step at that duty, 0 to 1, and the block voltage of the step before, V. */
    public double amps(double duty, double voltsBefore) {
        double share = voltsBefore / (FLOAT_VOLTS_PER_CELL * cells);
        return duty * fullAmps * Math.max(0.2, Math.min(1.2, share));
    }
}
