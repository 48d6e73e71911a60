// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.runaway.GuardedString;
import org.evenfloat.domain.runaway.LearningState;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayGuard;
import org.evenfloat.domain.runaway.RunawaySample;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.state.StringState;
import org.evenfloat.domain.topology.Chemistry;

/** How long the runaway guards of all strings take for one minute's step, one core. */
public final class GuardBench {

    private static final byte GOOD = Quality.GOOD.code();
    private static final int BLOCKS_A_STRING = 60;
    private static final int MINUTE_MILLIS = 60_000;
    private static final int STEPS = 300;
    /** Until everything is learnt, so that every rule is at work. */
    private static final int WARM_UP = 13 * 60;

    private final PrintStream out;

    public GuardBench(PrintStream out) {
        this.out = out;
    }

    /** Measures 600 and 60,000 modules and returns whether both keep their limits. */
    public boolean run() {
        out.println("a minute's step of the runaway guards of all strings, equalizing on, one core, " + STEPS + " steps");
        out.println("modules   median ms   99 % ms   limit ms   allocated B a step   limit B");
        boolean small = measure(600, 1.0);
        boolean large = measure(60_000, 60.0);
        return small && large;
    }

    private boolean measure(int modules, double limitMillis) {
        int strings = modules / BLOCKS_A_STRING;
        RunawayGuard[] guards = new RunawayGuard[strings];
        RunawaySample[] samples = new RunawaySample[strings];
        for (int i = 0; i < strings; i++) {
            guards[i] = new RunawayGuard(
                    new GuardedString("S" + i, BLOCKS_A_STRING, 6, 80, 0.15, 0.0175, Chemistry.VRLA_AGM, true, true, false,
                            Optional.empty()),
                    RunawayConstants.STANDARD);
            samples[i] = new RunawaySample(BLOCKS_A_STRING);
        }
        Random random = new Random(1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[STEPS];
        long[] allocated = new long[STEPS];
        boolean quiet = true;
        for (int minute = -WARM_UP; minute < STEPS; minute++) {
            for (RunawaySample sample : samples) {
                fill(sample, (long) (minute + WARM_UP) * MINUTE_MILLIS, random);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            for (int i = 0; i < strings; i++) {
                guards[i].step(samples[i]);
            }
            if (minute >= 0) {
                nanos[minute] = System.nanoTime() - start;
                allocated[minute] = threads.getCurrentThreadAllocatedBytes() - before;
            }
        }
        for (RunawayGuard guard : guards) {
            quiet &= guard.stage() == RunawayStage.NORMAL && guard.finding().learning() == LearningState.LEARNT;
        }
        return print(modules, limitMillis, nanos, allocated, quiet);
    }

    private boolean print(int modules, double limitMillis, long[] nanos, long[] allocated, boolean quiet) {
        Arrays.sort(nanos);
        Arrays.sort(allocated);
        double median = nanos[STEPS / 2] / 1e6;
        boolean good = median <= limitMillis && allocated[STEPS / 2] == 0;
        out.printf(Locale.ROOT, "%7d   %9.3f   %7.3f   %8.1f   %18d   %7d   %s%n", modules, median,
                nanos[STEPS * 99 / 100] / 1e6, limitMillis, allocated[STEPS / 2], 0, good ? "PASS" : "FAIL");
        if (!quiet) {
            out.println("FAIL: a string in float is not quiet, or nothing was learnt of it");
        }
        return good && quiet;
    }

    private static void fill(RunawaySample sample, long millis, Random random) {
        sample.begin(millis);
        sample.state(StringState.FLOAT, true, true);
        sample.ambient(2_500, GOOD);
        sample.current(90 + random.nextInt(21), GOOD);
        for (int i = 0; i < BLOCKS_A_STRING; i++) {
            sample.temperature(i, 2_550 + 10 * (i % 5) + random.nextInt(20), GOOD);
            sample.voltage(i, 13_620 + random.nextInt(5), GOOD);
            sample.duty(i, 10 * (i % 30) + random.nextInt(5), true);
        }
    }
}
