// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.concurrent.CompletableFuture;
import org.evenfloat.application.port.out.RelayAnswer;

/**
 * Asks the charger to leave boost for as long as a string is too warm, and lets it go on afterwards. An order that was not
 * taken is given again. For one thread.
 */
final class BoostStop {

    private static final long AGAIN_MILLIS = 10_000;

    private final BreakerWires wires;
    private CompletableFuture<RelayAnswer> order;
    private boolean ordered;
    private boolean taken = true;
    private long againMillis = Long.MIN_VALUE;

    BoostStop(BreakerWires wires) {
        this.wires = wires;
    }

    /** Takes a look; {@code wanted} is whether boost shall be stopped. */
    void step(long nowMillis, boolean wanted) {
        if (order != null && order.isDone()) {
            taken = order.join().done();
            order = null;
        }
        if (order == null && (ordered != wanted || !taken) && nowMillis >= againMillis) {
            ordered = wanted;
            againMillis = nowMillis + AGAIN_MILLIS;
            order = wires.stopBoost(wanted);
        }
    }

    /** Returns whether the charger was asked to leave boost. */
    boolean stops() {
        return ordered;
    }
}
