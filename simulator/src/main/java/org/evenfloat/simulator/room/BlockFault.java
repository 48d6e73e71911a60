// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import org.evenfloat.simulator.plant.BlockCondition;

/** What a fault makes of a block. */
@FunctionalInterface
interface BlockFault {

    /** Hours in which a short within a cell grows to its full current. */
    double SHORT_GROWS_HOURS = 24;

    /** Returns the block as it is so many hours after the fault began. */
    BlockCondition after(BlockCondition sound, double hours);

    /** Water goes: gassing grows e-fold in so many hours. */
    static BlockFault dryOut(double eFoldHours) {
        return (sound, hours) -> sound.withGasFactor(sound.gasFactor() * Math.exp(hours / eFoldHours));
    }

    /** One more cell is shorted. */
    static BlockFault shortedCell() {
        return (sound, hours) -> sound.withCellsOk(Math.max(0, sound.cellsOk() - 1));
    }

    /** A short within, which heats the block: its current, A, grows evenly for {@link #SHORT_GROWS_HOURS}. */
    static BlockFault localShort(double amps) {
        return (sound, hours) -> sound.withShortAmps(
                sound.shortAmps() + amps * Math.min(1, hours / SHORT_GROWS_HOURS));
    }
}
