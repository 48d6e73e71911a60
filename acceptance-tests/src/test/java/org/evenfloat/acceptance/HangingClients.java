// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients of a web server that begin something and then do not go on; from many addresses of the loopback net. */
final class HangingClients implements AutoCloseable {

    private static final int ADDRESSES = 50;

    private final int port;
    private final List<Socket> sockets = new ArrayList<>();
    private int next;

    HangingClients(int port) {
        this.port = port;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0." + (10 + next++ % ADDRESSES)), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        sockets.add(socket);
        return socket;
    }

    private void send(String text) throws IOException {
        connect().getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Asks for the stream, so many times, and never reads it. */
    void streams(int count, String token) throws IOException {
        for (int i = 0; i < count; i++) {
            send("GET /api/v1/stream HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                    + "\r\n\r\n");
        }
    }

    /** Begins requests that never end. */
    void begunRequests(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            send("GET /api/v1/strings HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nX-Slow: ");
        }
    }

    /** Returns how many of them have an answer that waits to be read. */
    long answered() throws IOException {
        long answered = 0;
        for (Socket socket : sockets) {
            answered += socket.getInputStream().available() > 0 ? 1 : 0;
        }
        return answered;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
