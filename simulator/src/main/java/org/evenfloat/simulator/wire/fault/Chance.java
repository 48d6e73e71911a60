// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Draws lots for one fault, always the same with the same seed, and counts. */
final class Chance {

    private final double probability;
    private final Random random;
    private final AtomicLong happened = new AtomicLong();

    Chance(double probability, long seed) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: " + probability + " - 0 to 1");
        }
        this.probability = probability;
        this.random = new Random(seed);
    }

    /** Returns whether it happens now, and counts it then. */
    boolean happens() {
        boolean now = random.nextDouble() < probability;
        if (now) {
            happened.incrementAndGet();
        }
        return now;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long happened() {
        return happened.get();
    }
}
