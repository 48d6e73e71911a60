// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.function.Supplier;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.domain.topology.LineRoster;

/** Makes the buses of the lines in the site file. */
public final class ModuleBuses {

    /** Version of the protocol that is spoken (docs/module-bus.md). */
    public static final int PROTOCOL_VERSION = 1;

    private ModuleBuses() {}

    /**
     * Returns the bus of a line. The port itself is opened by the first call that needs it.
     *
     * @param roster which module stands in which row of equalizing orders
     */
    public static ModuleBus open(LineSettings settings, LineRoster roster) {
        return new SlottedModuleBus(settings, roster, channels(settings), System::nanoTime);
    }

    private static Supplier<LineChannel> channels(LineSettings settings) {
        if (settings.transport() instanceof LineSettings.Tcp tcp) {
            return () -> new TcpChannel(settings.line(), tcp);
        }
        LineSettings.Serial serial = (LineSettings.Serial) settings.transport();
        return () -> new SerialChannel(settings.line(), serial, settings.baud());
    }
}
