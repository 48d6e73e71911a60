// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.domain.trip.BreakerSight;

/** The relays and the input of one breaker. No method waits. */
public interface BreakerWires {

    /**
     * Energises the relay that opens it.
     *
     * @param second the other one
     * @return the answer, in {@value org.evenfloat.application.port.out.RelayBus#PATIENCE_MILLIS} ms at most
     */
    CompletableFuture<RelayAnswer> open(boolean second);

    /**
     * Asks the charger to leave boost, or lets it go on; nothing without such a relay.
     *
     * @return the answer, as above; already done when there is no such relay
     */
    CompletableFuture<RelayAnswer> stopBoost(boolean stop);

    /** Has the status input asked as soon as its line is free. */
    void askInput();

    /** Returns what the status input has said last; UNKNOWN when that is old, or when there is none. */
    BreakerSight sight();

    /** Returns why the breaker could not be opened now, a sentence each; empty when it could by every relay. */
    List<String> broken();
}
