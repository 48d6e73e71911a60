// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenfloat.application.port.out.BreakerAct;
import org.evenfloat.domain.trip.ProofResult;
import org.evenfloat.domain.trip.TripOrder;
import org.evenfloat.domain.trip.TripScene;

/** Says what the policy of a breaker saw, ordered and was told. */
final class BreakerStory {

    private TripScene before;

    void begin() {
        before = null;
    }

    /** Returns a sentence about what a look saw that is other than before, and about its order. */
    List<String> look(String breaker, TapeDetails.Look look) {
        List<String> sentences = new ArrayList<>();
        TripScene scene = look.scene();
        List<String> seen = new ArrayList<>();
        boolean first = before == null;
        add(seen, first || scene.demanded() != before.demanded(),
                scene.demanded() ? "a trip is demanded" : "no trip is demanded");
        add(seen, first ? scene.hot() : scene.hot() != before.hot(),
                scene.hot() ? "a block is too hot for a veto" : "no block is too hot for a veto any more");
        add(seen, first ? scene.discharging() : scene.discharging() != before.discharging(),
                scene.discharging() ? "its string feeds the load, or may do so" : "its string does not feed the load");
        add(seen, first ? scene.last() : scene.last() != before.last(),
                scene.last() ? "no other string would be left" : "another string would be left");
        add(seen, first || scene.sight() != before.sight(), "its status input says " + scene.sight());
        add(seen, first || scene.current() != before.current(), switch (scene.current()) {
            case FLOWS -> "current flows";
            case NONE -> "no current flows";
            case UNKNOWN -> "nobody knows whether current flows";
        });
        if (!seen.isEmpty()) {
            sentences.add("Breaker " + breaker + ": " + String.join(", ", seen) + ".");
        }
        if (look.order() != TripOrder.NOTHING) {
            sentences.add("Breaker " + breaker + ": order to its "
                    + (look.order() == TripOrder.FIRST_RELAY ? "first" : "second") + " relay.");
        }
        before = scene;
        return sentences;
    }

    private static void add(List<String> into, boolean isNew, String text) {
        if (isNew) {
            into.add(text);
        }
    }

    static String act(String breaker, BreakerAct act, String refused) {
        String name = "breaker " + breaker;
        String what;
        if (act instanceof BreakerAct.Mode mode) {
            what = mode.who() + " has " + name + " " + mode.mode().name().toLowerCase(Locale.ROOT)
                    + because(mode.reason());
        } else if (act instanceof BreakerAct.Veto veto) {
            what = veto.who() + " puts the trip of " + name + " off for " + veto.forMillis() / 60_000 + " min"
                    + because(veto.reason());
        } else if (act instanceof BreakerAct.Trip trip) {
            what = trip.who() + " has " + name + " opened" + because(trip.reason());
        } else if (act instanceof BreakerAct.Release release) {
            what = release.who() + " and " + release.second() + " release " + name + because(release.reason());
        } else {
            BreakerAct.Answered answered = (BreakerAct.Answered) act;
            what = "The relay of " + name + (answered.taken() ? " has taken the order"
                    : " has not taken the order: " + answered.why());
        }
        return what + (refused.isEmpty() ? "." : "; refused: " + refused);
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    static String proof(String breaker, ProofResult result) {
        return "Proof test of breaker " + breaker + " by " + result.by()
                + (result.passed() ? ": passed, open after " + result.openedMillis() + " ms." : ": failed. " + result.why());
    }
}
