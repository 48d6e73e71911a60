// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

/**
 * What a block is and how it has aged: everything about it that a step does not change.
 *
 * @param parameters constants of its cells
 * @param cells number of cells
 * @param cellsOk cells that are not shorted, 0 to {@code cells}
 * @param nominalAh 10 h capacity of its type, Ah
 * @param capacityFactor what it really holds over what its type holds
 * @param resistanceFactor its internal resistance over that of a new block (sulfation, corrosion)
 * @param gasFactor its gassing over that of a new block (dry-out: 5 to 20)
 * @param sulfation charge acceptance over that of a new block, 0 to 1
 * @param contactOhms resistance of a loose terminal, Ω
 * @param shortAmps current of an internal short that heats the block, A
 * @param coolingFactor heat transfer to the room over that of a free block (blocked air: below 1)
 * @param selfAmps what its battery module draws, A
 * @param ambientOffsetKelvin air around this block over the room's, K
 */
public record BlockCondition(
        CellParameters parameters, int cells, int cellsOk, double nominalAh, double capacityFactor,
        double resistanceFactor, double gasFactor, double sulfation, double contactOhms, double shortAmps,
        double coolingFactor, double selfAmps, double ambientOffsetKelvin) {

    /** Refuses what no block can be. */
    public BlockCondition {
        if (cells < 1 || cellsOk < 0 || cellsOk > cells || !(nominalAh > 0) || !(capacityFactor > 0)
                || !(resistanceFactor > 0) || !(gasFactor >= 0) || !(sulfation >= 0)) {
            throw new IllegalArgumentException(
                    "block of " + cells + " cells, " + cellsOk + " of them sound, " + nominalAh + " Ah, factors of "
                            + "capacity " + capacityFactor + ", resistance " + resistanceFactor + ", gassing "
                            + gasFactor + ", acceptance " + sulfation + " - 1 cell or more, capacities and resistance "
                            + "above 0, the others not negative");
        }
    }

    /** Returns a new block without a battery module. */
    public static BlockCondition fresh(CellParameters parameters, int cells, double nominalAh) {
        return new BlockCondition(parameters, cells, cells, nominalAh, 1, 1, 1, 1, 0, 0, 1, 0, 0);
    }

    /** Returns the internal resistance of a new block of a type, full and at 25 °C, Ω (a data-sheet power law). */
    public static double newOhms(int cells, double nominalAh) {
        return 0.060 * Math.pow(nominalAh, -0.55) * cells / 6;
    }

    /** Returns its internal resistance full, at 25 °C and without contact resistance, Ω. */
    public double fullOhms() {
        return newOhms(cells, nominalAh) * resistanceFactor;
    }

    /** Returns this block with so many sound cells. */
    public BlockCondition withCellsOk(int sound) {
        return new BlockCondition(parameters, cells, sound, nominalAh, capacityFactor, resistanceFactor, gasFactor,
                sulfation, contactOhms, shortAmps, coolingFactor, selfAmps, ambientOffsetKelvin);
    }

    /** Returns this block with that capacity factor. */
    public BlockCondition withCapacityFactor(double factor) {
        return new BlockCondition(parameters, cells, cellsOk, nominalAh, factor, resistanceFactor, gasFactor,
                sulfation, contactOhms, shortAmps, coolingFactor, selfAmps, ambientOffsetKelvin);
    }

    /** Returns this block with that resistance factor. */
    public BlockCondition withResistanceFactor(double factor) {
        return new BlockCondition(parameters, cells, cellsOk, nominalAh, capacityFactor, factor, gasFactor,
                sulfation, contactOhms, shortAmps, coolingFactor, selfAmps, ambientOffsetKelvin);
    }

    /** Returns this block with the resistance factor that gives it that {@link #fullOhms}. */
    public BlockCondition withFullOhms(double ohms) {
        return withResistanceFactor(ohms / newOhms(cells, nominalAh));
    }

    /** Returns this block with that gassing factor. */
    public BlockCondition withGasFactor(double factor) {
        return new BlockCondition(parameters, cells, cellsOk, nominalAh, capacityFactor, resistanceFactor, factor,
                sulfation, contactOhms, shortAmps, coolingFactor, selfAmps, ambientOffsetKelvin);
    }

    /** Returns this block with that charge acceptance. */
    public BlockCondition withSulfation(double factor) {
        return new BlockCondition(parameters, cells, cellsOk, nominalAh, capacityFactor, resistanceFactor, gasFactor,
                factor, contactOhms, shortAmps, coolingFactor, selfAmps, ambientOffsetKelvin);
    }

    /** Returns this block with that contact resistance, Ω. */
    public BlockCondition withContactOhms(double ohms) {
        return new BlockCondition(parameters, cells, cellsOk, nominalAh, capacityFactor, resistanceFactor, gasFactor,
                sulfation, ohms, shortAmps, coolingFactor, selfAmps, ambientOffsetKelvin);
    }

    /** Returns this block with that internal short, A. */
    public BlockCondition withShortAmps(double amps) {
        return new BlockCondition(parameters, cells, cellsOk, nominalAh, capacityFactor, resistanceFactor, gasFactor,
                sulfation, contactOhms, amps, coolingFactor, selfAmps, ambientOffsetKelvin);
    }

    /** Returns this block with that cooling. */
    public BlockCondition withCoolingFactor(double factor) {
        return new BlockCondition(parameters, cells, cellsOk, nominalAh, capacityFactor, resistanceFactor, gasFactor,
                sulfation, contactOhms, shortAmps, factor, selfAmps, ambientOffsetKelvin);
    }

    /** Returns this block with a battery module that draws so much, A. */
    public BlockCondition withSelfAmps(double amps) {
        return new BlockCondition(parameters, cells, cellsOk, nominalAh, capacityFactor, resistanceFactor, gasFactor,
                sulfation, contactOhms, shortAmps, coolingFactor, amps, ambientOffsetKelvin);
    }

    /** Returns this block in air that is so much warmer than the room, K. */
    public BlockCondition withAmbientOffsetKelvin(double kelvin) {
        return new BlockCondition(parameters, cells, cellsOk, nominalAh, capacityFactor, resistanceFactor, gasFactor,
                sulfation, contactOhms, shortAmps, coolingFactor, selfAmps, kelvin);
    }
}
