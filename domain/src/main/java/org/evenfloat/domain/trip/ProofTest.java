// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

import java.util.Optional;

/**
 * Proves that a breaker opens: each of its relays opens it once, is read back within the same time as in a trip, and is
 * followed by a person who closes it again. It asks no clock and gives no order itself. For one thread.
 */
public final class ProofTest {

    /** So long a person has to close the breaker, or to say whether it has opened. */
    public static final long PATIENCE_MILLIS = 15 * 60_000;

    private final TripTerms terms;
    private ProofPhase phase = ProofPhase.NONE;
    private String by = "";
    private boolean second;
    private boolean taken;
    private long orderedMillis;
    private long untilMillis;
    private long openedMillis;
    private long secondOpenedMillis;
    private TripOrder wanted = TripOrder.NOTHING;
    private Optional<ProofResult> result = Optional.empty();

    public ProofTest(TripTerms terms) {
        this.terms = terms;
    }

    /**
     * Begins.
     *
     * @param who a name
     * @param scene as it is now
     * @return why not, for people; empty when the next step gives the order
     */
    public Optional<String> begin(long nowMillis, String who, TripScene scene) {
        if (who.isBlank()) {
            return Optional.of("by: nothing - the name of who tests it");
        }
        if (phase != ProofPhase.NONE) {
            return Optional.of(by + " is testing it already.");
        }
        if (scene.demanded()) {
            return Optional.of("A trip is demanded: this is no time for a test.");
        }
        if (scene.discharging()) {
            return Optional.of("The string feeds the load, or may do so: a test would take it away.");
        }
        if (terms.statusInput() && scene.sight() != BreakerSight.CLOSED) {
            return Optional.of("Its status input does not say that it is closed: close it first.");
        }
        by = who;
        second = false;
        openedMillis = 0;
        secondOpenedMillis = 0;
        result = Optional.empty();
        order(nowMillis);
        return Optional.empty();
    }

    private void order(long now) {
        phase = ProofPhase.OPENING;
        taken = false;
        orderedMillis = now;
        untilMillis = now + TripSequence.ANSWER_MILLIS;
        wanted = second ? TripOrder.SECOND_RELAY : TripOrder.FIRST_RELAY;
    }

    /** Says how an order went. */
    public void answered(long nowMillis, boolean wasTaken, String why) {
        if (phase != ProofPhase.OPENING || taken) {
            return;
        }
        if (!wasTaken) {
            end(false, relay() + " did not take the order: " + why);
        } else {
            taken = true;
            orderedMillis = nowMillis;
            untilMillis = nowMillis + TripSequence.READ_BACK_MILLIS;
            if (!terms.statusInput()) {
                phase = ProofPhase.ASKING;
                untilMillis = nowMillis + PATIENCE_MILLIS;
            }
        }
    }

    /** Takes a look; returns what to do now. */
    public TripOrder step(long nowMillis, TripScene scene) {
        switch (phase) {
            case OPENING -> opening(nowMillis, scene);
            case CLOSING -> closing(nowMillis, scene);
            case ASKING -> asking(nowMillis);
            case NONE -> { }
        }
        TripOrder order = wanted;
        wanted = TripOrder.NOTHING;
        return order;
    }

    private void opening(long now, TripScene scene) {
        if (scene.sight() == BreakerSight.OPEN) {
            opened(now);
        } else if (now >= untilMillis) {
            end(false, taken ? relay() + " acted, but the status input did not see the breaker open within "
                    + TripSequence.READ_BACK_MILLIS / 1_000 + " s. Check release, auxiliary contact and wires."
                    : relay() + " gave no answer within " + TripSequence.ANSWER_MILLIS / 1_000 + " s.");
        }
    }

    private void opened(long now) {
        long took = Math.max(1, now - orderedMillis);
        if (second) {
            secondOpenedMillis = took;
        } else {
            openedMillis = took;
        }
        phase = ProofPhase.CLOSING;
        untilMillis = now + PATIENCE_MILLIS;
    }

    private void asking(long now) {
        if (now >= untilMillis) {
            end(false, "Nobody said within " + PATIENCE_MILLIS / 60_000 + " min whether the breaker had opened.");
        }
    }

    private void closing(long now, TripScene scene) {
        if (scene.sight() == BreakerSight.CLOSED) {
            closed(now);
        } else if (now >= untilMillis) {
            end(false, "The breaker was not closed again within " + PATIENCE_MILLIS / 60_000 + " min. Close it.");
        }
    }

    private void closed(long now) {
        if (terms.secondRelay() && !second) {
            second = true;
            order(now);
        } else {
            end(true, "");
        }
    }

    /**
     * Takes what a person saw of a breaker without a status input.
     *
     * @return why not, for people; empty when it was asked for
     */
    public Optional<String> saw(long nowMillis, boolean opened) {
        if (phase != ProofPhase.ASKING) {
            return Optional.of("Nobody is asked whether the breaker has opened.");
        }
        if (!opened) {
            end(false, relay() + " acted, and " + by + " did not see the breaker open.");
        } else {
            closed(nowMillis);
        }
        return Optional.empty();
    }

    /** Ends it without a result that counts. */
    public void abort(String why) {
        if (phase != ProofPhase.NONE) {
            end(false, why);
        }
    }

    private String relay() {
        return second ? "The second relay" : "The relay";
    }

    private void end(boolean passed, String why) {
        phase = ProofPhase.NONE;
        wanted = TripOrder.NOTHING;
        result = Optional.of(new ProofResult(
                passed, by, openedMillis, secondOpenedMillis, terms.statusInput(), why));
    }

    /** Returns where it stands. */
    public ProofPhase phase() {
        return phase;
    }

    /** Returns who makes it or has made the last one; empty before the first. */
    public String by() {
        return by;
    }

    /** Returns when a step is due at the latest, ms on the clock of the steps; {@link Long#MAX_VALUE} for never. */
    public long dueMillis() {
        return phase == ProofPhase.NONE ? Long.MAX_VALUE : untilMillis;
    }

    /** Returns how the test ended that has ended since the last call. */
    public Optional<ProofResult> takeResult() {
        Optional<ProofResult> ended = result;
        result = Optional.empty();
        return ended;
    }
}
