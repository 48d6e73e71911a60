// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

/**
 * An internal resistance in 1 µΩ.
 *
 * @param microohms the amount in microohm
 */
public record Resistance(int microohms) implements Comparable<Resistance> {

    /** Returns a resistance of so many milliohms, rounded to 1 µΩ. */
    public static Resistance ofMilliohms(double milliohms) {
        return new Resistance(Math.toIntExact(Math.round(milliohms * 1000)));
    }

    /** Returns the amount in ohms. */
    public double ohms() {
        return microohms / 1e6;
    }

    @Override
    public int compareTo(Resistance other) {
        return Integer.compare(microohms, other.microohms);
    }

    /** Returns the amount as people read it, with its unit. */
    @Override
    public String toString() {
        return Decimal.text(microohms, 3, "mΩ");
    }
}
