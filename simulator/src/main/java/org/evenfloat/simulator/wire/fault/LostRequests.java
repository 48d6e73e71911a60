// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;

/** Devices do not hear some requests: each one for itself, broadcasts too. */
public final class LostRequests implements LineFault {

    private final Chance chance;

    /**
     * A fault that draws lots once for every request and every device that it may concern.
     *
     * @param probability how likely it is each time, 0 never to 1 always
     * @param seed the same seed gives the same run
     */
    public LostRequests(double probability, long seed) {
        this.chance = new Chance(probability, seed);
    }

    @Override
    public long happened() {
        return chance.happened();
    }

    @Override
    public boolean reaches(WireDevice device, WireFrame request) {
        return !chance.happens();
    }
}
