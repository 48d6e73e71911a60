// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;

/**
 * How much hotter than the others a block is by its voltage and its duty, in K: in one current a hot block sinks by
 * cells · 0.06 / 11 V for each K, and where its voltage is held it gets less bypass and gasses more instead.
 */
final class SagEstimate {

    private final RunawayConstants.Gassing constants;
    private final double voltsPerKelvin;
    private final boolean leadAcid;
    private final ColumnRanks ranks;
    private final double[] sag;
    private final double[] duty;
    private boolean dutyUsed;

    SagEstimate(GuardedString string, RunawayConstants.Gassing constants, ColumnRanks ranks) {
        this.constants = constants;
        this.ranks = ranks;
        leadAcid = string.leadAcid();
        voltsPerKelvin = string.cells() * constants.perKelvin() / constants.perVolt();
        sag = new double[string.blocks()];
        duty = new double[string.blocks()];
    }

    /** @param useDuties whether the string is in float and duties belong to its voltages */
    void step(double[] besideVolts, DutyMeans means, Baseline baseline, boolean useDuties) {
        dutyUsed = useDuties && means.ready() && baseline.electrical();
        if (!leadAcid || !baseline.electrical()) {
            Arrays.fill(sag, 0);
            return;
        }
        double normal = ranks.median(baseline.besideVolts);
        for (int i = 0; i < sag.length; i++) {
            double risen = besideVolts[i] - (baseline.besideVolts[i] - normal);
            sag[i] = Double.isNaN(risen) ? 0 : -risen / voltsPerKelvin;
        }
        if (dutyUsed) {
            addDuties(means, baseline);
        }
    }

    private void addDuties(DutyMeans means, Baseline baseline) {
        for (int i = 0; i < duty.length; i++) {
            duty[i] = StrictMath.log(means.gasAmps(i) / baseline.gasAmps[i]) / constants.perKelvin();
        }
        double median = ranks.median(duty);
        for (int i = 0; i < duty.length; i++) {
            sag[i] += Double.isNaN(duty[i]) ? 0 : duty[i] - median;
        }
    }

    /** Returns how much hotter that block is, K; 0 where nobody knows. */
    double kelvin(int block) {
        return sag[block];
    }

    /** Returns whether duties were used in the last step. */
    boolean dutyUsed() {
        return dutyUsed;
    }

    void visit(StateTape tape) {
        tape.all(sag);
        dutyUsed = tape.flag(dutyUsed);
    }
}
