// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import org.evenfloat.domain.trip.LastString;
import org.evenfloat.domain.trip.TripTerms;

/**
 * What the site file says of the policy of a breaker.
 *
 * @param countdownMillis between demand and order
 * @param lastString what is done when no other string would be left
 * @param allowedInDischarge who has allowed to open it while its strings feed the load, and when, for people; empty for
 *     nobody, and then it is not
 * @param proofIntervalMillis how long a passed proof test counts
 */
public record BreakerTerms(
        long countdownMillis, LastString lastString, String allowedInDischarge, long proofIntervalMillis) {

    /** Five minutes: time to read, to look, to veto. */
    public static final long COUNTDOWN_MILLIS = 5 * 60_000;
    /** A year, the longest interval that inspectors of batteries usually accept. */
    public static final long PROOF_INTERVAL_MILLIS = 365L * 24 * 3_600_000;

    /** What counts for a breaker of which the site file says nothing. */
    public static final BreakerTerms STANDARD =
            new BreakerTerms(COUNTDOWN_MILLIS, LastString.OPEN, "", PROOF_INTERVAL_MILLIS);

    /** Returns whether it may be opened while its strings feed the load. */
    public boolean inDischarge() {
        return !allowedInDischarge.isEmpty();
    }

    /** Returns these terms for a breaker that is wired so. */
    public TripTerms wired(boolean secondRelay, boolean statusInput) {
        return new TripTerms(countdownMillis, inDischarge(), lastString, secondRelay, statusInput);
    }
}
