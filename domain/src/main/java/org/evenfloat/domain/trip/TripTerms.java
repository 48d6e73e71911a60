// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

/**
 * The terms of one breaker.
 *
 * @param countdownMillis between demand and order, {@value #SHORTEST_COUNTDOWN_MILLIS} to
 *     {@value #LONGEST_COUNTDOWN_MILLIS} ms
 * @param inDischarge whether it may be opened while its strings feed the load; the site file says who allowed that
 * @param lastString what is done when no other string would be left
 * @param secondRelay whether there is another relay that opens it
 * @param statusInput whether there is an input that tells whether it is open
 */
public record TripTerms(
        long countdownMillis, boolean inDischarge, LastString lastString, boolean secondRelay, boolean statusInput) {

    /** People need a minute to read a message at least. */
    public static final long SHORTEST_COUNTDOWN_MILLIS = 60_000;
    /** The least lead of the guard to 60 °C is about an hour. */
    public static final long LONGEST_COUNTDOWN_MILLIS = 15 * 60_000;

    public TripTerms {
        if (countdownMillis < SHORTEST_COUNTDOWN_MILLIS || countdownMillis > LONGEST_COUNTDOWN_MILLIS) {
            throw new IllegalArgumentException("countdown: " + countdownMillis + " ms - " + SHORTEST_COUNTDOWN_MILLIS
                    + " to " + LONGEST_COUNTDOWN_MILLIS);
        }
    }
}
