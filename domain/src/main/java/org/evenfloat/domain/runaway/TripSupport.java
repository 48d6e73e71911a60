// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** What supports the blocks that hold a vote for a trip. A single sensor is believed only with other evidence. */
final class TripSupport {

    private final RunawayConstants.Limits limits;
    private final Temperatures now;
    private final TemperatureSense sense;
    private final SagEstimate sag;
    private int blocks;
    private int decisive;

    TripSupport(RunawayConstants.Limits limits, Temperatures now, TemperatureSense sense, SagEstimate sag) {
        this.limits = limits;
        this.now = now;
        this.sense = sense;
        this.sag = sag;
    }

    /** Looks at one rule. A block whose reading is bad supports nobody by itself. */
    Confirmation look(VoteColumn votes, boolean currentRisen) {
        blocks = 0;
        decisive = -1;
        boolean anyGood = false;
        Confirmation found = Confirmation.NONE;
        for (int i = 0; i < now.rise.length; i++) {
            if (votes.holds(i)) {
                blocks++;
                anyGood |= sense.good(i);
                decisive = decisive < 0 || !(now.rise[i] <= now.rise[decisive]) && !sense.blind(i) ? i : decisive;
                if (found == Confirmation.NONE && sense.good(i)) {
                    found = single(i, currentRisen);
                }
            }
        }
        return blocks >= limits.severalBlocks() && anyGood ? Confirmation.SEVERAL_BLOCKS : found;
    }

    private Confirmation single(int block, boolean currentRisen) {
        double excess = now.excess(block);
        double sagged = sag.kelvin(block);
        double neighbour = now.neighbourExcess(block);
        // a string of one block is always its own median: there only the current is a second witness
        boolean hasMedian = now.rise.length > 1 || currentRisen;
        if (excess <= limits.wholeExcessKelvin() && hasMedian) {
            return Confirmation.WHOLE_STRING;
        }
        if (now.rise.length == 1) {
            return Confirmation.NONE;
        }
        if (sagged >= limits.sagShare() * excess) {
            return Confirmation.SAG;
        }
        boolean warmed = neighbour >= limits.neighbourShare() * excess + limits.neighbourKelvin();
        return warmed && sagged >= limits.neighbourSagShare() * excess ? Confirmation.NEIGHBOUR : Confirmation.NONE;
    }

    /** Returns how many blocks hold the vote. */
    int blocks() {
        return blocks;
    }

    /** Returns the hottest of them; -1 when none does. */
    int decisive() {
        return decisive;
    }
}
