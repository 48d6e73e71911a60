// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/**
 * What a {@link TripSequence} goes on from after a restart, and what a replay of it begins with. Times are kept as what is
 * left of them, because no clock that does not jump goes on over a restart.
 *
 * @param leftMillis of the countdown, the veto or the pause before the next order
 * @param vetoUsed whether the one veto was used
 * @param byHand whether a person wanted it opened
 * @param attempt orders given so far
 * @param seenClosed whether the breaker was seen closed before the order
 * @param hold why a trip that is due is held back
 * @param demanded whether a trip was demanded at the last look
 * @param hot whether a block was too hot for a veto at the last look
 * @param answered whether the relay has taken the order that is out
 * @param flowsMillis how long current has seemed to flow through the open breaker; {@link #NO_FLOW} when none does
 * @param wanted the order that the next look returns
 */
public record TripMemento(
        TripMode mode, TripPhase phase, long leftMillis, boolean vetoUsed, boolean byHand, int attempt,
        boolean seenClosed, TripHold hold, boolean demanded, boolean hot, boolean answered, long flowsMillis,
        TripOrder wanted) {

    /** No current seems to flow. */
    public static final long NO_FLOW = -1;

    /** That of a policy that has just become known. */
    public static final TripMemento NEW = new TripMemento(
            TripMode.SHADOW, TripPhase.WATCHING, 0, false, false, 0, false, TripHold.NONE, false, false, false, NO_FLOW,
            TripOrder.NOTHING);

    /** Returns the same so much later: what ran down went on running. */
    public TripMemento later(long millis) {
        return new TripMemento(mode, phase, Math.max(0, leftMillis - Math.max(0, millis)), vetoUsed, byHand, attempt,
                seenClosed, hold, demanded, hot, answered, flowsMillis, wanted);
    }
}
