// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import java.util.List;
import java.util.Random;

/**
 * Runs a property on many drawn cases. Every case has a seed of its own, which a failure names: {@code -Dseed=N}
 * runs that one case again, first and alone.
 */
public final class SeededCases {

    private static final String SEED_PROPERTY = "seed";
    /** Where the seeds of a run begin; any number will do, always the same one keeps builds repeatable. */
    private static final long FIRST_SEED = 20_260_101;

    private SeededCases() {}

    /** A property of what was drawn; throws when it does not hold. */
    @FunctionalInterface
    public interface Property {

        /** Draws a case and checks it. */
        void check(Draw draw) throws Exception;
    }

    /**
     * Checks the property on so many cases.
     *
     * @param name what the property says, for the message
     */
    public static void check(String name, int cases, Property property) {
        Long given = Long.getLong(SEED_PROPERTY);
        long first = given == null ? FIRST_SEED : given;
        for (long seed = first; seed < first + (given == null ? cases : 1); seed++) {
            try {
                property.check(new Draw(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError(name + ": fails with -D" + SEED_PROPERTY + "=" + seed + ": "
                        + e.getMessage(), e);
            }
        }
    }

    /** Returns a source of drawn values for one long run, such as a noise campaign; name its seed in every message. */
    public static Draw one() {
        return new Draw(Long.getLong(SEED_PROPERTY, FIRST_SEED));
    }

    /** Values drawn from one seed. */
    public static final class Draw {

        private final long seed;
        private final Random random;

        private Draw(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        /** Returns the seed that all values follow from. */
        public long seed() {
            return seed;
        }

        /** Returns a number between two bounds, both inclusive. */
        public int between(int lowest, int highest) {
            return (int) (lowest + Math.floorMod(random.nextLong(), (long) highest - lowest + 1));
        }

        /** Returns true in so many of a thousand cases. */
        public boolean permille(int chance) {
            return random.nextInt(1_000) < chance;
        }

        /** Returns so many bytes. */
        public byte[] bytes(int count) {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        }

        /** Returns one of the values. */
        public <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        /** Returns 32 random bits, as of a serial number. */
        public int bits() {
            return random.nextInt();
        }
    }
}
