// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.nio.file.Path;
import java.util.List;
import org.evenfloat.contracts.LineRig;
import org.evenfloat.contracts.RelayBusContract;
import org.evenfloat.contracts.RigDevice;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class PtyRelayBusTest extends RelayBusContract {

    @TempDir
    Path folder;

    @Override
    protected LineRig rig(List<RigDevice> devices, LineRoster roster) throws Exception {
        return WireRig.overPty(devices, roster, folder);
    }
}
