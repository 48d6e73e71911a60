// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

import java.util.List;

/**
 * What is remembered of a breaker over restarts, newest first.
 *
 * @param deeds what its policy has done, or would have done in shadow mode; at most {@value #MOST_DEEDS}
 * @param proofs proof tests; at most {@value #MOST_PROOFS}
 */
public record BreakerPast(List<Deed> deeds, List<Proof> proofs) {

    public static final int MOST_DEEDS = 200;
    public static final int MOST_PROOFS = 50;

    /**
     * Something that happened.
     *
     * @param atMillis when, epoch ms
     * @param news what
     * @param mode what the policy was allowed to do by itself then
     * @param who persons that did it; empty for the policy itself
     * @param attempt number of the order, from 1; 0 before the first
     * @param text one sentence for people, with block, value and limit where there are some
     */
    public record Deed(long atMillis, TripNews news, TripMode mode, String who, int attempt, String text) {}

    /**
     * A proof test.
     *
     * @param atMillis when it ended, epoch ms
     * @param result how
     */
    public record Proof(long atMillis, ProofResult result) {}

    public BreakerPast {
        deeds = List.copyOf(deeds);
        proofs = List.copyOf(proofs);
    }

    /** Returns how many times it would have been opened in shadow mode, of those that are remembered. */
    public int wouldHaveOpened() {
        return (int) deeds.stream().filter(deed -> deed.news() == TripNews.WOULD_HAVE_OPENED).count();
    }

    /** Returns when the last proof test was passed, epoch ms; 0 for never. */
    public long lastPassedMillis() {
        return proofs.stream().filter(proof -> proof.result().passed()).mapToLong(Proof::atMillis).max().orElse(0);
    }
}
