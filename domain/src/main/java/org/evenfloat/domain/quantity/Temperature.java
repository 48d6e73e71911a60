// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.quantity;

/**
 * A temperature in 0.01 °C.
 *
 * @param centidegrees the amount in 0.01 °C
 */
public record Temperature(int centidegrees) implements Comparable<Temperature> {

    /** Returns a temperature of so many degrees Celsius, rounded to 0.01 °C. */
    public static Temperature ofCelsius(double celsius) {
        return new Temperature(Math.toIntExact(Math.round(celsius * 100)));
    }

    /** Returns the amount in degrees Celsius. */
    public double celsius() {
        return centidegrees / 100.0;
    }

    @Override
    public int compareTo(Temperature other) {
        return Integer.compare(centidegrees, other.centidegrees);
    }

    /** Returns the amount as people read it, with its unit. */
    @Override
    public String toString() {
        return Decimal.text(centidegrees, 2, "°C");
    }
}
