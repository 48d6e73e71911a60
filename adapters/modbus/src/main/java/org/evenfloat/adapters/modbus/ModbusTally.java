// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Counts what the server does, for people. Safe for several threads. */
public final class ModbusTally {

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final AtomicLong closedBroken = new AtomicLong();
    private final AtomicReference<String> lastError = new AtomicReference<>("");

    void answered(long some, long withException) {
        requests.addAndGet(some);
        refused.addAndGet(withException);
    }

    void connected() {
        connections.incrementAndGet();
    }

    void disconnected() {
        connections.decrementAndGet();
    }

    void turnedAway(String why) {
        turnedAway.incrementAndGet();
        lastError.set(why);
    }

    void broken(String why) {
        closedBroken.incrementAndGet();
        lastError.set(why);
    }

    /** Returns requests that were answered since the start, exceptions among them. */
    public long requests() {
        return requests.get();
    }

    /** Returns requests that were answered with an exception. */
    public long refused() {
        return refused.get();
    }

    /** Returns TCP clients that are connected. */
    public long connections() {
        return connections.get();
    }

    /** Returns connections that were not taken. */
    public long turnedAway() {
        return turnedAway.get();
    }

    /** Returns connections that were closed because of what came over them, or did not. */
    public long closedBroken() {
        return closedBroken.get();
    }

    /** Returns the last thing that went wrong, for people; empty for nothing. */
    public String lastError() {
        return lastError.get();
    }
}
