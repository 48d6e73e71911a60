// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import org.evenfloat.domain.runaway.RunawayFinding;
import org.evenfloat.domain.runaway.RunawayMemento;
import org.evenfloat.domain.runaway.RunawaySample;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripMemento;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripNotice;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripScene;

/**
 * Something that the guard's thread hands over to be kept, told and recorded. Everything that has an influence on a
 * decision is among it, so that the decision can be made once more. Stamps: {@code atMillis} by the wall clock, epoch ms;
 * {@code guardMillis} by the clock of the guard, which goes on over restarts and never jumps.
 */
public sealed interface GuardNote {

    /** Returns when, epoch ms. */
    long atMillis();

    /**
     * The guard of a string took a sample.
     *
     * @param sample what it took; nobody changes it any more; its time is that of the guard's clock
     * @param finding what it says now
     * @param memento everything it remembers now
     * @param changed whether stage, rule or protection have changed, or a sensor has broken
     */
    record Sampled(
            long atMillis, String string, RunawaySample sample, RunawayFinding finding, RunawayMemento memento,
            boolean changed) implements GuardNote {}

    /** Somebody had the guard of a string learn anew, between two samples. */
    record LearnsAnew(long atMillis, long guardMillis, String string, String by) implements GuardNote {}

    /**
     * The policy of a breaker took a look at which something was other than at the look before.
     *
     * @param scene what it saw
     * @param order what it ordered
     * @param after what it remembers now
     */
    record Stepped(
            long atMillis, long guardMillis, String breaker, TripScene scene, TripOrder order, TripMemento after)
            implements GuardNote {}

    /**
     * Somebody, or a relay, told the policy of a breaker something.
     *
     * @param act what
     * @param refused why it was refused, for people; empty when it was done
     * @param after what it remembers now
     */
    record Acted(long atMillis, long guardMillis, String breaker, BreakerAct act, String refused, TripMemento after)
            implements GuardNote {}

    /**
     * The policy of a breaker has something to tell.
     *
     * @param mode what it may do by itself
     * @param text one sentence for people
     */
    record Told(long atMillis, String breaker, TripNotice notice, TripMode mode, String text) implements GuardNote {}

    /** A proof test has ended. */
    record Proved(long atMillis, String breaker, ProofResult result) implements GuardNote {}
}
