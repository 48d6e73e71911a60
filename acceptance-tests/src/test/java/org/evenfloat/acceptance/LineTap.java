// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sits on a line between server and room, passes everything on, and notes when the order for a relay went by. */
final class LineTap implements AutoCloseable {

    /** The head of RELAY_SET up to its address, as in docs/module-bus.md. */
    private static final int[] RELAY_SET = {0xE7, 5, 0x51};
    private static final int ADDRESS_BYTES = 2;
    private static final int RELAY_AT = RELAY_SET.length + ADDRESS_BYTES;
    private static final int OFF = 0;

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final int room;
    private final int relay;
    private final CountDownLatch ordered = new CountDownLatch(1);
    private volatile long orderedAtMillis;

    /**
     * @param room port of the line in the room
     * @param relay number of the relay
     */
    LineTap(int room, int relay) throws IOException {
        this.room = room;
        this.relay = relay;
        background(this::accept);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void background(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // that line has ended
            }
        }, "tap");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket server = socket.accept();
            Socket there = new Socket(InetAddress.getLoopbackAddress(), room);
            server.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            background(() -> pass(there, server, false));
            background(() -> pass(server, there, true));
        }
    }

    private void pass(Socket from, Socket to, boolean orders) throws IOException {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int[] last = new int[RELAY_AT + 2];
            byte[] bytes = new byte[4_096];
            for (int n = in.read(bytes); n > 0; n = in.read(bytes)) {
                long now = System.currentTimeMillis();
                for (int i = 0; orders && i < n; i++) {
                    System.arraycopy(last, 1, last, 0, last.length - 1);
                    last[last.length - 1] = bytes[i] & 0xFF;
                    look(last, now);
                }
                out.write(bytes, 0, n);
            }
        }
    }

    private void look(int[] last, long now) {
        for (int i = 0; i < RELAY_SET.length; i++) {
            if (last[i] != RELAY_SET[i]) {
                return;
            }
        }
        if (last[RELAY_AT] == relay && last[RELAY_AT + 1] != OFF && ordered.getCount() > 0) {
            orderedAtMillis = now;
            ordered.countDown();
        }
    }

    /** Waits for the first order that energises the relay; returns when it went by, epoch ms, or 0 after so many seconds. */
    long ordered(int seconds) throws InterruptedException {
        return ordered.await(seconds, TimeUnit.SECONDS) ? orderedAtMillis : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
