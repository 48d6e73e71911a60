// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/**
 * What one relay of a line shall do.
 *
 * @param address bus address of the relay module
 * @param relay number of the relay, 1 to 4
 * @param action what it shall do
 * @param pulseMillis how long it is energised, {@value #SHORTEST_PULSE_MILLIS} to {@value #LONGEST_PULSE_MILLIS} ms, for
 *     {@link Action#PULSE}; else 0
 */
public record RelayOrder(int address, int relay, Action action, int pulseMillis) {

    /** The shortest pulse that every relay module makes (docs/module-bus.md, section 12), ms. */
    public static final int SHORTEST_PULSE_MILLIS = 20;
    /** The longest pulse, ms. */
    public static final int LONGEST_PULSE_MILLIS = 60_000;

    /** What a relay can do. */
    public enum Action {
        /** It is released. */
        OFF,
        /** It is energised until it is ordered otherwise. */
        ON,
        /** It is energised for a time and then released. */
        PULSE
    }

    public RelayOrder {
        boolean pulse = action == Action.PULSE;
        if (pulse ? pulseMillis < SHORTEST_PULSE_MILLIS || pulseMillis > LONGEST_PULSE_MILLIS : pulseMillis != 0) {
            throw new IllegalArgumentException("pulse of relay " + relay + ": " + pulseMillis + " ms - "
                    + (pulse ? SHORTEST_PULSE_MILLIS + " to " + LONGEST_PULSE_MILLIS : "0 without a pulse"));
        }
    }
}
