// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.relay;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.application.port.out.RelayOrder;
import org.evenfloat.application.port.out.RelayOrder.Action;
import org.evenfloat.domain.topology.RelayModule;
import org.evenfloat.domain.topology.RelayModule.Mode;
import org.evenfloat.domain.topology.RelayModule.Relay;
import org.evenfloat.domain.topology.RelayPoint;
import org.evenfloat.domain.topology.RelayUse;
import org.evenfloat.domain.topology.Site;

/** Switches the relays of a site by name, each for the one use it is bound to. Safe for several threads; never waits. */
public final class RelaySwitch {

    private final Site site;
    private final RelayUse use;
    private final Function<String, RelayBus> busOf;
    private final Consumer<String> wake;

    /**
     * @param use which relays are bound
     * @param busOf gives the relays of a line by its id
     * @param wake lets the thread that owns a line attend to an order; never waits
     */
    public RelaySwitch(Site site, RelayUse use, Function<String, RelayBus> busOf, Consumer<String> wake) {
        this.site = site;
        this.use = use;
        this.busOf = busOf;
        this.wake = wake;
    }

    /**
     * Energises a relay, for its pulse or until it is released.
     *
     * @param user for what: a bound relay does it for its own use only, such as {@code breaker Q1}
     * @return the answer, in {@value RelayBus#PATIENCE_MILLIS} ms at most; never completed exceptionally
     * @throws IllegalArgumentException when the site has no such relay
     */
    public CompletableFuture<RelayAnswer> energise(RelayPoint point, String user) {
        Relay relay = relay(point);
        return relay.mode() == Mode.PULSE ? order(point, user, Action.PULSE, relay.pulseMillis())
                : order(point, user, Action.ON, 0);
    }

    /** Releases a relay; the same otherwise. */
    public CompletableFuture<RelayAnswer> release(RelayPoint point, String user) {
        relay(point);
        return order(point, user, Action.OFF, 0);
    }

    private Relay relay(RelayPoint point) {
        return site.relayModule(point.module()).flatMap(module -> module.relay(point.relay()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "relay: " + point + " - a relay in relay-modules of the site file"));
    }

    private CompletableFuture<RelayAnswer> order(RelayPoint point, String user, Action action, int pulseMillis) {
        Optional<String> other = use.userOf(point).filter(bound -> !bound.equals(user));
        if (other.isPresent()) {
            return CompletableFuture.completedFuture(new RelayAnswer(Outcome.REFUSED, 0,
                    "Relay " + point + " belongs to " + other.get() + "; give " + user + " another one"));
        }
        RelayModule module = site.relayModule(point.module()).orElseThrow();
        String line = module.address().line();
        CompletableFuture<RelayAnswer> answer = busOf.apply(line).order(
                new RelayOrder(module.address().number(), point.relay(), action, pulseMillis));
        wake.accept(line);
        return answer.thenApply(told -> told.done() ? told
                : new RelayAnswer(told.outcome(), 0, "Relay " + point + ": " + told.why()));
    }
}
