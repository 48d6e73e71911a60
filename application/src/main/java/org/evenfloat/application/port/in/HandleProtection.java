// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import org.evenfloat.domain.access.Actor;

/**
 * What people do about breakers and their guards. Everything is written down with who, what and why. Each method waits
 * for the guard, 3 s at most, and throws {@link NotAllowed}, {@link WaitsForApproval} or {@link NotWrittenDown}.
 */
public interface HandleProtection {

    /** The longest reason somebody may give. */
    int LONGEST_REASON = 500;

    /**
     * What has become of it.
     *
     * @param done whether it was done
     * @param sentence what was done, or why not and what to do, for people
     */
    record Outcome(boolean done, String sentence) {}

    /**
     * Opens the breaker now, whatever the mode, also in a discharge. One person, who types its id once more.
     *
     * @param confirmed the id of the breaker as typed
     */
    Outcome trip(Actor who, String breaker, String confirmed, String reason);

    /** Puts a countdown off once, for 1 to 30 min. */
    Outcome veto(Actor who, String breaker, int minutes, String reason);

    /** Lets the policy watch again after a trip; always takes a second person. Closes nothing. */
    Outcome release(Actor who, String breaker, String reason);

    /**
     * Lets the policy open the breaker by itself. Needs a proof test that was passed and is not overdue.
     *
     * @param seen how often it would have opened the breaker by the list that was shown
     */
    Outcome arm(Actor who, String breaker, int seen, String reason);

    /** Lets the policy only tell what it would do. */
    Outcome shadow(Actor who, String breaker, String reason);

    /** Lets the policy do nothing. */
    Outcome disarm(Actor who, String breaker, String reason);

    /** Begins a proof test, which opens the breaker. One person, who types its id once more. */
    Outcome prove(Actor who, String breaker, String confirmed);

    /** Says whether a breaker without a status input was seen to open in a proof test. */
    Outcome saw(Actor who, String breaker, boolean opened);

    /** Ends a proof test without a result that counts. */
    Outcome abandon(Actor who, String breaker);

    /** Has the guard of a string learn offsets, references and the normal current anew. */
    Outcome learnAnew(Actor who, String string, String reason);
}
