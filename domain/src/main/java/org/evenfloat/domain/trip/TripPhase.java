// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/** Where a breaker's policy stands. */
public enum TripPhase {
    /** Nothing is demanded. */
    WATCHING,
    /** A trip is demanded; people have time to look, or it is due and held back. */
    COUNTDOWN,
    /** A person has put it off. */
    VETOED,
    /** The order is out and the breaker is not yet seen open. */
    OPENING,
    /** In shadow mode: the breaker would be open now. */
    WOULD_BE_OPEN,
    /** It has been opened and stays so until two persons release it. */
    OPEN,
    /** It did not open; the order is repeated for as long as the trip is demanded. */
    FAILED
}
