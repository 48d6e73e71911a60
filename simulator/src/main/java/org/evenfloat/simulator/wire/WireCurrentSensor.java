// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.function.LongSupplier;

/** A simulated current sensor; its values saturate at its range. */
public final class WireCurrentSensor extends WireDevice {

    /** Ranges of the type codes 1 to 5, in A (document, §4, Type codes). */
    private static final int[] RANGES_AMPS = {50, 200, 400, 1000, 2000};

    private final CurrentProbe probe;
    private final int rangeAmps;
    private long milliamps = WireValue.NO_CURRENT;

    /**
     * A sensor that was just connected, without an address.
     *
     * @param typeCode its range: 1 ±50 A, 2 ±200 A, 3 ±400 A, 4 ±1000 A, 5 ±2000 A
     * @param serial serial number, unsigned 32 bits
     * @param firmware version as major * 100 + minor
     * @param clockMillis the room's monotonic clock, ms since an arbitrary origin
     */
    public WireCurrentSensor(int typeCode, long serial, int firmware, CurrentProbe probe, LongSupplier clockMillis) {
        super(serial, typeCode, firmware, clockMillis);
        if (typeCode < 1 || typeCode > RANGES_AMPS.length) {
            throw new IllegalArgumentException("typeCode: " + typeCode + " - 1 to " + RANGES_AMPS.length);
        }
        this.probe = probe;
        this.rangeAmps = RANGES_AMPS[typeCode - 1];
    }

    @Override
    void measure() {
        milliamps = WireValue.milliamps(probe.amps(), rangeAmps);
    }

    @Override
    void measured(WireFrame answer) {
        answer.start(WireType.MEASURED_CURRENT, address()).u32(milliamps);
    }

    @Override
    void forget() {
        milliamps = WireValue.NO_CURRENT;
    }

    @Override
    void settle(long nowMillis) {
        // nothing in a current sensor depends on time
    }
}
