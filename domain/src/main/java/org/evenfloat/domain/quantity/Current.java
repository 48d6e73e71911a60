// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

/**
 * A current in 1 mA; positive charges the battery, negative discharges it.
 *
 * @param milliamps the amount in milliampere
 */
public record Current(int milliamps) implements Comparable<Current> {

    /** Returns a current of so many amperes, rounded to 1 mA. */
    public static Current ofAmperes(double amperes) {
        return new Current(Math.toIntExact(Math.round(amperes * 1000)));
    }

    /** Returns the amount in amperes. */
    public double amperes() {
        return milliamps / 1000.0;
    }

    @Override
    public int compareTo(Current other) {
        return Integer.compare(milliamps, other.milliamps);
    }

    /** Returns the amount as people read it, with its unit. */
    @Override
    public String toString() {
        return Decimal.text(milliamps, 3, "A");
    }
}
