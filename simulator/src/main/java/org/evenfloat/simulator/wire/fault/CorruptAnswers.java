// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import org.evenfloat.simulator.wire.CarriedAnswer;
import org.evenfloat.simulator.wire.LineFault;

/** One bit of some answers is wrong when they reach the master. */
public final class CorruptAnswers implements LineFault {

    private final Chance chance;

    /**
     * A fault that draws lots once for every slot with an answer.
     *
     * @param probability how likely it is each time, 0 never to 1 always
     * @param seed the same seed gives the same run
     */
    public CorruptAnswers(double probability, long seed) {
        this.chance = new Chance(probability, seed);
    }

    @Override
    public long happened() {
        return chance.happened();
    }

    @Override
    public void carry(CarriedAnswer answer) {
        if (chance.happens()) {
            answer.bytes()[chance.below(answer.length())] ^= (byte) (1 << chance.below(8));
        }
    }
}
