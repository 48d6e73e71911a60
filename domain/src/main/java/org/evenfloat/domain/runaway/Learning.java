// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import org.evenfloat.domain.state.StringState;

/**
 * Learns what is normal: after twelve hours in float, from the last six of them. A discharge or a boost postpones it; a
 * string that is warm or takes much current is not taken as normal. Voltages and duties are learnt again, from six hours,
 * when equalizing has brought the blocks together, and when it has been off for six; sensor offsets only once, or when
 * somebody wants so, because a slow runaway must not be learnt away.
 */
final class Learning {

    private final RunawayConstants.Learning constants;
    private final double mostAmps;
    private final int blocks;
    private final DutyMeans means;
    private final LearningWindow window;
    private final ColumnRanks ranks;
    private final double[] scratch;
    private LearningState state = LearningState.WAITING;
    private double seconds;
    private double offSeconds;
    private boolean vouched;
    private boolean sensorsWanted = true;
    private boolean electricalWanted = true;
    private boolean convergedLearnt;
    private boolean equalizing;

    Learning(GuardedString string, RunawayConstants.Learning constants, DutyMeans means, ColumnRanks ranks) {
        this.constants = constants;
        this.means = means;
        this.ranks = ranks;
        mostAmps = constants.mostAmpsPerAmpHour() * string.ampHours();
        blocks = string.blocks();
        window = new LearningWindow(blocks, constants);
        scratch = new double[blocks];
    }

    /** Begins anew with everything; what was learnt counts until then. The float current may be a large one. */
    void anew() {
        sensorsWanted = true;
        electricalWanted = true;
        convergedLearnt = false;
        vouched = true;
        state = LearningState.WAITING;
        postpone(0);
    }

    private void postpone(double secondsDone) {
        seconds = secondsDone;
        window.clear();
    }

    /** Takes a sample and returns whether the sensors have just been learnt. */
    boolean step(double dtSeconds, RunawaySample sample, DischargeMemory discharge, TemperatureSense temperatures,
            Temperatures now, VoltageSense voltages, AmbientSense air, double normalisedAmps, Baseline baseline) {
        double untilWindow = constants.afterSeconds() - constants.windowSeconds();
        boolean switched = sample.equalizing() != equalizing;
        equalizing = sample.equalizing();
        offSeconds = equalizing ? 0 : offSeconds + dtSeconds;
        if (switched && seconds > untilWindow) {
            postpone(untilWindow);
        }
        wantAgain(sample, baseline, untilWindow);
        boolean undisturbed = !discharge.discharging() && (sensorsWanted || !discharge.recent());
        if (sample.state() != StringState.FLOAT || !undisturbed) {
            if (sample.state() != StringState.UNKNOWN || !undisturbed) {
                postpone(sensorsWanted ? 0 : untilWindow);
            }
            return false;
        }
        if (!sensorsWanted && !electricalWanted) {
            return false;
        }
        seconds += dtSeconds;
        if (seconds >= untilWindow && !Double.isNaN(now.medianRise())) {
            window.add(dtSeconds, sample, temperatures, now, voltages, air, normalisedAmps);
        }
        return seconds >= constants.afterSeconds() && !window.empty() && finish(sample, baseline);
    }

    private void wantAgain(RunawaySample sample, Baseline baseline, double untilWindow) {
        if (sensorsWanted) {
            return;
        }
        boolean together = sample.converged() && !convergedLearnt;
        boolean apart = baseline.equalizing() && offSeconds >= untilWindow;
        if ((together || apart) && !electricalWanted) {
            electricalWanted = true;
            postpone(untilWindow);
        } else if (electricalWanted && !together && !apart) {
            electricalWanted = false;
        }
    }

    private boolean finish(RunawaySample sample, Baseline baseline) {
        boolean warm = window.medianRiseKelvin() >= constants.hottestKelvin();
        boolean strong = !vouched && mostAmps > 0 && window.normalisedAmps() > mostAmps;
        if (warm || strong || !sensorsWanted && anyHot(baseline)) {
            state = sensorsWanted ? warm ? LearningState.REFUSED_WARM : LearningState.REFUSED_CURRENT : state;
            postpone(constants.afterSeconds() - constants.windowSeconds());
            return false;
        }
        boolean sensors = sensorsWanted;
        if (sensors) {
            learnSensors(baseline);
        }
        for (int i = 0; i < blocks; i++) {
            double beside = window.besideVolts(i);
            baseline.besideVolts[i] = beside;
            baseline.gasAmps[i] = means.gasAmps(window.amps(), window.duty(i));
        }
        baseline.learntElectrical(sample.equalizing());
        convergedLearnt = sample.converged();
        sensorsWanted = false;
        electricalWanted = false;
        vouched = false;
        state = LearningState.LEARNT;
        postpone(0);
        return sensors;
    }

    private boolean anyHot(Baseline baseline) {
        for (int i = 0; i < blocks; i++) {
            double corrected = window.celsius(i) - baseline.offsetKelvin[i] - baseline.ambientOffset();
            double rise = corrected - window.referenceCelsius();
            if (rise >= constants.hottestKelvin()) {
                return true;
            }
        }
        return false;
    }

    private void learnSensors(Baseline baseline) {
        for (int i = 0; i < blocks; i++) {
            scratch[i] = window.celsius(i);
        }
        double median = ranks.median(scratch);
        double air = median - window.ambientCelsius() - constants.ownRiseKelvin();
        double ambientOffset = Double.isNaN(air) ? 0 : clip(air, constants.ambientOffsetKelvin());
        baseline.ambientOffset(ambientOffset);
        for (int i = 0; i < blocks; i++) {
            double celsius = window.celsius(i);
            boolean hot = celsius - ambientOffset - window.referenceCelsius() >= constants.hottestKelvin();
            baseline.offsetKelvin[i] =
                    Double.isNaN(celsius) || hot ? 0 : clip(celsius - median, constants.offsetKelvin());
        }
    }

    private static double clip(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }

    LearningState state() {
        return state;
    }

    /** Returns whether the string was refused and nothing is known of it. */
    boolean refused() {
        return state == LearningState.REFUSED_WARM || state == LearningState.REFUSED_CURRENT;
    }

    void visit(StateTape tape) {
        window.visit(tape);
        state = LearningState.values()[Math.floorMod(tape.count(state.ordinal()), LearningState.values().length)];
        seconds = tape.number(seconds);
        offSeconds = tape.number(offSeconds);
        vouched = tape.flag(vouched);
        sensorsWanted = tape.flag(sensorsWanted);
        electricalWanted = tape.flag(electricalWanted);
        convergedLearnt = tape.flag(convergedLearnt);
        equalizing = tape.flag(equalizing);
    }
}
