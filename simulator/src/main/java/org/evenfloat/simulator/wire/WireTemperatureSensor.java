// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.function.LongSupplier;

/** A simulated sensor of ambient temperature, with or without humidity. */
public final class WireTemperatureSensor extends WireDevice {

    private static final int TEMPERATURE = 10;
    private static final int TEMPERATURE_AND_HUMIDITY = 11;

    private final TemperatureProbe probe;
    private int deciCelsius = WireValue.NO_TEMPERATURE;
    private int permille = WireValue.NO_HUMIDITY;

    /**
     * A sensor that was just connected, without an address.
     *
     * @param typeCode 10 temperature, 11 temperature and humidity
     * @param serial serial number, unsigned 32 bits
     * @param firmware version as major * 100 + minor
     * @param clockMillis the room's monotonic clock, ms since an arbitrary origin
     */
    public WireTemperatureSensor(
            int typeCode, long serial, int firmware, TemperatureProbe probe, LongSupplier clockMillis) {
        super(serial, typeCode, firmware, clockMillis);
        if (typeCode != TEMPERATURE && typeCode != TEMPERATURE_AND_HUMIDITY) {
            throw new IllegalArgumentException(
                    "typeCode: " + typeCode + " - " + TEMPERATURE + " or " + TEMPERATURE_AND_HUMIDITY);
        }
        this.probe = probe;
    }

    @Override
    void measure() {
        deciCelsius = WireValue.deciCelsius(probe.celsius());
        permille = typeCode() == TEMPERATURE_AND_HUMIDITY
                ? WireValue.permille(probe.humidityPercent())
                : WireValue.NO_HUMIDITY;
    }

    @Override
    void measured(WireFrame answer) {
        answer.start(WireType.MEASURED_TEMPERATURE, address()).u16(deciCelsius).u16(permille);
    }

    @Override
    void forget() {
        deciCelsius = WireValue.NO_TEMPERATURE;
        permille = WireValue.NO_HUMIDITY;
    }

    @Override
    void settle(long nowMillis) {
        // nothing in a temperature sensor depends on time
    }

    @Override
    boolean isSensorBroken() {
        return Double.isNaN(probe.celsius());
    }
}
