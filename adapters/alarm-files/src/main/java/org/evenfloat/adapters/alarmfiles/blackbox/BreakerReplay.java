// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.port.out.BreakerAct;
import org.evenfloat.domain.trip.TripMemento;
import org.evenfloat.domain.trip.TripNotice;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripSequence;
import org.evenfloat.domain.trip.TripTerms;

/** Lets the policy of a breaker decide once more, of the looks and acts of a black box. */
final class BreakerReplay {

    private final TripTerms terms;
    private final Deque<TripNotice> then = new ArrayDeque<>();
    private final Deque<TripNotice> now = new ArrayDeque<>();
    private TripSequence sequence;
    private long adoptedMillis;

    BreakerReplay(TripTerms terms) {
        this.terms = terms;
    }

    /** Begins anew: what comes next is no continuation of what was before. */
    void begin() {
        sequence = null;
        then.clear();
        now.clear();
    }

    /** Returns what was told then and not now, or the other way round, when nothing more is to come. */
    Optional<String> left() {
        if (!then.isEmpty()) {
            return Optional.of(then.peek().news() + " was told then and is not told now");
        }
        return now.isEmpty() ? Optional.empty() : Optional.of(now.peek().news() + " is told now and was not told then");
    }

    /** Returns whether there is something to go on from. */
    boolean replays() {
        return sequence != null;
    }

    private void adopt(long guardMillis, TripMemento kept) {
        sequence = new TripSequence(terms, notice -> {
            if (notice.atMillis() > adoptedMillis) {
                now.add(notice);
            }
        });
        sequence.resume(guardMillis, kept);
        adoptedMillis = guardMillis;
    }

    /** Goes on from what it remembered, or compares with it; returns what is other. */
    Optional<String> state(long guardMillis, TripMemento kept) {
        if (sequence == null) {
            adopt(guardMillis, kept);
            return Optional.empty();
        }
        return compare(guardMillis, kept);
    }

    private Optional<String> compare(long guardMillis, TripMemento kept) {
        TripMemento memento = sequence.memento(guardMillis);
        return memento.equals(kept) ? Optional.empty()
                : Optional.of(GuardReplay.difference(RecordText.of(kept), RecordText.of(memento)));
    }

    /** Takes a look once more; returns what is other. */
    Optional<String> look(long guardMillis, TapeDetails.Look look, TripMemento after) {
        if (sequence == null) {
            adopt(guardMillis, after);
            return Optional.empty();
        }
        TripOrder order = sequence.step(guardMillis, look.scene());
        return order == look.order() ? compare(guardMillis, after)
                : Optional.of("order was " + look.order() + " and is " + order);
    }

    /** Does once more what somebody did; returns what is other. */
    Optional<String> act(long guardMillis, Map<String, String> texts, TripMemento after) throws IOException {
        BreakerAct act = TapeDetails.act(texts);
        if (sequence == null) {
            adopt(guardMillis, after);
            return Optional.empty();
        }
        Optional<String> refused = Optional.empty();
        if (act instanceof BreakerAct.Mode mode) {
            sequence.mode(guardMillis, mode.mode());
        } else if (act instanceof BreakerAct.Veto veto) {
            refused = sequence.veto(guardMillis, veto.who(), veto.forMillis());
        } else if (act instanceof BreakerAct.Trip trip) {
            refused = sequence.tripByHand(guardMillis, trip.who(), trip.sight());
        } else if (act instanceof BreakerAct.Release release) {
            refused = sequence.release(guardMillis, release.who(), release.second());
        } else if (act instanceof BreakerAct.Answered answered) {
            sequence.answered(guardMillis, answered.taken());
        }
        String then = texts.getOrDefault("refused", "");
        return refused.orElse("").equals(then) ? compare(guardMillis, after)
                : Optional.of(then.isEmpty() ? "it was done then and is refused now: " + refused.orElse("")
                        : "it was refused then (" + then + ") and is done or refused otherwise now");
    }

    /** Compares what was told then; returns what is other. */
    Optional<String> told(TripNotice notice) {
        if (sequence == null || notice.atMillis() <= adoptedMillis) {
            return Optional.empty();
        }
        then.add(notice);
        while (!then.isEmpty() && !now.isEmpty()) {
            TripNotice was = then.poll();
            TripNotice is = now.poll();
            if (!was.equals(is)) {
                return Optional.of(GuardReplay.difference(RecordText.of(was), RecordText.of(is)));
            }
        }
        return Optional.empty();
    }
}
