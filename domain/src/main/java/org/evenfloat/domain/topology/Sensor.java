// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.topology;

/**
 * A sensor on a module line.
 *
 * @param id unique on the site
 * @param kind what it measures
 * @param address where it hangs
 */
public record Sensor(String id, Kind kind, ModuleAddress address) {

    /** What a sensor measures. */
    public enum Kind {
        /** String current, mA, positive charges. */
        CURRENT,
        /** Air or surface temperature, 0.01 °C. */
        TEMPERATURE
    }
}
