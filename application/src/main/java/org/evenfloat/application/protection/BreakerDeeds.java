// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import java.util.Optional;
import org.evenfloat.application.port.out.BreakerAct;
import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.TripMode;

/** What is done to breakers and guards because somebody wants it. Each returns why it was not done, for people. */
public final class BreakerDeeds {

    private final OnGuardThread guard;

    public BreakerDeeds(OnGuardThread guard) {
        this.guard = guard;
    }

    /** Opens a breaker. */
    public Optional<String> trip(String breaker, String who, String reason) {
        return act(breaker, new BreakerAct.Trip(who, BreakerSight.UNKNOWN, reason));
    }

    /** Puts a countdown off. */
    public Optional<String> veto(String breaker, String who, long forMillis, String reason) {
        return act(breaker, new BreakerAct.Veto(who, forMillis, reason));
    }

    /** Lets it watch again. */
    public Optional<String> release(String breaker, String who, String second, String reason) {
        return act(breaker, new BreakerAct.Release(who, second, reason));
    }

    /** Gives it another mode. */
    public Optional<String> mode(String breaker, TripMode mode, String who, String reason) {
        return act(breaker, new BreakerAct.Mode(mode, who, reason));
    }

    private Optional<String> act(String breaker, BreakerAct act) {
        return guard.ask(desk -> desk.act(breaker, act));
    }

    /** Begins a proof test. */
    public Optional<String> prove(String breaker, String who) {
        return guard.ask(desk -> desk.prove(breaker, who));
    }

    /** Takes what a person saw in a proof test. */
    public Optional<String> saw(String breaker, boolean opened) {
        return guard.ask(desk -> desk.saw(breaker, opened));
    }

    /** Ends a proof test. */
    public Optional<String> abandon(String breaker, String who) {
        return guard.ask(desk -> desk.abandon(breaker, who));
    }

    /** Has the guard of a string learn anew. */
    public Optional<String> learnAnew(String string, String who) {
        return guard.ask(desk -> {
            desk.learnAnew(string, who);
            return Optional.empty();
        });
    }
}
