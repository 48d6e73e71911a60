// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.verify;

/** Kind {@code equalise}: plant, battery modules and the server's equalizer in a closed loop. */
final class EqualiseCheck implements CaseCheck {

    @Override
    public Verdict check(PhysicsCase expected) throws MalformedSetException {
        EqualizingRun run = new EqualizingRun(expected);
        return expected.flag("correctable") ? correctable(expected, run) : notCorrectable(expected, run);
    }

    private static Verdict correctable(PhysicsCase expected, EqualizingRun run) throws MalformedSetException {
        double limitHours = expected.positive("limit_tconv_h");
        double chargeSeconds = expected.positive("Ah_s");
        ConvergenceWatch watch = new ConvergenceWatch(run.periodSeconds());
        double ampHours = 0;
        double beside = 0;
        double last = Math.max(chargeSeconds, 3600 * (limitHours + ConvergenceWatch.JUDGED_HOURS + 0.5));
        // sampled every cycle, so whole cycles are counted
        for (long cycle = 1; cycle * run.periodSeconds() <= last; cycle++) {
            run.cycle();
            watch.sample(run.secondsElapsed(), run.largestDeviationVolts());
            beside = watch.converged() ? Math.max(beside, run.besideReferenceVolts()) : 0;
            ampHours += run.secondsElapsed() <= chargeSeconds ? run.dutyAmpHours() : 0;
        }
        return run.start().verdict()
                .atMost("t_conv", watch.convergedHours(), limitHours, "h", "%.2f")
                .add(watch.inBandPercent() >= ConvergenceWatch.IN_BAND_PERCENT, "in band %.1f %% >= %.0f %%",
                        watch.inBandPercent(), ConvergenceWatch.IN_BAND_PERCENT)
                .atMost("duty", ampHours, 1.4 * expected.positive("ref_Ah"), "Ah", "%.1f")
                .note("at the end %.1f mV, beside the reference from t_conv on %.1f mV",
                        1000 * run.largestDeviationVolts(), 1000 * beside);
    }

    private static Verdict notCorrectable(PhysicsCase expected, EqualizingRun run) throws MalformedSetException {
        double seconds = expected.positive("run_s");
        double fullAt = Double.NaN;
        double saidAt = Double.NaN;
        double convergedAt = Double.NaN;
        double lowest = 0;
        double highest = 0;
        for (long cycle = 1; cycle * run.periodSeconds() <= seconds; cycle++) {
            run.cycle();
            double now = run.secondsElapsed();
            lowest = Math.min(lowest, run.lowestDuty());
            highest = Math.max(highest, run.highestDuty());
            fullAt = first(fullAt, run.highestDuty() >= 0.99, now);
            saidAt = first(saidAt, run.diagnosis().notCorrectable(), now);
            convergedAt = first(convergedAt, run.diagnosis().converged(), now);
        }
        Verdict verdict = run.start().verdict();
        if (Double.isNaN(convergedAt)) {
            verdict.add(true, "never CONVERGED");
        } else {
            verdict.add(false, "never CONVERGED: at %.2f h", convergedAt / 3600);
        }
        return verdict
                .atMost("NOT_CORRECTABLE after", (saidAt - fullAt) / 3600, 8, "h of full duty", "%.2f")
                .add(lowest >= 0 && highest <= 1, "duty %.2f to %.2f in 0 to 1", lowest, highest)
                .add(run.blocksAgainstTheirDuty() == 0, "%d blocks out of band against their duty at the end",
                        run.blocksAgainstTheirDuty())
                .note("at the end %.0f mV", 1000 * run.largestDeviationVolts());
    }

    private static double first(double known, boolean now, double seconds) {
        return Double.isNaN(known) && now ? seconds : known;
    }
}
