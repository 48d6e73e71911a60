// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The clock of a simulated room in another process. Text lines over TCP: the room sends
 * {@code now MONOTONIC WALL SPEED} at once and after every {@code idle UNTIL} from here; all times in ms.
 */
public final class RemoteTime implements TimeAuthority {

    private static final int CONNECT_TIMEOUT_MILLIS = 3_000;

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private volatile long monotonicMillis;
    private volatile long wallMillis;
    private volatile double speed;

    /**
     * Connects to a room.
     *
     * @throws IOException when there is no room; the message says where it was looked for
     */
    public RemoteTime(String host, int port) throws IOException {
        this.socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            this.out = socket.getOutputStream();
            // A room says the time at once; whoever keeps silent is none.
            socket.setSoTimeout(CONNECT_TIMEOUT_MILLIS);
            readNow();
            socket.setSoTimeout(0);
        } catch (IOException e) {
            socket.close();
            throw new IOException("simulated-clock: no simulated room answers at " + host + ":" + port
                    + " - start one with './evenfloat simulate' or remove the key (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public long monotonicMillis() {
        return monotonicMillis;
    }

    @Override
    public long wallMillis() {
        return wallMillis;
    }

    @Override
    public long idleUntil(long untilMillis) {
        try {
            out.write(("idle " + untilMillis + "\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            readNow();
            return monotonicMillis;
        } catch (IOException gone) {
            return Long.MIN_VALUE;
        }
    }

    @Override
    public double speed() {
        return speed;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException nothingLeftToClose) {
            // The connection is gone either way.
            return;
        }
    }

    private void readNow() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the room has closed the connection");
        }
        String[] words = line.split(" ");
        if (words.length != 4 || !words[0].equals("now")) {
            throw new IOException("not a simulated room: " + line);
        }
        try {
            long monotonic = Long.parseLong(words[1]);
            long wall = Long.parseLong(words[2]);
            speed = Double.parseDouble(words[3]);
            wallMillis = wall;
            monotonicMillis = monotonic;
        } catch (NumberFormatException e) {
            throw new IOException("not a simulated room: " + line, e);
        }
    }
}
