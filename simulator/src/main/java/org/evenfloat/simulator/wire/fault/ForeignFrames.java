// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import org.evenfloat.simulator.wire.CarriedAnswer;
import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireFrame;

/** Good frames that nobody has asked for arrive before some answers, as from another master's line. */
public final class ForeignFrames implements LineFault {

    private final Chance chance;
    private final byte[] frame;

    /**
     * A fault that draws lots once for every slot with an answer.
     *
     * @param probability how likely it is each time, 0 never to 1 always
     * @param foreign the frame that arrives, ended, at most {@value CarriedAnswer#MAX_NOISE} bytes; is copied
     * @param seed the same seed gives the same run
     */
    public ForeignFrames(double probability, WireFrame foreign, long seed) {
        if (foreign.size() > CarriedAnswer.MAX_NOISE) {
            throw new IllegalArgumentException(
                    "foreign: " + foreign.size() + " bytes - at most " + CarriedAnswer.MAX_NOISE);
        }
        this.chance = new Chance(probability, seed);
        this.frame = foreign.toBytes();
    }

    @Override
    public long happened() {
        return chance.happened();
    }

    @Override
    public void carry(CarriedAnswer answer) {
        if (chance.happens()) {
            answer.precede(frame, frame.length);
        }
    }
}
