// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.evenfloat.domain.Seed;
import org.junit.jupiter.api.Test;

/** Random strings, random faults: what must hold in every step. */
class ShiftControllerInvariantsTest {

    private static final int RUNS = 400;
    private static final int STEPS = 40;
    private static final double[] FAULTS = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 30, -5, 1e308, -1e308
    };

    private final Random random = Seed.random();

    @Test
    void dutiesKeepTheirBoundsForAnyInput() {
        for (int run = 0; run < RUNS; run++) {
            int blocks = 1 + random.nextInt(40);
            ShiftController controller = new ShiftController(blocks, tuning());
            double[] before = new double[blocks];
            for (int step = 0; step < STEPS; step++) {
                Cycle cycle = cycle(blocks);
                cycle.feed(controller);
                check(controller, cycle, before, "run " + run + ", step " + step + ", " + Seed.note());
            }
        }
    }

    private void check(ShiftController controller, Cycle cycle, double[] before, String where) {
        double lowest = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            double duty = controller.duty(i);
            double limit = cycle.limit[i] >= 0 ? Math.min(1, cycle.limit[i]) : 0;
            assertThat(duty).as("duty of %d, %s", i, where).isBetween(0.0, cycle.enabled ? limit : 0.0);
            assertThat(duty - before[i]).as("rise of %d, %s", i, where).isLessThanOrEqualTo(0.01 * cycle.dt + 1e-12);
            assertThat(controller.z(i)).as("integrator of %d, %s", i, where).isBetween(0.0, 1.0);
            if (!cycle.eligible[i]) {
                assertThat(duty).as("duty of excluded %d, %s", i, where).isZero();
            }
            if (controller.used(i)) {
                assertThat(controller.filteredVolts(i)).as("volts of %d, %s", i, where).isFinite();
                lowest = Math.min(lowest, duty);
            }
            sum += duty;
            before[i] = duty;
        }
        assertThat(lowest).as("lowest duty, %s", where).isIn(0.0, Double.POSITIVE_INFINITY);
        assertThat(sum).as("sum of duties, %s", where).isLessThanOrEqualTo(before.length - 1.0 + 1e-12);
    }

    @Test
    void aCommonOffsetChangesNoDuty() {
        for (int run = 0; run < RUNS; run++) {
            int blocks = 2 + random.nextInt(20);
            EqualizerTuning tuning = tuning();
            ShiftController here = new ShiftController(blocks, tuning);
            ShiftController above = new ShiftController(blocks, tuning);
            double offset = 0.125 * random.nextInt(40);
            // 30 halvings of a multiple of 1/1024 V stay exact in a double, and so must the duties.
            for (int step = 0; step < 30; step++) {
                Cycle cycle = cycle(blocks).dyadic();
                cycle.feed(here);
                cycle.raised(offset).feed(above);
                assertSame(here, above, identity(blocks), "offset " + offset + ", run " + run + ", " + Seed.note());
            }
        }
    }

    @Test
    void theOrderOfBlocksChangesNothing() {
        for (int run = 0; run < RUNS; run++) {
            int blocks = 2 + random.nextInt(20);
            EqualizerTuning tuning = tuning();
            int[] place = shuffled(blocks);
            ShiftController straight = new ShiftController(blocks, tuning);
            ShiftController mixed = new ShiftController(blocks, tuning);
            for (int step = 0; step < STEPS; step++) {
                Cycle cycle = cycle(blocks);
                cycle.feed(straight);
                cycle.reordered(place).feed(mixed);
                assertSame(straight, mixed, place, "run " + run + ", step " + step + ", " + Seed.note());
            }
        }
    }

    @Test
    void anExcludedBlockInfluencesNoOther() {
        for (int run = 0; run < RUNS; run++) {
            int blocks = 2 + random.nextInt(20);
            EqualizerTuning tuning = tuning();
            ShiftController one = new ShiftController(blocks, tuning);
            ShiftController other = new ShiftController(blocks, tuning);
            for (int step = 0; step < STEPS; step++) {
                Cycle cycle = cycle(blocks);
                cycle.eligible[0] = false;
                cycle.feed(one);
                cycle.volts[0] = 13 + random.nextDouble();
                cycle.feed(other);
                assertSame(one, other, identity(blocks), "run " + run + ", step " + step + ", " + Seed.note());
            }
        }
    }

    private static void assertSame(ShiftController a, ShiftController b, int[] placeInB, String where) {
        for (int i = 0; i < placeInB.length; i++) {
            assertThat(b.duty(placeInB[i])).as("duty of %d, %s", i, where).isEqualTo(a.duty(i));
            assertThat(b.z(placeInB[i])).as("integrator of %d, %s", i, where).isEqualTo(a.z(i));
        }
    }

    private EqualizerTuning tuning() {
        double gain = 0.1 * Math.pow(1000, random.nextDouble());
        return new EqualizerTuning(gain, 1200 + random.nextInt(3000), 0.0015, 0.5, 180, 0.01, 120);
    }

    private static int[] identity(int blocks) {
        int[] all = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            all[i] = i;
        }
        return all;
    }

    private int[] shuffled(int blocks) {
        int[] place = identity(blocks);
        for (int i = blocks - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = place[i];
            place[i] = place[j];
            place[j] = kept;
        }
        return place;
    }

    private Cycle cycle(int blocks) {
        double[] volts = new double[blocks];
        boolean[] eligible = new boolean[blocks];
        double[] limit = new double[blocks];
        for (int i = 0; i < blocks; i++) {
            boolean fault = random.nextInt(12) == 0;
            volts[i] = fault ? FAULTS[random.nextInt(FAULTS.length)] : 13 + 1.2 * random.nextDouble();
            eligible[i] = random.nextInt(10) > 0;
            limit[i] = random.nextInt(10) == 0 ? 2 * random.nextDouble() - 0.5 : 1;
        }
        return new Cycle(1 + random.nextInt(60), random.nextInt(15) > 0, 13.5 + 0.25 * random.nextDouble(), volts,
                eligible, limit);
    }

    private record Cycle(
            double dt, boolean enabled, double target, double[] volts, boolean[] eligible, double[] limit) {

        Cycle dyadic() {
            return new Cycle(dt, enabled, Math.rint(target * 1024) / 1024, Arrays.stream(volts)
                    .map(v -> Math.abs(v) > 100 ? Double.NaN : Math.rint(v * 1024) / 1024).toArray(), eligible, limit);
        }

        Cycle raised(double offset) {
            return new Cycle(dt, enabled, target + offset, Arrays.stream(volts).map(v -> v + offset).toArray(),
                    eligible, limit);
        }

        Cycle reordered(int[] place) {
            Cycle mixed = new Cycle(dt, enabled, target, volts.clone(), eligible.clone(), limit.clone());
            for (int i = 0; i < place.length; i++) {
                mixed.volts[place[i]] = volts[i];
                mixed.eligible[place[i]] = eligible[i];
                mixed.limit[place[i]] = limit[i];
            }
            return mixed;
        }

        void feed(ShiftController controller) {
            controller.step(dt, target, enabled, volts, eligible, limit);
        }
    }
}
