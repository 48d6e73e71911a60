// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

/** When a string came into the band and how well it stayed there, sampled each cycle. */
final class ConvergenceWatch {

    /** Hours after convergence in which the blocks must stay in the band. */
    static final double JUDGED_HOURS = 2;
    /** Share of those samples that must be in the band. */
    static final double IN_BAND_PERCENT = 99;

    private static final double BAND_VOLTS = 0.010;
    private static final double SETTLED_SECONDS = 900;

    private final double periodSeconds;
    private double insideSince = Double.NaN;
    private double convergedAt = Double.NaN;
    private long judged;
    private long inside;

    ConvergenceWatch(double periodSeconds) {
        this.periodSeconds = periodSeconds;
    }

    void sample(double seconds, double deviationVolts) {
        boolean in = deviationVolts <= BAND_VOLTS;
        if (converged()) {
            judge(seconds, in);
            return;
        }
        if (!in) {
            insideSince = Double.NaN;
        } else if (Double.isNaN(insideSince)) {
            insideSince = seconds;
        }
        if (seconds - insideSince >= SETTLED_SECONDS) {
            convergedAt = insideSince;
            judged = Math.round((seconds - insideSince) / periodSeconds) + 1;
            inside = judged;
        }
    }

    private void judge(double seconds, boolean in) {
        if (seconds <= convergedAt + 3600 * JUDGED_HOURS) {
            judged++;
            inside += in ? 1 : 0;
        }
    }

    boolean converged() {
        return !Double.isNaN(convergedAt);
    }

    /** Returns the start of the first 15 min within the band, h; NaN when there was none. */
    double convergedHours() {
        return convergedAt / 3600;
    }

    /** Returns the share of the samples of the judged hours that were in the band, percent; NaN before any. */
    double inBandPercent() {
        return judged == 0 ? Double.NaN : 100.0 * inside / judged;
    }
}
