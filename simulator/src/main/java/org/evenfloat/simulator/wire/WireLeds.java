// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** What the LEDs of a device show (document, §9). */
public enum WireLeds {
    /** Nothing: the device sleeps. */
    DARK,
    /** Green, short flash every 4 s: in service. */
    GREEN_SHORT,
    /** Green, long flash every 4 s: bypass on. */
    GREEN_LONG,
    /** Red, flashing once a second: no address. */
    RED_FLASHING,
    /** Red and green in turn: addressing mode, or BLINK. */
    RED_GREEN,
    /** Red: guard or fault. */
    RED
}
