// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

/** How much duty temperatures allow: at full duty a battery module turns about 2 W into heat beside its block. */
public final class DutyLimit {

    /** Temperature at which a battery module switches its own bypass off, °C. */
    public static final double MODULE_MAX_CELSIUS = 70;

    private static final double FADE_KELVIN = 10;

    /** A block this warm gets no heat from beside, °C. */
    private static final double BLOCK_MAX_CELSIUS = 45;

    private DutyLimit() {}

    /**
     * Returns the highest duty, 0 to 1: it fades over the last 10 K below the module's maximum and is 0 for a block of
     * 45 °C or more. A temperature that is not known (NaN) limits nothing: the module guards itself, and a block whose
     * sensor is not trusted is excluded for that.
     *
     * @param moduleCelsius temperature of the battery module, °C
     * @param moduleMaxCelsius where the module switches its bypass off, °C
     * @param blockCelsius temperature of the block, °C
     */
    public static double of(double moduleCelsius, double moduleMaxCelsius, double blockCelsius) {
        if (blockCelsius >= BLOCK_MAX_CELSIUS) {
            return 0;
        }
        double room = (moduleMaxCelsius - moduleCelsius) / FADE_KELVIN;
        return Double.isNaN(room) ? 1 : Math.max(0, Math.min(1, room));
    }
}
