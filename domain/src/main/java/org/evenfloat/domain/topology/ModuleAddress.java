// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

/**
 * Where a device hangs: its line and its address there. Battery modules, current sensors, temperature sensors
 * and relays of one line share one range of addresses.
 *
 * @param line id of the line
 * @param number bus address, 1 to 65,279
 */
public record ModuleAddress(String line, int number) {

    /** The highest address a device can have; those above are reserved by the bus. */
    public static final int MAX = 0xFEFF;

    /** Returns the address as people write it, {@code line:number}. */
    @Override
    public String toString() {
        return line + ":" + number;
    }
}
