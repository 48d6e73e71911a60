// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

/**
 * What a string is meant to be, before its blocks differ.
 *
 * @param blocks number of blocks
 * @param cells cells of each block
 * @param nominalAh 10 h capacity, Ah
 * @param parameters constants of the cells
 * @param selfAmps mean current that a battery module draws from its block, A
 * @param voltsPerCell float voltage, V
 */
public record StringDesign(
        int blocks, int cells, double nominalAh, CellParameters parameters, double selfAmps, double voltsPerCell) {

    /** Returns generic blocks with data-sheet modules at 2.27 V per cell: 17.5 mA, and 37.5 mA on 2 V and 4 V. */
    public static StringDesign generic(int blocks, int cells, double nominalAh) {
        return new StringDesign(blocks, cells, nominalAh, CellParameters.GENERIC, cells <= 2 ? 0.0375 : 0.0175, 2.27);
    }

    /** Returns the voltage a charger holds at 25 °C to float this string, V. */
    public double floatVolts() {
        return voltsPerCell * cells * blocks;
    }
}
