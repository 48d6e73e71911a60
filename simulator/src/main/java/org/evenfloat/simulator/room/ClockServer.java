// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets servers in other processes take part in a room's time. Text lines over TCP on 127.0.0.1: the room sends
 * {@code now MONOTONIC WALL SPEED} at once and after each {@code idle UNTIL}; all times in ms. A server that sends
 * anything else is sent away; the room goes on without it, as without one that has gone.
 */
public final class ClockServer implements AutoCloseable {

    /** Most servers that take part at once. */
    private static final int MAX_SERVERS = 8;

    /** {@code idle} and the longest number take 25 characters. */
    private static final int MAX_LINE = 40;

    private static final long CLOSE_MILLIS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(ClockServer.class);

    private final RoomClock clock;
    private final ServerSocket socket;
    private final Semaphore places = new Semaphore(MAX_SERVERS);
    private final Thread thread;
    private final Set<Socket> servers = ConcurrentHashMap.newKeySet();

    /** Listens on that port of 127.0.0.1; 0 takes a free one. */
    public ClockServer(RoomClock clock, int port) throws IOException {
        this.clock = clock;
        this.socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        this.thread = new Thread(this::accept, "room-clock-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the port it listens on. */
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket server : servers) {
            server.close();
        }
        try {
            // the port is free only when nobody waits on it any more
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (!places.tryAcquire()) {
                    client.close();
                    continue;
                }
                servers.add(client);
                if (socket.isClosed()) {
                    client.close();
                }
                Thread thread = new Thread(() -> serve(client), "room-clock-client");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                LOG.debug("the clock's listener ends: {}", e.getMessage());
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                RoomClock.Participant participant = clock.join();
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            client.setTcpNoDelay(true);
            answer(out);
            for (String line = line(in); line.startsWith("idle ") && !clock.isStopped(); line = line(in)) {
                participant.idleUntil(Long.parseLong(line.substring(5)));
                answer(out);
            }
        } catch (IOException | NumberFormatException e) {
            LOG.debug("a server has left the room: {}", e.getMessage());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            servers.remove(client);
            places.release();
        }
    }

    /** Returns the next line without its end, empty when there is none or it is too long to be a good one. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && line.length() <= MAX_LINE; next = in.read()) {
            if (next == '\n') {
                return line.toString();
            }
            line.append((char) next);
        }
        return "";
    }

    private void answer(OutputStream out) throws IOException {
        String text = String.format(Locale.ROOT, "now %d %d %.3f\n", clock.monotonicMillis(), clock.wallMillis(),
                clock.effectiveSpeed());
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
