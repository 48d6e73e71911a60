// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/** What there is to tell of a breaker's policy. */
public enum TripNews {
    /** A trip is demanded: the countdown runs, equalizing is off, the charger is asked to leave boost. */
    COUNTDOWN,
    /** It is not demanded any more. */
    WITHDRAWN,
    /** A person has put it off. */
    VETOED,
    /** The veto is over, because its time has run out or a block got too hot. */
    VETO_OVER,
    /** It is due and held back, because the string feeds the load. */
    HELD_BY_DISCHARGE,
    /** It is due and held back, because it would take the last string. */
    HELD_AS_LAST,
    /** An order to a relay is given. */
    ORDERED,
    /** The relay has not taken the order. */
    ORDER_LOST,
    /** The breaker is seen open. */
    OPENED,
    /** The order was carried out; nothing tells whether the breaker is open. */
    OPENED_UNSEEN,
    /** The breaker did not open. */
    FAILED,
    /** It was opened, and current flows all the same. */
    STILL_FLOWS,
    /** In shadow mode: it would have been opened. */
    WOULD_HAVE_OPENED,
    /** Somebody has closed it before it was released. */
    CLOSED_AGAIN,
    /** A person has it opened. */
    BY_HAND,
    /** Two persons have released it. */
    RELEASED
}
