// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** A block whose values are set by the test; its voltage falls by {@code drop} at full bypass. */
public final class FixedBlock implements BlockTerminals {

    public volatile double volts = 13.624;
    public volatile double celsius = 25.3;
    public volatile double microohms = 4_200;
    public volatile double drop;
    public volatile double duty;

    @Override
    public double volts() {
        return volts - drop * duty;
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
