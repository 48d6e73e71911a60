// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import org.evenfloat.simulator.wire.CarriedAnswer;
import org.evenfloat.simulator.wire.LineFault;

/** Some answers arrive twice, as from a serial device server that repeats a packet. */
public final class DuplicatedAnswers implements LineFault {

    private final Chance chance;

    /**
     * A fault that draws lots once for every slot with an answer.
     *
     * @param probability how likely it is each time, 0 never to 1 always
     * @param seed the same seed gives the same run
     */
    public DuplicatedAnswers(double probability, long seed) {
        this.chance = new Chance(probability, seed);
    }

    @Override
    public long happened() {
        return chance.happened();
    }

    @Override
    public void carry(CarriedAnswer answer) {
        if (chance.happens()) {
            answer.repeat();
        }
    }
}
