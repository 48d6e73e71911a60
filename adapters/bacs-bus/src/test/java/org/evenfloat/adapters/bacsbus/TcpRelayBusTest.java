// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.List;
import org.evenfloat.contracts.LineRig;
import org.evenfloat.contracts.RelayBusContract;
import org.evenfloat.contracts.RigDevice;
import org.evenfloat.domain.topology.LineRoster;

final class TcpRelayBusTest extends RelayBusContract {

    @Override
    protected LineRig rig(List<RigDevice> devices, LineRoster roster) throws Exception {
        return WireRig.overTcp(devices, roster);
    }
}
