// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.northbound.Network;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.NorthboundOrders;
import org.evenfloat.application.northbound.PointTable;

/** A server on any free port of this machine. */
final class TestServer implements AutoCloseable {

    static final TcpLimits LIMITS = new TcpLimits(1_200, 60_000, 60_000, 300);

    private final ModbusServer server;
    private final int port;

    private TestServer(ModbusServer server) throws ModbusNotStarted {
        this.server = server;
        this.port = server.start().orElseThrow();
    }

    /** Nobody may write. */
    static TestServer of(PointTable table) throws ModbusNotStarted {
        return of(table, LIMITS, Set.of(), new NorthboundOrders(null, null, null));
    }

    static TestServer of(
            PointTable table, TcpLimits limits, Set<NorthboundOrder.Kind> may, NorthboundOrders orders)
            throws ModbusNotStarted {
        List<ModbusSettings.Writer> writers = new ArrayList<>();
        if (!may.isEmpty()) {
            writers.add(new ModbusSettings.Writer("plc-1", new Network("127.0.0.0/8", 8, new byte[] {127, 0, 0, 0}), may));
        }
        return new TestServer(new ModbusServer(
                new ModbusSettings(Optional.of(new ModbusSettings.Tcp("127.0.0.1", 0)), 1, List.of(), writers, List.of(),
                        BacsScales.STANDARD),
                limits, table, "1.2.3", "Room", orders, () -> null));
    }

    ModbusServer server() {
        return server;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.close();
    }
}
