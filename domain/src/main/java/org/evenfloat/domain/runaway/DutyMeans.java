// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/**
 * Means of string current and duties over the same time in float: what is left of the current for each block behind its
 * bypass. Plain means at first, then forgetting.
 */
final class DutyMeans {

    private final RunawayConstants.Gassing constants;
    private final double bypassAmps;
    private final double selfAmps;
    private final double leastAmps;
    private final double[] duty;
    private double amps;
    private double seconds;

    DutyMeans(GuardedString string, RunawayConstants.Gassing constants) {
        this.constants = constants;
        bypassAmps = string.bypassAmps();
        selfAmps = string.selfAmps();
        leastAmps = constants.leastGasAmpsPerAmpHour() * string.ampHours();
        duty = new double[string.blocks()];
    }

    /** Takes a sample in float; without a current it is left out. */
    void add(double dtSeconds, double stringAmps, RunawaySample sample) {
        if (Double.isNaN(stringAmps)) {
            return;
        }
        boolean none = seconds == 0;
        seconds += Math.max(dtSeconds, 1e-3);
        double share = none ? 1 : dtSeconds / Math.max(dtSeconds, Math.min(constants.meanSeconds(), seconds));
        amps += share * (stringAmps - amps);
        for (int i = 0; i < duty.length; i++) {
            duty[i] += share * (sample.duty(i) - duty[i]);
        }
    }

    /** Begins anew. */
    void restart() {
        seconds = 0;
    }

    /** Returns whether they have been taken long enough. */
    boolean ready() {
        return leastAmps > 0 && seconds >= constants.meanLeastSeconds();
    }

    /** Returns the current that gasses in a block, A, from means of current and duty. */
    double gasAmps(double meanAmps, double meanDuty) {
        return Math.max(meanAmps - meanDuty * bypassAmps - selfAmps, leastAmps);
    }

    /** Returns the current that gasses in that block, A. */
    double gasAmps(int block) {
        return gasAmps(amps, duty[block]);
    }

    void visit(StateTape tape) {
        tape.all(duty);
        amps = tape.number(amps);
        seconds = tape.number(seconds);
    }
}
