// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

/**
 * A share in 0.1 %.
 *
 * @param permille the amount in 1/1000
 */
public record Percent(int permille) implements Comparable<Percent> {

    /** Returns a share given as a fraction of one, rounded to 0.1 %. */
    public static Percent ofFraction(double fraction) {
        return new Percent(Math.toIntExact(Math.round(fraction * 1000)));
    }

    /** Returns the share as a fraction of one. */
    public double fraction() {
        return permille / 1000.0;
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(permille, other.permille);
    }

    /** Returns the amount as people read it, with its unit. */
    @Override
    public String toString() {
        return Decimal.text(permille, 1, "%");
    }
}
