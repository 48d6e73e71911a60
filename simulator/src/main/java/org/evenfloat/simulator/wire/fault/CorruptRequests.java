// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import org.evenfloat.simulator.wire.LineFault;

/** One bit of some bytes of the master is wrong when they reach the devices. */
public final class CorruptRequests implements LineFault {

    private final Chance chance;

    /**
     * A fault that draws lots once for every byte of the master.
     *
     * @param probability how likely it is each time, 0 never to 1 always
     * @param seed the same seed gives the same run
     */
    public CorruptRequests(double probability, long seed) {
        this.chance = new Chance(probability, seed);
    }

    @Override
    public long happened() {
        return chance.happened();
    }

    @Override
    public void hear(byte[] bytes, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (chance.happens()) {
                bytes[at] ^= (byte) (1 << chance.below(8));
            }
        }
    }
}
