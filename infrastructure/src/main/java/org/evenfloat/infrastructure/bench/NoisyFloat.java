// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.util.Arrays;
import java.util.Random;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;

/**
 * Sweeps of one line in float as modules see it: voltages with a noise of 2 mV around their own levels, which follow
 * a charger that wanders by 4 mV; temperatures with a noise of 0.05 °C in the 0.1 °C of the bus; duties that a control
 * law moves a little in every sweep; one new resistance a sweep. The same at each start.
 */
final class NoisyFloat {

    static final int PERIOD_MILLIS = 1_000;

    private static final double SPREAD_MILLIVOLTS = 12;
    private static final double NOISE_MILLIVOLTS = 2;
    private static final double WANDER_MILLIVOLTS = 4;
    private static final double WANDER_KEPT = 0.98;
    private static final double NOISE_CENTIDEGREES = 5;

    private final LineRoster roster;
    private final Random random = new Random(1);
    private final int[] level;
    private final int[] duty;
    private final int[] microohms;
    private final long startMillis;
    private double wander;
    private SweepImage last;
    private int sweeps;

    /**
     * @param startMillis instant before the first sweep, epoch ms; the others follow every second
     */
    NoisyFloat(LineRoster roster, long startMillis) {
        this.roster = roster;
        this.startMillis = startMillis;
        this.level = new int[roster.moduleCount()];
        this.duty = new int[roster.moduleCount()];
        this.microohms = new int[roster.moduleCount()];
        Arrays.setAll(level, row -> 13_620 + (int) (random.nextGaussian() * SPREAD_MILLIVOLTS));
        Arrays.setAll(duty, row -> 200 + random.nextInt(300));
        Arrays.setAll(microohms, row -> 5_000 + random.nextInt(400));
    }

    SweepImage next() {
        SweepFill fill = last == null ? SweepFill.first(roster) : SweepFill.after(roster, last);
        sweeps++;
        fill.sampledAt(startMillis + (long) sweeps * PERIOD_MILLIS, (long) sweeps * PERIOD_MILLIS);
        wander = wander * WANDER_KEPT
                + random.nextGaussian() * WANDER_MILLIVOLTS * Math.sqrt(1 - WANDER_KEPT * WANDER_KEPT);
        int measured = sweeps % roster.moduleCount();
        microohms[measured] += (int) (random.nextGaussian() * microohms[measured] / 100);
        for (int row = 0; row < roster.moduleCount(); row++) {
            double noise = random.nextGaussian() * NOISE_MILLIVOLTS;
            fill.set(MeasurementKind.VOLTAGE, row, level[row] + (int) Math.rint(wander + noise), Quality.GOOD);
            double centidegrees = 2_500 + row % 60 + random.nextGaussian() * NOISE_CENTIDEGREES;
            fill.set(MeasurementKind.TEMPERATURE, row, 10 * (int) Math.rint(centidegrees / 10), Quality.GOOD);
            fill.set(MeasurementKind.RESISTANCE, row, microohms[row], Quality.GOOD);
            duty[row] = Math.max(0, Math.min(1_000, duty[row] + random.nextInt(5) - 2));
            fill.set(MeasurementKind.DUTY, row, duty[row], Quality.GOOD);
        }
        last = fill.freeze();
        return last;
    }
}
