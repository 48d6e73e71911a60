// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** Whether the string feeds its load, and for how long it has not. While nobody knows, the last answer stands. */
final class DischargeMemory {

    /** As everywhere where nobody knows the capacity. */
    private static final double UNKNOWN_AMP_HOURS = 20;

    private static final int MOST_COUNTED = 1_000_000;

    private final RunawayConstants.Gassing constants;
    private final int holdSamples;
    private final double dischargeAmps;
    private final double dischargeBlockVolts;
    private boolean discharging;
    private boolean everKnown;
    private int unknownInARow;
    private double sinceSeconds = Double.POSITIVE_INFINITY;

    DischargeMemory(GuardedString string, RunawayConstants constants) {
        this.constants = constants.gassing();
        this.holdSamples = constants.sensing().holdSamples();
        double ampHours = string.ampHours() > 0 ? string.ampHours() : UNKNOWN_AMP_HOURS;
        dischargeAmps = -this.constants.dischargeShare() * ampHours;
        dischargeBlockVolts = string.leadAcid() ? this.constants.dischargeCellVolts() * string.cells() : 0;
    }

    void step(double dtSeconds, double amps, VoltageSense voltages) {
        boolean voltageSays = dischargeBlockVolts > 0 && voltages.known();
        if (Double.isNaN(amps) && !voltageSays) {
            unknownInARow = Math.min(unknownInARow + 1, MOST_COUNTED);
        } else {
            discharging = amps < dischargeAmps || voltageSays && voltages.meanVolts() < dischargeBlockVolts;
            everKnown = true;
            unknownInARow = 0;
        }
        sinceSeconds = discharging ? 0 : sinceSeconds + dtSeconds;
    }

    boolean discharging() {
        return discharging;
    }

    /** Returns whether that is too long ago to be relied on. */
    boolean unknown() {
        return !everKnown || unknownInARow > holdSamples;
    }

    boolean recent() {
        return sinceSeconds < constants.recentSeconds();
    }

    /** Returns whether the float current is the normal one again. */
    boolean settled() {
        return sinceSeconds >= constants.settledSeconds();
    }

    void visit(StateTape tape) {
        discharging = tape.flag(discharging);
        everKnown = tape.flag(everKnown);
        unknownInARow = tape.count(unknownInARow);
        sinceSeconds = tape.number(sinceSeconds);
    }
}
