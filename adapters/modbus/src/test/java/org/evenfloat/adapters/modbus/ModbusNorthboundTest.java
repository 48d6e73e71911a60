// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import org.evenfloat.application.port.out.Northbound;
import org.evenfloat.contracts.NorthboundContract;
import org.evenfloat.contracts.NorthboundRoom;

final class ModbusNorthboundTest extends NorthboundContract {

    private static final int STRIDE = 8;

    @Override
    protected Rig rig(NorthboundRoom of) throws Exception {
        TestServer server = TestServer.of(of.table());
        MbapClient client = new MbapClient(server.port());
        return new Rig() {
            @Override
            public Northbound northbound() {
                return server.server();
            }

            @Override
            public int[] voltages() throws IOException {
                int[] registers = client.registers(1, OwnSegments.BLOCKS, BLOCKS * STRIDE);
                int[] values = new int[BLOCKS];
                Arrays.setAll(values, i -> registers[i * STRIDE] == 0xFFFF ? NOT_KNOWN : registers[i * STRIDE]);
                return values;
            }

            @Override
            public AutoCloseable stalledClient() throws IOException {
                return stalled(server.port());
            }

            @Override
            public void garbage(byte[] bytes) throws IOException {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    socket.getOutputStream().write(bytes);
                } catch (IOException closed) {
                    // the server may close it before all is sent
                }
            }

            @Override
            public void close() throws Exception {
                client.close();
                server.close();
            }
        };
    }

    /** Asks for 125 registers until nothing more can be sent, and never reads. */
    private static AutoCloseable stalled(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        byte[] request = MbapClient.frame(1, 1, new byte[] {3, 3, (byte) 0xE8, 0, 50});
        Thread sender = new Thread(() -> {
            try {
                OutputStream out = socket.getOutputStream();
                while (!socket.isClosed()) {
                    out.write(request);
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
