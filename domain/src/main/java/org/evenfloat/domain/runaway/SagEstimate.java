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
    private final double[] estimate;
    private final double[] bridge;
    private final boolean[] bridgedBlock;
    private final boolean[] limited;
    private final double[] limitSeconds;
    private final double[] duty;
    private Regime regime = Regime.OTHER;
    private Regime newRegime = Regime.OTHER;
    private double regimeSeconds;
    private double newSeconds;
    private double unequalizedSeconds = Double.POSITIVE_INFINITY;
    private boolean bridged;

    SagEstimate(GuardedString string, RunawayConstants.Gassing constants, ColumnRanks ranks) {
        this.constants = constants;
        this.ranks = ranks;
        leadAcid = string.leadAcid();
        voltsPerKelvin = string.cells() * constants.perKelvin() / constants.perVolt();
        sag = new double[string.blocks()];
        estimate = new double[string.blocks()];
        bridge = new double[string.blocks()];
        bridgedBlock = new boolean[string.blocks()];
        limited = new boolean[string.blocks()];
        limitSeconds = new double[string.blocks()];
        Arrays.fill(limitSeconds, Double.POSITIVE_INFINITY);
        duty = new double[string.blocks()];
    }

    /** @param currentKnown whether the string current is known */
    void step(double dtSeconds, RunawaySample sample, double[] besideVolts, DutyMeans means, Baseline baseline,
            boolean currentKnown) {
        unequalizedSeconds = sample.equalizing() ? 0 : unequalizedSeconds + dtSeconds;
        follow(dtSeconds, sample);
        followLimits(dtSeconds, sample);
        if (!leadAcid || !baseline.electrical()) {
            Arrays.fill(sag, 0);
            return;
        }
        boolean duties = baseline.equalizing() || unequalizedSeconds < constants.dutySettlingSeconds();
        boolean together = regime == newRegime && regime != Regime.OTHER
                && regimeSeconds >= constants.dutySettlingSeconds();
        boolean byDuty = duties && regime == Regime.EQUALIZED && baseline.gasKnown();
        if (duties && !together || byDuty && !(currentKnown && means.ready())) {
            bridged = false;
            return;
        }
        byVoltage(besideVolts, baseline);
        if (byDuty) {
            byDuty(means, baseline);
        }
        boolean asLearnt = !duties || baseline.equalizing() == (regime == Regime.EQUALIZED);
        for (int i = 0; i < sag.length; i++) {
            boolean settled = !byDuty || limitSeconds[i] >= constants.dutySettlingSeconds();
            if (settled) {
                // in another regime than it was learnt in an error of the current does not cancel: go on from what stood
                boolean goesOn = bridged && bridgedBlock[i];
                bridge[i] = asLearnt && !(byDuty && limited[i]) ? 0 : goesOn ? bridge[i] : sag[i] - estimate[i];
                sag[i] = estimate[i] + bridge[i];
            }
            bridgedBlock[i] = settled;
        }
        bridged = true;
    }

    /** Notes which duties a limit holds down, or no longer does. */
    private void followLimits(double dtSeconds, RunawaySample sample) {
        for (int i = 0; i < sag.length; i++) {
            boolean held = sample.equalizing() && !sample.dutyFree(i);
            limitSeconds[i] = held == limited[i] ? limitSeconds[i] + dtSeconds : 0;
            limited[i] = held;
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

    private void byVoltage(double[] besideVolts, Baseline baseline) {
        double normal = ranks.median(baseline.besideVolts);
        for (int i = 0; i < estimate.length; i++) {
            double risen = besideVolts[i] - (baseline.besideVolts[i] - normal);
            estimate[i] = Double.isNaN(risen) ? 0 : -risen / voltsPerKelvin;
        }
    }

    private void byDuty(DutyMeans means, Baseline baseline) {
        for (int i = 0; i < duty.length; i++) {
            duty[i] = StrictMath.log(means.gasAmps(i) / baseline.gasAmps[i]) / constants.perKelvin();
        }
        double median = ranks.median(duty);
        for (int i = 0; i < duty.length; i++) {
            estimate[i] += Double.isNaN(duty[i]) ? 0 : duty[i] - median;
        }
    }

    /** Returns how much hotter that block is, K; 0 where nobody knows. */
    double kelvin(int block) {
        return sag[block];
    }

    void visit(StateTape tape) {
        tape.all(sag);
        tape.all(bridge);
        tape.all(limitSeconds);
        for (int i = 0; i < limited.length; i++) {
            limited[i] = tape.flag(limited[i]);
            bridgedBlock[i] = tape.flag(bridgedBlock[i]);
        }
        regime = Regime.values()[Math.floorMod(tape.count(regime.ordinal()), Regime.values().length)];
        newRegime = Regime.values()[Math.floorMod(tape.count(newRegime.ordinal()), Regime.values().length)];
        regimeSeconds = tape.number(regimeSeconds);
        newSeconds = tape.number(newSeconds);
        unequalizedSeconds = tape.number(unequalizedSeconds);
        bridged = tape.flag(bridged);
    }
}
