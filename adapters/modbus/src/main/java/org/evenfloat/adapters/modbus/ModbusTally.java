// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.evenfloat.application.northbound.ClientTable;
import org.evenfloat.application.northbound.ClientTally;
import org.evenfloat.application.northbound.LastTrouble;
import org.evenfloat.application.northbound.ProtocolStatus;

/** Counts what the server does, for people. Safe for several threads. */
public final class ModbusTally {

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final AtomicLong closedBroken = new AtomicLong();
    private final LastTrouble last = new LastTrouble();
    private final ClientTable clients = new ClientTable();

    /** Returns the tally of a client; see {@link ClientTable#of}. */
    ClientTally client(String address, String who, String how) {
        return clients.of(address, who, how, System.nanoTime());
    }

    void answered(ClientTally client, long some, long withException, long nowNanos) {
        client.answered(some, withException, nowNanos);
        requests.addAndGet(some);
        refused.addAndGet(withException);
    }

    void connected(ClientTally client) {
        client.connected();
        connections.incrementAndGet();
    }

    void disconnected(ClientTally client) {
        client.disconnected();
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
        last.happened(text, System.nanoTime());
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

    /** Returns who has asked or is connected, the latest first. */
    public List<ProtocolStatus.Client> clients() {
        return clients.told(System.nanoTime());
    }

    /** Returns the last thing that went wrong, for people; empty for nothing. */
    public String lastError() {
        return last.text();
    }

    /** Returns the same with how long ago it was. */
    public Optional<ProtocolStatus.Trouble> trouble() {
        return last.told(System.nanoTime());
    }
}
