// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** The air that a temperature sensor hangs in; the rules of {@link BlockTerminals} hold. */
@FunctionalInterface
public interface TemperatureProbe {

    /** Returns the temperature now, in °C; NaN when the sensor is broken. */
    double celsius();

    /** Returns the relative humidity now, 0 to 100 %; NaN, as here, when there is no sensor for it. */
    default double humidityPercent() {
        return Double.NaN;
    }
}
