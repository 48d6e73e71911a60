// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

/**
 * What 1 means in the registers of a string in the BACS block. Not public, so a map file of the site can give others.
 *
 * @param currentMilliamps of the current, mA
 * @param sumMillivolts of the voltage of the string, mV
 * @param meanMillivolts of the mean block voltage, mV
 */
public record BacsScales(int currentMilliamps, int sumMillivolts, int meanMillivolts) {

    /** Unless a map file says otherwise: 0.1 A, 0.1 V, 0.01 V. */
    public static final BacsScales STANDARD = new BacsScales(100, 100, 10);

    public BacsScales {
        if (currentMilliamps < 1 || sumMillivolts < 1 || meanMillivolts < 1) {
            throw new IllegalArgumentException("scales: below 1 - at least 1 mA, 1 mV");
        }
    }
}
