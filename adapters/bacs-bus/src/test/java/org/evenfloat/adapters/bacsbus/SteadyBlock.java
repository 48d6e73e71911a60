// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import org.evenfloat.simulator.wire.BlockTerminals;

/** A block whose voltage and temperature never change, whatever the bypass does. */
final class SteadyBlock implements BlockTerminals {

    private final double volts;
    private final double celsius;
    private final double microohms;
    private volatile double duty;

    SteadyBlock(double volts, double celsius, double microohms) {
        this.volts = volts;
        this.celsius = celsius;
        this.microohms = microohms;
    }

    double duty() {
        return duty;
    }

    @Override
    public double volts() {
        return volts;
    }

    @Override
    public double celsius() {
        return celsius;
    }

    @Override
    public double microohms() {
        return microohms;
    }

    @Override
    public void bypass(double newDuty) {
        duty = newDuty;
    }
}
