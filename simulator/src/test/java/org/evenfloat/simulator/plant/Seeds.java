// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.plant;

/** The seed of a randomised test; {@code -Dseed=} overrides it. */
final class Seeds {

    static final long SEED = Long.getLong("seed", 20_261_122L);

    private Seeds() {
    }
}
