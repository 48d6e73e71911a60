// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A serial device server on this machine whose modules answer COLLECT at once, all in one piece. */
final class EagerPeer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Thread thread = new Thread(this::serve, "eager-peer");
    private final byte[][] answers = new byte[16][];

    EagerPeer(int modules) throws IOException {
        for (int sequence = 0; sequence < answers.length; sequence++) {
            byte[][] frames = new byte[modules][];
            for (int i = 0; i < modules; i++) {
                frames[i] = Bytes.block(i + 1, 13_500, 250, sequence);
            }
            answers[sequence] = Bytes.join(frames);
        }
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            int sequence = 0;
            while (true) {
                byte[] head = in.readNBytes(5);
                byte[] rest = in.readNBytes(head[1] + 2);
                if (Bytes.type(head) == FrameType.SAMPLE) {
                    sequence = rest[0];
                } else if (Bytes.type(head) == FrameType.COLLECT) {
                    out.write(answers[sequence], 12 * (Bytes.address(head) - 1), 12 * rest[0]);
                }
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            // The server hung up: that is how it ends.
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
        thread.join();
    }
}
