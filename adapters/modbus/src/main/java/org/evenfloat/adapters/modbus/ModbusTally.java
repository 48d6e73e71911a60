// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.evenfloat.application.northbound.ProtocolStatus;

/** Counts what the server does, for people. Safe for several threads. */
public final class ModbusTally {

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final AtomicLong closedBroken = new AtomicLong();
    private final AtomicReference<Wrong> last = new AtomicReference<>(new Wrong("", 0));
    private final ClientTable clients = new ClientTable();

    private record Wrong(String text, long atNanos) {}

    ClientTable clients() {
        return clients;
    }

    void answered(ClientTally client, long some, long withException, long nowNanos) {
        client.answered(some, withException, nowNanos);
        requests.addAndGet(some);
        refused.addAndGet(withException);
    }

    void connected(ClientTally client) {
        client.connected(1);
        connections.incrementAndGet();
    }

    void disconnected(ClientTally client) {
        client.connected(-1);
        connections.decrementAndGet();
    }

    void turnedAway(String why) {
        turnedAway.incrementAndGet();
        wrong(why);
    }

    void broken(String why) {
        closedBroken.incrementAndGet();
        wrong(why);
    }

    private void wrong(String text) {
        last.set(new Wrong(text, System.nanoTime()));
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
        return last.get().text();
    }

    /** Returns the same with how long ago it was. */
    public Optional<ProtocolStatus.Trouble> trouble() {
        Wrong wrong = last.get();
        return wrong.text().isEmpty() ? Optional.empty() : Optional.of(new ProtocolStatus.Trouble(
                wrong.text(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - wrong.atNanos())));
    }
}
