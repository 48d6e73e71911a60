// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;

/** Devices do not send some of their answers; they have heard and obeyed the request. */
public final class LostAnswers implements LineFault {

    private final Chance chance;

    /**
     * A fault that draws lots once for every answer.
     *
     * @param probability how likely it is each time, 0 never to 1 always
     * @param seed the same seed gives the same run
     */
    public LostAnswers(double probability, long seed) {
        this.chance = new Chance(probability, seed);
    }

    @Override
    public long happened() {
        return chance.happened();
    }

    @Override
    public boolean sends(WireDevice device, WireFrame answer) {
        return !chance.happens();
    }
}
