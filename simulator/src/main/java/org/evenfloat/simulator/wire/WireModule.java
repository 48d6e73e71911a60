// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.function.LongSupplier;

/**
 * A simulated battery module: measures its block, bypasses what it is told for as long as it is told, and guards
 * the block against both (document, §6 and §7).
 */
public final class WireModule extends WireDevice {

    /** Its bypass stays off above this temperature of its own (document, §6). */
    private static final double MAX_CELSIUS = 70;

    private final WireModuleKind kind;
    private final BlockTerminals terminals;
    private final BypassControl bypass;
    private final ResistanceMeter meter;
    private int millivolts = WireValue.NO_VOLTAGE;
    private int deciCelsius = WireValue.NO_TEMPERATURE;

    /**
     * A module that was just connected to its block, without an address.
     *
     * @param serial serial number, unsigned 32 bits
     * @param firmware version as major * 100 + minor
     * @param clockMillis the room's monotonic clock, ms since an arbitrary origin
     */
    public WireModule(
            WireModuleKind kind, long serial, int firmware, BlockTerminals terminals, LongSupplier clockMillis) {
        super(serial, kind.code(), firmware, clockMillis);
        this.kind = kind;
        this.terminals = terminals;
        this.bypass = new BypassControl(terminals, kind.targetOnly());
        this.meter = new ResistanceMeter(terminals);
    }

    /** Returns whether it measures its block's resistance now. */
    public synchronized boolean isMeasuringResistance() {
        tick();
        return meter.isRunning();
    }

    @Override
    void settle(long nowMillis) {
        if (isAsleep()) {
            bypass.cancel();
            meter.abort();
        } else {
            boolean safe = kind.isSafe(terminals.volts(), bypass.targetMillivolts()) && !(terminals.celsius() > MAX_CELSIUS);
            reasons().state(DeviceReasons.GUARD, !safe);
        }
        if (meter.settle(nowMillis)) {
            reasons().raise(DeviceReasons.RESISTANCE);
        }
        boolean allowed = !reasons().is(DeviceReasons.GUARD) && !meter.isRunning();
        bypass.settle(nowMillis, allowed, isConverting());
    }

    @Override
    void measure() {
        millivolts = WireValue.millivolts(terminals.volts());
        deciCelsius = WireValue.deciCelsius(terminals.celsius());
    }

    @Override
    void measured(WireFrame answer) {
        answer.start(WireType.MEASURED_BLOCK, address()).u16(millivolts).u16(deciCelsius);
    }

    @Override
    void forget() {
        millivolts = WireValue.NO_VOLTAGE;
        deciCelsius = WireValue.NO_TEMPERATURE;
        meter.forget();
        bypass.cancel();
    }

    @Override
    boolean isBypassOn() {
        return bypass.isOn();
    }

    @Override
    boolean isSensorBroken() {
        return Double.isNaN(terminals.celsius());
    }

    @Override
    void order(int targetMillivolts, int duty, long validMillis) {
        bypass.order(targetMillivolts, duty, now(), validMillis);
    }

    @Override
    int startResistance() {
        if (meter.isRunning()) {
            return BUSY;
        }
        if (reasons().is(DeviceReasons.GUARD)) {
            return REFUSED;
        }
        meter.start(now());
        settle(now());
        return DONE;
    }

    @Override
    boolean resistance(WireFrame answer) {
        meter.write(answer, now());
        return true;
    }
}
