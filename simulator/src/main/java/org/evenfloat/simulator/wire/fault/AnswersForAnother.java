// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;

/** A device puts another one's address into some of its answers; their CRC is right. */
public final class AnswersForAnother implements LineFault {

    private final WireDevice liar;
    private final int claimedAddress;
    private final Chance chance;

    /**
     * A fault that draws lots once for every answer of the device.
     *
     * @param liar the device that answers wrongly
     * @param claimedAddress the address in its answers
     * @param probability how likely it is each time, 0 never to 1 always
     * @param seed the same seed gives the same run
     */
    public AnswersForAnother(WireDevice liar, int claimedAddress, double probability, long seed) {
        this.liar = liar;
        this.claimedAddress = claimedAddress;
        this.chance = new Chance(probability, seed);
    }

    @Override
    public long happened() {
        return chance.happened();
    }

    @Override
    public boolean sends(WireDevice device, WireFrame answer) {
        if (device == liar && chance.happens()) {
            answer.readdress(claimedAddress);
            answer.end();
        }
        return true;
    }
}
