// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.evenfloat.adapters.modbus.BacsScales;
import org.evenfloat.adapters.modbus.ModbusSettings;
import org.evenfloat.infrastructure.site.NorthboundSettings;

/** How a demo is read by others: on this machine only, and nobody writes. */
final class DemoInterfaces {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MODBUS_PORT = 1502;

    private DemoInterfaces() {}

    static NorthboundSettings settings() {
        return new NorthboundSettings(new ModbusSettings(
                Optional.of(new ModbusSettings.Tcp(LOOPBACK, free(MODBUS_PORT) ? MODBUS_PORT : 0)), 1, List.of(), List.of(),
                List.of(), BacsScales.STANDARD), Optional.empty());
    }

    /** Returns whether nobody has that port: a second demo takes any other one. */
    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
