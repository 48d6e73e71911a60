// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

/** A piece of work on a line that takes its time. */
public sealed interface LineOrder {

    /** Most rounds of a line check. */
    int MAX_ROUNDS = 1_000;

    /** Finds every device and compares with the site file. */
    record Scan() implements LineOrder {}

    /**
     * Sends test patterns to every device of the site file.
     *
     * @param rounds patterns a device, 1 to {@link #MAX_ROUNDS}
     */
    record Check(int rounds) implements LineOrder {}

    /**
     * Gives addresses to the devices whose buttons are pressed, one after the other.
     *
     * @param firstAddress first one to give; 0 gives those of the site file that no device has
     * @param lastAddress last one to give, not below the first; 0 with 0
     */
    record Addressing(int firstAddress, int lastAddress) implements LineOrder {}

    /** Takes the address from every device on the line. */
    record Reset() implements LineOrder {}
}
