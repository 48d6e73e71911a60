// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

/**
 * A charge or capacity in 1 mAh.
 *
 * @param milliampHours the amount in milliampere-hours
 */
public record Charge(int milliampHours) implements Comparable<Charge> {

    /** Returns a charge of so many ampere-hours, rounded to 1 mAh. */
    public static Charge ofAmpHours(double ampHours) {
        return new Charge(Math.toIntExact(Math.round(ampHours * 1000)));
    }

    /** Returns the amount in ampere-hours. */
    public double ampHours() {
        return milliampHours / 1000.0;
    }

    @Override
    public int compareTo(Charge other) {
        return Integer.compare(milliampHours, other.milliampHours);
    }

    /** Returns the amount as people read it, with its unit. */
    @Override
    public String toString() {
        return Decimal.text(milliampHours, 3, "Ah");
    }
}
