// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A master that talks to a line directly, in line time of its own, and keeps what arrives with its times. */
public final class TestMaster {

    /** A byte that reached the master. */
    public record Arrival(long nanos, int value) {}

    public final WireLine line;
    public final List<Arrival> arrivals = new ArrayList<>();
    public long nowNanos = 7_000_000_000L;
    private final byte[] buffer = new byte[64];

    public TestMaster(WireLine line) {
        this.line = line;
    }

    /** Returns an ended frame with those bytes of payload. */
    public static WireFrame frame(int type, int address, int... payload) {
        WireFrame frame = new WireFrame().start(type, address);
        Arrays.stream(payload).forEach(frame::u8);
        return frame.end();
    }

    public static byte[] hex(String text) {
        String[] parts = text.trim().split("\\s+");
        byte[] bytes = new byte[parts.length];
        for (int at = 0; at < parts.length; at++) {
            bytes[at] = (byte) Integer.parseInt(parts[at], 16);
        }
        return bytes;
    }

    /** Sends a request, lets the line come to rest and returns the good frames that came. */
    public List<WireFrame> ask(int type, int address, int... payload) {
        return ask(frame(type, address, payload).toBytes());
    }

    public List<WireFrame> ask(byte[] bytes) {
        arrivals.clear();
        send(bytes);
        rest();
        return frames();
    }

    /** Sends a request and returns its only answer. */
    public WireFrame askOne(int type, int address, int... payload) {
        List<WireFrame> frames = ask(type, address, payload);
        assertThat(frames).as("answers").hasSize(1);
        return frames.get(0);
    }

    public void send(byte[] bytes) {
        line.receive(bytes, bytes.length, nowNanos);
    }

    /** Lets the line's time pass until nothing is under way. */
    public void rest() {
        take();
        for (long next = line.nextNanos(); next != Long.MAX_VALUE; next = line.nextNanos()) {
            nowNanos = Math.max(nowNanos, next);
            line.advance(nowNanos);
            take();
        }
    }

    /** Lets so many ms of line time pass. */
    public void pass(long millis) {
        long until = nowNanos + millis * 1_000_000;
        for (long next = line.nextNanos(); next <= until; next = line.nextNanos()) {
            nowNanos = Math.max(nowNanos, next);
            line.advance(nowNanos);
            take();
        }
        nowNanos = until;
        line.advance(nowNanos);
        take();
    }

    /** Returns the good frames in what arrived since the last question. */
    public List<WireFrame> frames() {
        WireParser parser = new WireParser();
        List<WireFrame> frames = new ArrayList<>();
        WireFrame frame = new WireFrame();
        for (Arrival arrival : arrivals) {
            parser.feed(new byte[] {(byte) arrival.value()}, 0, 1);
            while (parser.next(frame)) {
                frames.add(frame);
                frame = new WireFrame();
            }
        }
        return frames;
    }

    private void take() {
        for (int taken = line.take(buffer, nowNanos); taken > 0; taken = line.take(buffer, nowNanos)) {
            for (int at = 0; at < taken; at++) {
                arrivals.add(new Arrival(nowNanos, buffer[at] & 0xFF));
            }
        }
    }
}
