// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.List;
import java.util.Set;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;

/**
 * Somebody that the site file knows.
 *
 * @param name what the audit calls it
 * @param networks where it is taken from; empty for anywhere
 * @param view what it sees
 * @param may what it may ask for beside reading
 */
record Client(String name, List<Network> networks, View view, Set<NorthboundOrder.Kind> may) {

    boolean isFrom(byte[] address) {
        if (networks.isEmpty()) {
            return true;
        }
        for (int i = 0; i < networks.size(); i++) {
            if (networks.get(i).contains(address)) {
                return true;
            }
        }
        return false;
    }
}
