// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain;

import java.util.Random;

/** The one source of chance in tests; {@code -Dseed=} repeats a failed run. */
public final class Seed {

    public static final long VALUE = Long.getLong("seed", 20_261_122L);

    private Seed() {}

    public static Random random() {
        return new Random(VALUE);
    }

    public static String note() {
        return "seed " + VALUE;
    }
}
