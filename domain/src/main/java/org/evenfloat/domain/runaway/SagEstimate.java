// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;
import org.evenfloat.domain.state.StringState;

/**
 * How much hotter than the others a block is by its voltage and its duty, in K: in one current a hot block sinks by
 * cells · 0.06 / 11 V for each K, and where its voltage is held it gets less bypass and gasses more instead. Voltages
 * follow duties within hours only: after equalizing has been switched on or off, and outside float, the last estimate
 * stands until they belong together again.
 */
final class SagEstimate {

    /** What decides which duties belong to the voltages. */
    private enum Regime { OTHER, EQUALIZED, PLAIN }

    private final RunawayConstants.Gassing constants;
    private final double voltsPerKelvin;
    private final boolean leadAcid;
    private final ColumnRanks ranks;
    private final double[] sag;
    private final double[] duty;
    private Regime regime = Regime.OTHER;
    private Regime newRegime = Regime.OTHER;
    private double regimeSeconds;
    private double newSeconds;
    private double unequalizedSeconds = Double.POSITIVE_INFINITY;
    private boolean dutyUsed;

    SagEstimate(GuardedString string, RunawayConstants.Gassing constants, ColumnRanks ranks) {
        this.constants = constants;
        this.ranks = ranks;
        leadAcid = string.leadAcid();
        voltsPerKelvin = string.cells() * constants.perKelvin() / constants.perVolt();
        sag = new double[string.blocks()];
        duty = new double[string.blocks()];
    }

    /** @param currentKnown whether the string current is known */
    void step(double dtSeconds, RunawaySample sample, double[] besideVolts, DutyMeans means, Baseline baseline,
            boolean currentKnown) {
        unequalizedSeconds = sample.equalizing() ? 0 : unequalizedSeconds + dtSeconds;
        follow(dtSeconds, sample);
        boolean duties = baseline.equalizing() || unequalizedSeconds < constants.dutySettlingSeconds();
        boolean together = regime == newRegime && regime != Regime.OTHER
                && regimeSeconds >= constants.dutySettlingSeconds();
        dutyUsed = duties && together && currentKnown && means.ready() && baseline.electrical();
        if (!leadAcid || !baseline.electrical()) {
            Arrays.fill(sag, 0);
        } else if (!duties || dutyUsed) {
            estimate(besideVolts, means, baseline);
        }
    }

    /** A change that is over within minutes, such as an unknown state, is none. */
    private void follow(double dtSeconds, RunawaySample sample) {
        Regime now = sample.state() != StringState.FLOAT ? Regime.OTHER
                : sample.equalizing() ? Regime.EQUALIZED : Regime.PLAIN;
        newSeconds = now == newRegime ? newSeconds + dtSeconds : 0;
        newRegime = now;
        regimeSeconds += dtSeconds;
        if (newRegime != regime && newSeconds >= constants.meanLeastSeconds()) {
            regime = newRegime;
            regimeSeconds = newSeconds;
        }
    }

    private void estimate(double[] besideVolts, DutyMeans means, Baseline baseline) {
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
        regime = Regime.values()[Math.floorMod(tape.count(regime.ordinal()), Regime.values().length)];
        newRegime = Regime.values()[Math.floorMod(tape.count(newRegime.ordinal()), Regime.values().length)];
        regimeSeconds = tape.number(regimeSeconds);
        newSeconds = tape.number(newSeconds);
        unequalizedSeconds = tape.number(unequalizedSeconds);
        dutyUsed = tape.flag(dutyUsed);
    }
}
