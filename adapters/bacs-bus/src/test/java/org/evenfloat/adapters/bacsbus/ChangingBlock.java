// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import org.evenfloat.simulator.wire.BlockTerminals;

/** A block whose values a test sets. */
final class ChangingBlock implements BlockTerminals {

    int millivolts = 13_500;
    int tenthDegrees = 250;
    double duty;

    @Override
    public double volts() {
        return millivolts / 1000.0;
    }

    @Override
    public double celsius() {
        return tenthDegrees / 10.0;
    }

    @Override
    public double microohms() {
        return 5_600;
    }

    @Override
    public void bypass(double newDuty) {
        duty = newDuty;
    }
}
