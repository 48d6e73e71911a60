// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A TCP server that answers whatever it hears with the same bytes, and remembers what it heard. */
final class OneAnswer implements AutoCloseable {

    /** LDAP: extended response, message 1, protocol error. */
    static final byte[] EXTENDED_REFUSED = HexFormat.of().parseHex("300c02010178070a010204000400");

    private final ServerSocket socket;
    private final byte[] answer;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    OneAnswer(byte[] answer) throws IOException {
        this.answer = answer;
        this.socket = new ServerSocket(0, 16, InetAddress.getByName("localhost"));
        Thread thread = new Thread(this::serve, "one-answer");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    String heard() {
        synchronized (heard) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                InputStream in = caller.getInputStream();
                byte[] buffer = new byte[4_096];
                for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                    synchronized (heard) {
                        heard.write(buffer, 0, length);
                    }
                    caller.getOutputStream().write(answer);
                    caller.getOutputStream().flush();
                }
            } catch (IOException e) {
                // the caller went away, which he may
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
