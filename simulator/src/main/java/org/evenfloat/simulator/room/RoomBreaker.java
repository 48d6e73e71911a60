// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.evenfloat.domain.topology.RelayPoint;

/**
 * A breaker of the room. Its release acts when one of its relays is energised, however short; then it opens after its
 * opening time and stays open until somebody closes it. Safe for several threads.
 */
final class RoomBreaker {

    /** Usual opening time of a moulded case breaker by its shunt release. */
    private static final long USUAL_MILLIS = 50;

    private static final long NEVER = Long.MAX_VALUE;

    private final Switchgear.Breaker plan;
    private final LongSupplier clockMillis;
    private final Set<RelayPoint> energised = new HashSet<>();
    private long openingMillis = USUAL_MILLIS;
    private long opensAtMillis = NEVER;

    RoomBreaker(Switchgear.Breaker plan, LongSupplier clockMillis) {
        this.plan = plan;
        this.clockMillis = clockMillis;
    }

    Switchgear.Breaker plan() {
        return plan;
    }

    /** Takes notice of a relay; others than its own do not matter. */
    synchronized void relay(RelayPoint relay, boolean isEnergised) {
        boolean own = relay.equals(plan.trip()) || plan.secondTrip().filter(relay::equals).isPresent();
        if (!own) {
            return;
        }
        if (!isEnergised) {
            energised.remove(relay);
            return;
        }
        energised.add(relay);
        if (opensAtMillis == NEVER) {
            opensAtMillis = clockMillis.getAsLong() + openingMillis;
        }
    }

    synchronized boolean isOpen() {
        return clockMillis.getAsLong() >= opensAtMillis;
    }

    /** Opens it by hand. */
    synchronized void open() {
        opensAtMillis = Math.min(opensAtMillis, clockMillis.getAsLong());
    }

    /** Closes it by hand; a release that acts still opens it again. */
    synchronized void close() {
        opensAtMillis = NEVER;
        Set.copyOf(energised).forEach(relay -> relay(relay, true));
    }

    /** Makes it slow. */
    synchronized void openingTime(long millis) {
        openingMillis = millis;
    }

    synchronized void usualOpeningTime() {
        openingMillis = USUAL_MILLIS;
    }
}
