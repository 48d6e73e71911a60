// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/**
 * What a {@link TripSequence} goes on from after a restart. Times are kept as what is left of them, because no clock that
 * does not jump goes on over a restart.
 *
 * @param leftMillis of the countdown, the veto or the pause before the next order
 * @param vetoUsed whether the one veto was used
 * @param byHand whether a person wanted it opened
 * @param attempt orders given so far
 * @param seenClosed whether the breaker was seen closed before the order
 */
public record TripMemento(
        TripMode mode, TripPhase phase, long leftMillis, boolean vetoUsed, boolean byHand, int attempt,
        boolean seenClosed) {}
