// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.application.port.out.Northbound;
import org.evenfloat.contracts.NorthboundContract;
import org.evenfloat.contracts.NorthboundRoom;

final class SnmpNorthboundTest extends NorthboundContract {

    private static final long BETWEEN_NANOS = 50_000;

    @Override
    protected Rig rig(NorthboundRoom of) throws Exception {
        TestAgent agent = TestAgent.of(of, TestAgent.nobody());
        SnmpClient client = new SnmpClient(agent.port(), Request.V2C, "public");
        Oid[] names = new Oid[BLOCKS];
        Arrays.setAll(names, i -> TestTree.ENTRY.then(2, i + 1));
        return new Rig() {
            @Override
            public Northbound northbound() {
                return agent.agent();
            }

            @Override
            public int[] voltages() throws Exception {
                List<SnmpClient.Told> told = client.get(names).told();
                return told.stream().mapToInt(each -> each.tag() == Tag.NO_SUCH_INSTANCE
                        ? NOT_KNOWN : Math.toIntExact((Long) each.value())).toArray();
            }

            @Override
            public AutoCloseable stalledClient() throws IOException {
                return stalled(agent.port());
            }

            @Override
            public void garbage(byte[] bytes) throws IOException {
                client.send(bytes);
            }

            @Override
            public void close() throws Exception {
                client.close();
                agent.close();
            }
        };
    }

    /** Asks for much, again and again, and never looks at an answer. */
    private static AutoCloseable stalled(int port) throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        byte[] request;
        try (SnmpClient shape = new SnmpClient(port, Request.V2C, "public")) {
            request = shape.message(Tag.BULK, 1, 0, 100, SnmpClient.binding(TestTree.ENTRY.then(2), new byte[] {5, 0}));
        }
        Thread sender = new Thread(() -> {
            try {
                while (!socket.isClosed()) {
                    socket.send(new DatagramPacket(request, request.length));
                    LockSupport.parkNanos(BETWEEN_NANOS);
                }
            } catch (IOException ended) {
                // that is how it ends
            }
        });
        sender.setDaemon(true);
        sender.start();
        return socket;
    }
}
