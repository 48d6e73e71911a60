// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.Optional;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.runaway.RunawayMemento;
import org.evenfloat.domain.trip.TripMemento;

/** Keeps what guards and breaker policies remember over restarts. Called by one thread at a time, which may wait. */
public interface SafetyMemory {

    /**
     * What a guard goes on from.
     *
     * @param string id of the string
     * @param atMillis when it was so, epoch ms
     * @param guardMillis the same by the clock of the guard
     */
    record KeptGuard(String string, long atMillis, long guardMillis, RunawayMemento memento) {}

    /** What a breaker's policy goes on from, and what is remembered of the breaker. */
    record KeptBreaker(String breaker, long atMillis, TripMemento trip, BreakerPast past) {

        /** Returns the policy as it would be now: what ran down went on running without a server. */
        public TripMemento now(long nowMillis) {
            return trip.later(nowMillis - atMillis);
        }
    }

    /** Returns what was kept last of the guard of a string; empty when nothing was, or when it is damaged. */
    Optional<KeptGuard> guard(String string) throws SafetyMemoryFailure;

    /** Returns what was kept last of a breaker; empty when nothing was, or when it is damaged. */
    Optional<KeptBreaker> breaker(String breaker) throws SafetyMemoryFailure;

    /** Keeps it in place of what was kept before, all or nothing; survives a loss of power. */
    void keep(KeptGuard guard) throws SafetyMemoryFailure;

    /** Keeps it in place of what was kept before, all or nothing; survives a loss of power. */
    void keep(KeptBreaker breaker) throws SafetyMemoryFailure;
}
