// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;

/** A device starts anew by itself now and then, when a request reaches it; that request is lost for it. */
public final class SelfRestarts implements LineFault {

    private final WireDevice shaky;
    private final Chance chance;

    /**
     * A fault that draws lots once for every request that may concern the device.
     *
     * @param shaky the device that restarts
     * @param probability how likely it is each time, 0 never to 1 always
     * @param seed the same seed gives the same run
     */
    public SelfRestarts(WireDevice shaky, double probability, long seed) {
        this.shaky = shaky;
        this.chance = new Chance(probability, seed);
    }

    @Override
    public long happened() {
        return chance.happened();
    }

    @Override
    public boolean reaches(WireDevice device, WireFrame request) {
        if (device == shaky && chance.happens()) {
            shaky.restart();
            return false;
        }
        return true;
    }
}
