// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.northbound.ProtocolStatus;

/**
 * Who has asked: a tally for each client of each address. When there are too many, the one without a connection that has
 * been silent longest is forgotten; while all of them are connected, whoever comes shares one tally with the others.
 */
final class ClientTable {

    private final Map<String, ClientTally> tallies = new HashMap<>();
    private final ClientTally others = new ClientTally("", "others", "");

    /**
     * Returns the tally of a client.
     *
     * @param address where it asks from
     * @param who what the audit calls it
     * @param how over what
     */
    synchronized ClientTally of(String address, String who, String how) {
        String key = address + " " + how + " " + who;
        ClientTally known = tallies.get(key);
        if (known != null) {
            return known;
        }
        if (tallies.size() >= ProtocolStatus.MOST_CLIENTS && !forgetOne()) {
            return others;
        }
        ClientTally fresh = new ClientTally(address, who, how);
        tallies.put(key, fresh);
        return fresh;
    }

    private boolean forgetOne() {
        long now = System.nanoTime();
        ClientTally oldest = null;
        for (ClientTally each : tallies.values()) {
            if (each.connections() == 0 && (oldest == null || each.silentNanos(now) > oldest.silentNanos(now))) {
                oldest = each;
            }
        }
        return oldest != null && tallies.values().remove(oldest);
    }

    /** Returns those who have asked or are connected, the latest first, and all others behind them. */
    synchronized List<ProtocolStatus.Client> told() {
        long now = System.nanoTime();
        List<ClientTally> all = new ArrayList<>(tallies.values());
        all.sort(Comparator.comparingLong(each -> each.silentNanos(now)));
        all.add(others);
        return all.stream().map(each -> each.told(now))
                .filter(client -> client.requests() > 0 || client.connections() > 0).toList();
    }
}
