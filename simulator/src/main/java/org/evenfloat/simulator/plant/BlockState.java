// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

/**
 * What a block remembers from one step to the next.
 *
 * @param eta polarisation, V per cell; above 0 while charging
 * @param available charge of the available well, -0.09 to 1
 * @param bound charge of the bound well, 0 to 1
 * @param celsius temperature, °C
 */
public record BlockState(double eta, double available, double bound, double celsius) {

    /** Returns a block without polarisation, both wells at that charge. */
    public static BlockState rested(double soc, double celsius) {
        return new BlockState(0, soc, soc, celsius);
    }

    /** Returns this state with another polarisation, V per cell. */
    public BlockState withEta(double volts) {
        return new BlockState(volts, available, bound, celsius);
    }
}
