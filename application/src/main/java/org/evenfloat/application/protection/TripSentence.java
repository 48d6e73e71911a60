// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.List;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.domain.topology.Breaker;
import org.evenfloat.domain.trip.TripNotice;
import org.evenfloat.domain.trip.TripSequence;
import org.evenfloat.domain.trip.TripTerms;

/** Says what the policy of a breaker does in one sentence, with block, value, limit, and what to do. */
final class TripSentence {

    private final Breaker breaker;
    private final TripTerms terms;
    private String lastAnswer = "";

    TripSentence(Breaker breaker, TripTerms terms) {
        this.breaker = breaker;
        this.terms = terms;
    }

    /** Remembers what a relay said to the last order. */
    void answer(RelayAnswer answer) {
        lastAnswer = answer.why();
    }

    /** Returns what a notice says. */
    String of(TripNotice notice, List<ProtectedString> strings) {
        String name = "Breaker " + breaker.id();
        String why = why(strings);
        String who = notice.who();
        return switch (notice.news()) {
            case COUNTDOWN -> name + " opens in " + minutes(terms.countdownMillis()) + why
                    + ". Equalizing of its strings is off. Go and look; a named person may put it off once.";
            case WITHDRAWN -> name + ": the trip is not demanded any more.";
            case VETOED -> name + ": " + who + " has put the trip off" + why + ".";
            case VETO_OVER -> name + ": the veto is over" + why + ".";
            case HELD_BY_DISCHARGE -> name + " should open now" + why + ", but its string feeds the load, or nobody can tell"
                    + " whether it does. It opens as soon as the discharge ends; open it by hand if fire is the greater"
                    + " danger.";
            case HELD_AS_LAST -> name + " should open now" + why + ", but no other string would be left to the load, and the"
                    + " site file keeps the last one. Open it by hand if fire is the greater danger.";
            case ORDERED -> name + ": order " + notice.attempt() + " to open it"
                    + (breaker.secondTrip().isPresent() ? " (" + relay(notice) + ")" : "") + why + ".";
            case ORDER_LOST -> name + ": order " + notice.attempt() + " was not taken"
                    + (lastAnswer.isEmpty() ? "." : ": " + lastAnswer + ".");
            case OPENED -> name + " is open" + why + ". It stays open until two persons release it.";
            case OPENED_UNSEEN -> name + ": its relay has acted, but neither a status input nor the current proves that"
                    + " it is open. Go and look.";
            case FAILED -> name + " DID NOT OPEN after " + notice.attempt() + " orders" + why
                    + ". Open it by hand at once, or switch the charger off; the order is repeated every minute.";
            case STILL_FLOWS -> name + " seems open, but current still flows. Open it by hand at once.";
            case WOULD_HAVE_OPENED -> name + " would have been opened now" + why + "; it is in shadow mode.";
            case CLOSED_AGAIN -> name + " was closed before it was released.";
            case BY_HAND -> name + ": " + who + " has it opened.";
            case RELEASED -> name + ": released by " + who.replace(", ", " and ") + "; it watches again.";
        };
    }

    private String relay(TripNotice notice) {
        boolean second = terms.secondRelay() && notice.attempt() >= TripSequence.FIRST_RELAY_ATTEMPTS
                && notice.attempt() % 2 == 1;
        return "relay " + (second ? breaker.secondTrip().orElseThrow() : breaker.trip());
    }

    /** Begins with a space or a comma, so that it can stand in a sentence; empty when nobody demands it. */
    private static String why(List<ProtectedString> strings) {
        for (ProtectedString string : strings) {
            if (string.demandsTrip()) {
                return ": " + RunawaySentence.of(string.string(), string.finding());
            }
        }
        return "";
    }

    static String minutes(long millis) {
        return millis % 60_000 == 0 ? millis / 60_000 + " min" : millis / 1_000 + " s";
    }
}
