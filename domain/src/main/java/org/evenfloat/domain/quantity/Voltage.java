// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

/**
 * A voltage in the resolution of the module bus, 1 mV.
 *
 * @param millivolts the amount in millivolt
 */
public record Voltage(int millivolts) implements Comparable<Voltage> {

    /** Returns a voltage of so many volts, rounded to 1 mV. */
    public static Voltage ofVolts(double volts) {
        return new Voltage(Math.toIntExact(Math.round(volts * 1000)));
    }

    /** Returns the amount in volts. */
    public double volts() {
        return millivolts / 1000.0;
    }

    @Override
    public int compareTo(Voltage other) {
        return Integer.compare(millivolts, other.millivolts);
    }

    /** Returns the amount as people read it, with its unit. */
    @Override
    public String toString() {
        return Decimal.text(millivolts, 3, "V");
    }
}
