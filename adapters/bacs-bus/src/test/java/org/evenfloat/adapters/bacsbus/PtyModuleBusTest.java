// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.nio.file.Path;
import java.util.List;
import org.evenfloat.contracts.LineRig;
import org.evenfloat.contracts.ModuleBusContract;
import org.evenfloat.contracts.RigDevice;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
@EnabledOnOs(OS.LINUX)
final class PtyModuleBusTest extends ModuleBusContract {

    @TempDir
    Path folder;

    @Override
    protected LineRig rig(List<RigDevice> devices, LineRoster roster) throws Exception {
        return WireRig.overPty(devices, roster, folder);
    }
}
