// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** How far the block voltages of a string lie apart, and how to make them do so. */
final class Spread {

    private static final double TOLERANCE = 0.001;

    private Spread() {
    }

    /** Returns highest minus lowest block voltage, V. */
    static double of(StringPlant plant) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < plant.size(); i++) {
            low = Math.min(low, plant.volts(i));
            high = Math.max(high, plant.volts(i));
        }
        return high - low;
    }

    /** Returns the scale, 0 to {@code largest}, at which the spread that grows with it is {@code volts}. */
    static double scaleFor(double volts, double largest, int halvings, DoubleUnaryOperator spread) {
        double low = 0;
        double high = largest;
        for (int i = 0; i < halvings; i++) {
            double middle = (low + high) / 2;
            if (spread.applyAsDouble(middle) < volts) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double reached = spread.applyAsDouble(high);
        if (!(volts >= 0) || Math.abs(reached - volts) > TOLERANCE + 0.01 * volts) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "spread: %.3f V - these blocks can differ by %.3f V or so", volts, reached));
        }
        return high;
    }
}
