// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import java.util.Optional;
import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.CurrentSight;
import org.evenfloat.domain.trip.ProofPhase;
import org.evenfloat.domain.trip.TripHold;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripPhase;
import org.evenfloat.domain.trip.TripTerms;

/** Looks at what protects the strings from a thermal runaway, as it was after the guard's last look. Never waits. */
public interface ViewProtection {

    /**
     * The guard of a string.
     *
     * @param string id of the string
     * @param breaker id of the breaker that disconnects it; empty when it has none, and then it is only told
     * @param finding what the guard says and the numbers that decided
     * @param steppedAtMillis when it took its last sample, epoch ms; 0 before the first
     * @param equalizingStopped whether it has the equalizing of the string stopped
     * @param learntBy who had it learnt anew; empty when nobody did
     * @param silentSensors of the broken sensors of the finding those that are told elsewhere: block sensors whose module
     *     said nothing in the last sample, and the air sensor when no module said anything
     */
    record GuardedString(
            String string, String breaker, RunawayFinding finding, long steppedAtMillis, boolean equalizingStopped,
            String learntBy, int silentSensors) {

        /** Returns how many sensors, that of the air included, say something and are not believed. */
        public int unbelievedSensors() {
            return finding.faultySensors().size() + (finding.ambientFaulty() ? 1 : 0) - silentSensors;
        }
    }

    /**
     * The policy of a breaker.
     *
     * @param breaker its id
     * @param strings ids of the strings that it disconnects
     * @param mode what it may do by itself
     * @param phase where it stands
     * @param leftMillis what is left of countdown or veto, ms of the server's clock at {@code atMillis}; 0 when neither runs
     * @param atMillis when this was so, epoch ms
     * @param vetoUsed whether the one veto was used
     * @param hot whether a block is so hot that nobody may put the trip off
     * @param hold why a trip that is due is held back
     * @param sight what its status input shows
     * @param current whether current flows through its strings
     * @param last whether no other string of the battery would be left to the load
     * @param terms its terms
     * @param allowedInDischarge who has allowed it to be opened while its strings feed the load, and when; empty for nobody
     * @param cannotTrip why it could not be opened now, a sentence each; empty when it could
     * @param proof where a proof test stands
     * @param proofBy who makes it or has made the last one since the start; empty for nobody
     * @param proofDueMillis when the next proof test is due, epoch ms; 0 when none was ever passed
     */
    record GuardedBreaker(
            String breaker, List<String> strings, TripMode mode, TripPhase phase, long leftMillis, long atMillis,
            boolean vetoUsed, boolean hot, TripHold hold, BreakerSight sight, CurrentSight current, boolean last,
            TripTerms terms, String allowedInDischarge, List<String> cannotTrip, ProofPhase proof, String proofBy,
            long proofDueMillis) {

        public GuardedBreaker {
            strings = List.copyOf(strings);
            cannotTrip = List.copyOf(cannotTrip);
        }
    }

    /**
     * How far the blocks of a string are above the air around them, for a picture. Shapes: one entry per block in string
     * order; {@link Integer#MIN_VALUE} where nothing that counts is known.
     *
     * @param string id of the string
     * @param atMillis when the sample was taken, epoch ms
     * @param riseHundredths rise above the air reference, 0.01 K
     * @param celsiusHundredths temperature as read, 0.01 °C
     * @param referenceHundredths the air reference, 0.01 °C
     * @param warnHundredths limit of a warning now, 0.01 K
     * @param alarmHundredths limit of an alarm now, 0.01 K
     * @param tripHundredths limit of TRIP 1 now, 0.01 K
     */
    record BlockRises(
            String string, long atMillis, int[] riseHundredths, int[] celsiusHundredths, int referenceHundredths,
            int warnHundredths, int alarmHundredths, int tripHundredths) {}

    /** Returns the guard of every string, in the order of the site. */
    List<GuardedString> strings();

    /** Returns the policy of every breaker, in the order of the site file. */
    List<GuardedBreaker> breakers();

    /** Returns the rises of the blocks of a string in its last sample; empty when there is no such string or sample. */
    Optional<BlockRises> rises(String string);

    /** Returns what is remembered of a breaker, newest first; empty when there is no such breaker. */
    Optional<BreakerPast> past(String breaker);
}
