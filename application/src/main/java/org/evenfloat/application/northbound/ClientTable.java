// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has asked a protocol: a tally for each client of each address. When there are too many, the one without a
 * connection that has been silent longest is forgotten; while all of them are connected, whoever comes shares one tally
 * with the others. Safe for several threads; all times are of one clock that never jumps, ns.
 */
public final class ClientTable {

    private final Map<String, ClientTally> tallies = new HashMap<>();
    private final ClientTally others = new ClientTally("", "others", "");

    /**
     * Returns the tally of a client.
     *
     * @param address where it asks from
     * @param who what the audit calls it
     * @param how over what, or by which version
     * @param nowNanos the time
     */
    public synchronized ClientTally of(String address, String who, String how, long nowNanos) {
        String key = address + " " + how + " " + who;
        ClientTally known = tallies.get(key);
        if (known != null) {
            return known;
        }
        if (tallies.size() >= ProtocolStatus.MOST_CLIENTS && !forgetOne(nowNanos)) {
            return others;
        }
        ClientTally fresh = new ClientTally(address, who, how);
        tallies.put(key, fresh);
        return fresh;
    }

    private boolean forgetOne(long nowNanos) {
        ClientTally oldest = null;
        for (ClientTally each : tallies.values()) {
            if (each.connections() == 0
                    && (oldest == null || each.silentNanos(nowNanos) > oldest.silentNanos(nowNanos))) {
                oldest = each;
            }
        }
        return oldest != null && tallies.values().remove(oldest);
    }

    /**
     * Returns those who have asked or are connected, the latest first, and all others behind them.
     *
     * @param nowNanos the time
     */
    public synchronized List<ProtocolStatus.Client> told(long nowNanos) {
        List<ClientTally> all = new ArrayList<>(tallies.values());
        all.sort(Comparator.comparingLong(each -> each.silentNanos(nowNanos)));
        all.add(others);
        return all.stream().map(each -> each.told(nowNanos))
                .filter(client -> client.requests() > 0 || client.connections() > 0).toList();
    }
}
