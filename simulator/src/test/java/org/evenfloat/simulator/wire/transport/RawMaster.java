// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.simulator.wire.TestMaster.Arrival;
import org.evenfloat.simulator.wire.WireFrame;
import org.evenfloat.simulator.wire.WireParser;

/** A client that knows bytes and the time at which they came, over a real socket or terminal. */
abstract class RawMaster implements Closeable {

    /** Tests wait at most so long for what must come. */
    static final long DEADLINE_MILLIS = 10_000;

    private final byte[] buffer = new byte[4096];
    final List<Arrival> arrivals = new ArrayList<>();
    long writtenNanos;

    abstract void write(byte[] bytes) throws IOException;

    /** Waits at most so many ms; returns how many bytes came, 0 for none, -1 when the other side has gone. */
    abstract int read(byte[] into, int timeoutMillis) throws IOException;

    void send(byte[] bytes) throws IOException {
        arrivals.clear();
        writtenNanos = System.nanoTime();
        write(bytes);
    }

    /** Reads until so many bytes have come since the last request; fails at the deadline. */
    RawMaster await(int bytes) throws IOException {
        long until = System.nanoTime() + DEADLINE_MILLIS * 1_000_000;
        while (arrivals.size() < bytes) {
            long restMillis = (until - System.nanoTime()) / 1_000_000;
            assertThat(restMillis).as("only %d of %d bytes came", arrivals.size(), bytes).isPositive();
            int length = read(buffer, (int) restMillis);
            assertThat(length).as("the line is gone").isNotNegative();
            long nowNanos = System.nanoTime();
            for (int at = 0; at < length; at++) {
                arrivals.add(new Arrival(nowNanos, buffer[at] & 0xFF));
            }
        }
        assertThat(arrivals).hasSize(bytes);
        return this;
    }

    /** Returns whether the other side goes away within the deadline. */
    boolean seesEnd() throws IOException {
        long until = System.nanoTime() + DEADLINE_MILLIS * 1_000_000;
        while (System.nanoTime() < until) {
            if (read(buffer, 100) < 0) {
                return true;
            }
        }
        return false;
    }

    List<WireFrame> frames() {
        WireParser parser = new WireParser();
        List<WireFrame> frames = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            parser.feed(new byte[] {(byte) arrival.value()}, 0, 1);
            WireFrame frame = new WireFrame();
            if (parser.next(frame)) {
                frames.add(frame);
            }
        }
        return frames;
    }

    static RawMaster tcp(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setTcpNoDelay(true);
        return new RawMaster() {
            @Override
            void write(byte[] bytes) throws IOException {
                socket.getOutputStream().write(bytes);
            }

            @Override
            int read(byte[] into, int timeoutMillis) throws IOException {
                socket.setSoTimeout(Math.max(1, timeoutMillis));
                try {
                    return socket.getInputStream().read(into);
                } catch (SocketTimeoutException nothing) {
                    return 0;
                }
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    static RawMaster terminal(String path) throws IOException {
        Terminal terminal = Terminal.open(path);
        return new RawMaster() {
            @Override
            void write(byte[] bytes) throws IOException {
                assertThat(terminal.write(bytes, bytes.length)).isEqualTo(bytes.length);
            }

            @Override
            int read(byte[] into, int timeoutMillis) throws IOException {
                return terminal.read(into, timeoutMillis);
            }

            @Override
            public void close() throws IOException {
                terminal.close();
            }
        };
    }
}
