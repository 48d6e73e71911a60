// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import org.evenfloat.simulator.wire.CarriedAnswer;
import org.evenfloat.simulator.wire.LineFault;

/** Random bytes arrive before some answers; one in eight is the byte that begins frames. */
public final class NoiseBetweenFrames implements LineFault {

    private static final int FRAME_BEGIN = 0xE7;

    private final Chance chance;
    private final byte[] noise;

    /**
     * A fault that draws lots once for every slot with an answer.
     *
     * @param probability how likely it is each time, 0 never to 1 always
     * @param maxBytes the most bytes of noise at a time, 1 to {@value CarriedAnswer#MAX_NOISE}
     * @param seed the same seed gives the same run
     */
    public NoiseBetweenFrames(double probability, int maxBytes, long seed) {
        if (maxBytes < 1 || maxBytes > CarriedAnswer.MAX_NOISE) {
            throw new IllegalArgumentException("maxBytes: " + maxBytes + " - 1 to " + CarriedAnswer.MAX_NOISE);
        }
        this.chance = new Chance(probability, seed);
        this.noise = new byte[maxBytes];
    }

    @Override
    public long happened() {
        return chance.happened();
    }

    @Override
    public void carry(CarriedAnswer answer) {
        if (!chance.happens()) {
            return;
        }
        int length = 1 + chance.below(noise.length);
        for (int at = 0; at < length; at++) {
            noise[at] = (byte) (chance.below(8) == 0 ? FRAME_BEGIN : chance.below(256));
        }
        answer.precede(noise, length);
    }
}
