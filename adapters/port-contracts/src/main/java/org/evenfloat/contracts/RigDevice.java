// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

/**
 * A simulated device that a contract wants on the line.
 *
 * @param serial its serial number, unsigned 32 bits
 * @param address its bus address, 0 for one without
 * @param typeCode 20 for a battery module, 3 for a current sensor, 10 for a temperature sensor, 15 for a
 *     relay module
 * @param value what it measures: block voltage in mV, current in mA, or temperature in 0.01 °C
 * @param centidegrees temperature of a battery module, a multiple of 0.1 °C
 */
public record RigDevice(long serial, int address, int typeCode, int value, int centidegrees) {

    static final int MODULE = 20;
    static final int CURRENT_SENSOR = 3;
    static final int TEMPERATURE_SENSOR = 10;
    static final int RELAY_MODULE = 15;

    static RigDevice module(int address) {
        return new RigDevice(0xA100_0000L + address * 0x0101L, address, MODULE, 13_500 + address, 2_000 + 10 * address);
    }
}
