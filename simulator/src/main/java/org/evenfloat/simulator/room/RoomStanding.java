// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import org.evenfloat.simulator.room.Scenario.Phase;
import org.evenfloat.simulator.wire.BlockTerminals;
import org.evenfloat.simulator.wire.CurrentProbe;

/** A string as it stands in the room: something with blocks that goes on with time. Safe for several threads. */
interface RoomStanding {

    /** Returns the poles of that block, from 0. */
    BlockTerminals block(int index);

    /** Returns the probe of the string current. */
    CurrentProbe current();

    /**
     * Goes on.
     *
     * @param toMillis time of the room at the end of the step
     * @param dtSeconds length of the step
     * @param phase what charger and load do
     */
    void advance(long toMillis, double dtSeconds, Phase phase);

    /** Returns how far the block farthest from the string's mean truly is from it, V. */
    double largestDeviationVolts();

    /** Returns the true temperature of the hottest block, °C. */
    double hottestCelsius();
}
