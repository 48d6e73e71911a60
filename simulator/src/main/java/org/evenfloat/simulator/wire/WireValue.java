// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** Turns what a device senses into the numbers of a frame; what cannot be measured becomes "none" (document, §4). */
final class WireValue {

    static final int NO_VOLTAGE = 0xFFFF;
    static final int NO_TEMPERATURE = 0x8000;
    static final int NO_HUMIDITY = 0xFFFF;
    static final long NO_CURRENT = 0x8000_0000L;
    static final long NO_RESISTANCE = 0xFFFF_FFFFL;

    private WireValue() {}

    static int millivolts(double volts) {
        return Double.isNaN(volts) ? NO_VOLTAGE : (int) limited(volts * 1000, 0, NO_VOLTAGE - 1);
    }

    /** In 0.1 °C, as the low 16 bits of a two's complement. */
    static int deciCelsius(double celsius) {
        return Double.isNaN(celsius)
                ? NO_TEMPERATURE
                : (int) limited(celsius * 10, Short.MIN_VALUE + 1, Short.MAX_VALUE) & 0xFFFF;
    }

    static int permille(double percent) {
        return Double.isNaN(percent) ? NO_HUMIDITY : (int) limited(percent * 10, 0, 1000);
    }

    /** A current saturates at the range of its sensor. */
    static long milliamps(double amps, int rangeAmps) {
        return Double.isNaN(amps) ? NO_CURRENT : limited(amps * 1000, -1000L * rangeAmps, 1000L * rangeAmps);
    }

    static long microohms(double microohms) {
        return Double.isNaN(microohms) ? NO_RESISTANCE : limited(microohms, 0, NO_RESISTANCE - 1);
    }

    private static long limited(double value, long min, long max) {
        return Math.max(min, Math.min(max, Math.round(value)));
    }
}
