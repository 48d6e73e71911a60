// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.trip;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The policy of one breaker, from a demanded trip to a breaker that is seen open. It asks no clock and gives no order
 * itself: whoever calls it hands over time and scene, and carries out what a step returns. For one thread; a step in
 * which nothing happens allocates nothing.
 *
 * <p>What is not known never opens a breaker and never counts as open: a status input is believed when it has changed
 * from closed to open, or when no current flows besides.
 */
public final class TripSequence {

    /** So long after its relay has acted a breaker must be seen open. */
    public static final long READ_BACK_MILLIS = 2_000;
    /** So long a relay has to take an order. */
    public static final long ANSWER_MILLIS = 5_000;
    /** Between two orders to a breaker that does not open. */
    public static final long AGAIN_MILLIS = 60_000;
    /** So long current may seem to flow through an open breaker: a sweep and a filter. */
    public static final long FLOWS_MILLIS = 60_000;
    /** The longest veto, and the only one. */
    public static final long LONGEST_VETO_MILLIS = 30 * 60_000;

    /** Orders to the first relay alone; the second one takes turns with it from the next on. */
    public static final int FIRST_RELAY_ATTEMPTS = 3;
    private static final long NEVER = Long.MIN_VALUE;

    private final TripTerms terms;
    private final Consumer<TripNotice> notices;
    private TripMode mode = TripMode.SHADOW;
    private TripPhase phase = TripPhase.WATCHING;
    private long untilMillis;
    private boolean vetoUsed;
    private boolean hot;
    private TripHold hold = TripHold.NONE;
    private boolean byHand;
    private boolean demanded;
    private int attempt;
    private boolean seenClosed;
    private boolean done;
    private long flowsSinceMillis = NEVER;
    private TripOrder wanted = TripOrder.NOTHING;

    /** Creates the policy of a breaker that has just become known: in shadow mode, nothing demanded. */
    public TripSequence(TripTerms terms, Consumer<TripNotice> notices) {
        this.terms = terms;
        this.notices = notices;
    }

    /**
     * Takes a look.
     *
     * @param nowMillis on a clock that does not jump; call it often enough for {@link #READ_BACK_MILLIS} while it opens
     * @return what to do now; tell {@link #answered} how that went
     */
    public TripOrder step(long nowMillis, TripScene scene) {
        demanded = scene.demanded();
        hot = scene.hot();
        switch (phase) {
            case WATCHING -> watch(nowMillis);
            case COUNTDOWN -> countDown(nowMillis, scene);
            case VETOED -> vetoed(nowMillis, scene);
            case OPENING -> opening(nowMillis, scene);
            case WOULD_BE_OPEN -> leaveShadow(nowMillis);
            case OPEN -> stayOpen(nowMillis, scene);
            case FAILED -> tryAgain(nowMillis, scene);
        }
        if (scene.sight() == BreakerSight.CLOSED) {
            seenClosed = true;
        }
        TripOrder order = wanted;
        wanted = TripOrder.NOTHING;
        return order;
    }

    private void watch(long now) {
        if (demanded && mode != TripMode.DISARMED) {
            phase = TripPhase.COUNTDOWN;
            untilMillis = now + terms.countdownMillis();
            hold = TripHold.NONE;
            tell(now, TripNews.COUNTDOWN, "");
        }
    }

    private void countDown(long now, TripScene scene) {
        if (!demanded) {
            withdraw(now);
        } else if (now >= untilMillis) {
            due(now, scene);
        }
    }

    private void vetoed(long now, TripScene scene) {
        if (!demanded) {
            withdraw(now);
        } else if (hot || now >= untilMillis) {
            tell(now, TripNews.VETO_OVER, "");
            phase = TripPhase.COUNTDOWN;
            untilMillis = now;
            due(now, scene);
        }
    }

    private void withdraw(long now) {
        hold = TripHold.NONE;
        phase = TripPhase.WATCHING;
        vetoUsed = false;
        tell(now, TripNews.WITHDRAWN, "");
    }

    private void due(long now, TripScene scene) {
        boolean discharging = scene.discharging() && !terms.inDischarge();
        boolean last = scene.last() && terms.lastString() == LastString.KEEP;
        if (discharging || last) {
            TripHold why = discharging ? TripHold.DISCHARGE : TripHold.LAST_STRING;
            if (hold != why) {
                tell(now, discharging ? TripNews.HELD_BY_DISCHARGE : TripNews.HELD_AS_LAST, "");
            }
            hold = why;
        } else if (mode == TripMode.SHADOW) {
            phase = TripPhase.WOULD_BE_OPEN;
            tell(now, TripNews.WOULD_HAVE_OPENED, "");
        } else {
            begin(now, scene.sight());
        }
    }

    private void begin(long now, BreakerSight sight) {
        hold = TripHold.NONE;
        phase = TripPhase.OPENING;
        attempt = 0;
        seenClosed = sight == BreakerSight.CLOSED;
        order(now);
    }

    private void order(long now) {
        attempt++;
        done = false;
        untilMillis = now + ANSWER_MILLIS;
        wanted = terms.secondRelay() && attempt >= FIRST_RELAY_ATTEMPTS && attempt % 2 == 1
                ? TripOrder.SECOND_RELAY : TripOrder.FIRST_RELAY;
        tell(now, TripNews.ORDERED, "");
    }

    /** Says whether the relay has confirmed an order. */
    public void answered(long nowMillis, boolean taken) {
        boolean asked = (phase == TripPhase.OPENING || phase == TripPhase.FAILED) && !done;
        if (!asked) {
            return;
        }
        if (!taken) {
            tell(nowMillis, TripNews.ORDER_LOST, "");
        }
        done = taken;
        if (phase == TripPhase.OPENING) {
            untilMillis = taken ? nowMillis + READ_BACK_MILLIS : nowMillis;
        }
    }

    private void opening(long now, TripScene scene) {
        if (isOpen(scene)) {
            opened(now, TripNews.OPENED, scene);
        } else if (now >= untilMillis) {
            if (done && unseen(scene)) {
                opened(now, TripNews.OPENED_UNSEEN, scene);
            } else if (attempt < FIRST_RELAY_ATTEMPTS) {
                order(now);
            } else {
                phase = TripPhase.FAILED;
                untilMillis = now + AGAIN_MILLIS;
                tell(now, TripNews.FAILED, "");
            }
        }
    }

    /** Returns whether the breaker is open by what is known; a status that was never seen closed needs a witness. */
    private boolean isOpen(TripScene scene) {
        if (terms.statusInput()) {
            return scene.sight() == BreakerSight.OPEN && (seenClosed || scene.current() == CurrentSight.NONE);
        }
        return done && scene.current() == CurrentSight.NONE;
    }

    /** Returns whether nothing contradicts an order that was carried out. */
    private boolean unseen(TripScene scene) {
        return scene.sight() != BreakerSight.CLOSED && scene.current() != CurrentSight.FLOWS;
    }

    private void opened(long now, TripNews how, TripScene scene) {
        phase = TripPhase.OPEN;
        flowsSinceMillis = scene.current() == CurrentSight.FLOWS ? now : NEVER;
        seenClosed = false;
        tell(now, how, "");
    }

    private void leaveShadow(long now) {
        if (!demanded || mode != TripMode.SHADOW) {
            withdraw(now);
        }
    }

    private void stayOpen(long now, TripScene scene) {
        if (scene.sight() == BreakerSight.CLOSED) {
            tell(now, TripNews.CLOSED_AGAIN, "");
            byHand = false;
            phase = TripPhase.WATCHING;
            watch(now);
        } else if (scene.current() != CurrentSight.FLOWS) {
            flowsSinceMillis = NEVER;
        } else if (flowsSinceMillis == NEVER) {
            flowsSinceMillis = now;
        } else if (now - flowsSinceMillis >= FLOWS_MILLIS) {
            tell(now, TripNews.STILL_FLOWS, "");
            phase = TripPhase.FAILED;
            untilMillis = now;
        }
    }

    private void tryAgain(long now, TripScene scene) {
        if (isOpen(scene)) {
            opened(now, TripNews.OPENED, scene);
        } else if (now >= untilMillis && (demanded || byHand)) {
            order(now);
            untilMillis = now + AGAIN_MILLIS;
        }
    }

    /**
     * Opens it because a person wants so, whatever the mode, also in a discharge.
     *
     * @param by a name
     * @return why not, for people; empty when the next step gives the order
     */
    public Optional<String> tripByHand(long nowMillis, String by, BreakerSight sight) {
        if (by.isBlank()) {
            return Optional.of("by: nothing - the name of who opens it");
        }
        if (phase == TripPhase.OPENING || phase == TripPhase.OPEN) {
            return Optional.of("It is " + (phase == TripPhase.OPEN ? "open" : "being opened") + " already.");
        }
        tell(nowMillis, TripNews.BY_HAND, by);
        byHand = true;
        begin(nowMillis, sight);
        return Optional.empty();
    }

    /**
     * Puts a trip off, once, and never while a block is at the temperature of TRIP 2.
     *
     * @param by a name
     * @param forMillis how long, at most {@link #LONGEST_VETO_MILLIS}
     * @return why not, for people; empty when it is put off
     */
    public Optional<String> veto(long nowMillis, String by, long forMillis) {
        if (by.isBlank()) {
            return Optional.of("by: nothing - the name of who puts it off");
        }
        if (forMillis < 1 || forMillis > LONGEST_VETO_MILLIS) {
            return Optional.of("for: " + forMillis + " ms - 1 to " + LONGEST_VETO_MILLIS + " ms");
        }
        if (phase != TripPhase.COUNTDOWN) {
            return Optional.of("There is no countdown to put off.");
        }
        if (hot) {
            return Optional.of("A block is too hot: this trip cannot be put off.");
        }
        if (vetoUsed) {
            return Optional.of("It was put off once already; no trip is put off twice.");
        }
        vetoUsed = true;
        phase = TripPhase.VETOED;
        untilMillis = nowMillis + forMillis;
        tell(nowMillis, TripNews.VETOED, by);
        return Optional.empty();
    }

    /**
     * Lets it watch again after a trip. It closes nothing: a breaker is closed by hand.
     *
     * @param first a name
     * @param second another one
     * @return why not, for people; empty when it watches again
     */
    public Optional<String> release(long nowMillis, String first, String second) {
        if (first.isBlank() || second.isBlank() || first.equals(second)) {
            return Optional.of("by: '" + first + "' and '" + second + "' - the names of two persons");
        }
        if (phase != TripPhase.OPEN && phase != TripPhase.FAILED) {
            return Optional.of("It was not opened.");
        }
        if (demanded) {
            return Optional.of("A trip is still demanded: let the string cool down first.");
        }
        phase = TripPhase.WATCHING;
        byHand = false;
        vetoUsed = false;
        attempt = 0;
        tell(nowMillis, TripNews.RELEASED, first + ", " + second);
        return Optional.empty();
    }

    /** Changes what it may do by itself. An order that is out stays out. */
    public void mode(long nowMillis, TripMode wish) {
        boolean ends = phase == TripPhase.COUNTDOWN || phase == TripPhase.VETOED || phase == TripPhase.WOULD_BE_OPEN;
        if (wish != mode && ends) {
            withdraw(nowMillis);
        }
        mode = wish;
    }

    /** Returns what it may do by itself. */
    public TripMode mode() {
        return mode;
    }

    /** Returns where it stands. */
    public TripPhase phase() {
        return phase;
    }

    /** Returns whether equalizing and boost of its strings must stop. */
    public boolean bypassOff() {
        return phase != TripPhase.WATCHING && phase != TripPhase.WOULD_BE_OPEN && mode != TripMode.SHADOW || byHand;
    }

    /** Returns why a trip that is due is held back. */
    public TripHold hold() {
        return hold;
    }

    /** Returns whether the one veto was used. */
    public boolean vetoUsed() {
        return vetoUsed;
    }

    /**
     * Returns when a step is due at the latest although nothing new is known, ms on the clock of the steps;
     * {@link Long#MAX_VALUE} for never.
     */
    public long dueMillis() {
        return switch (phase) {
            case COUNTDOWN -> hold == TripHold.NONE ? untilMillis : Long.MAX_VALUE;
            case VETOED, OPENING -> untilMillis;
            case FAILED -> demanded || byHand ? untilMillis : Long.MAX_VALUE;
            case OPEN -> flowsSinceMillis == NEVER ? Long.MAX_VALUE : flowsSinceMillis + FLOWS_MILLIS;
            case WATCHING, WOULD_BE_OPEN -> Long.MAX_VALUE;
        };
    }

    /** Returns what is left of countdown or veto, ms; 0 when neither runs. */
    public long leftMillis(long nowMillis) {
        boolean runs = phase == TripPhase.COUNTDOWN || phase == TripPhase.VETOED;
        return runs ? Math.max(0, untilMillis - nowMillis) : 0;
    }

    /** Returns everything it remembers. */
    public TripMemento memento(long nowMillis) {
        long flows = flowsSinceMillis == NEVER ? TripMemento.NO_FLOW : nowMillis - flowsSinceMillis;
        return new TripMemento(mode, phase, Math.max(0, untilMillis - nowMillis), vetoUsed, byHand, attempt, seenClosed,
                hold, demanded, hot, done, flows, wanted);
    }

    /** Goes on exactly from there, as if it had never been away: what is told and ordered from now on is the same. */
    public void resume(long nowMillis, TripMemento kept) {
        mode = kept.mode();
        phase = kept.phase();
        vetoUsed = kept.vetoUsed();
        byHand = kept.byHand();
        attempt = kept.attempt();
        seenClosed = kept.seenClosed();
        untilMillis = nowMillis + kept.leftMillis();
        hold = kept.hold();
        demanded = kept.demanded();
        hot = kept.hot();
        done = kept.answered();
        flowsSinceMillis = kept.flowsMillis() == TripMemento.NO_FLOW ? NEVER : nowMillis - kept.flowsMillis();
        wanted = kept.wanted();
    }

    /** Goes on after a restart. An order that was under way is given once more: a second one does no harm. */
    public void restore(long nowMillis, TripMemento kept) {
        resume(nowMillis, kept);
        untilMillis = nowMillis + Math.min(kept.leftMillis(), Math.max(LONGEST_VETO_MILLIS, terms.countdownMillis()));
        hold = TripHold.NONE;
        flowsSinceMillis = NEVER;
        wanted = TripOrder.NOTHING;
        if (phase == TripPhase.OPENING) {
            attempt = 0;
            order(nowMillis);
        }
    }

    private void tell(long now, TripNews news, String who) {
        notices.accept(new TripNotice(now, news, who, attempt));
    }
}
