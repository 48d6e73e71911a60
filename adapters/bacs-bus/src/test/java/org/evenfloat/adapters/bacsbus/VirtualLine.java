// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.evenfloat.domain.topology.LineRoster;

/**
 * A line in virtual time: bytes in, bytes out, as a script says. Waiting costs nothing, so that times can be asserted
 * to the nanosecond.
 */
final class VirtualLine implements LineChannel {

    /** Answers requests by calling {@link #reply}. */
    interface Script {
        void asked(byte[] request, VirtualLine line);
    }

    private record Arrival(long at, long order, byte[] bytes) {}

    final List<byte[]> sent = new ArrayList<>();
    final List<Long> sentAt = new ArrayList<>();
    long now = 1_000;
    IOException refusal;
    IOException breakage;
    int opened;
    int closed;
    private final int baud;
    private final Script script;
    private final PriorityQueue<Arrival> arrivals =
            new PriorityQueue<>(Comparator.comparingLong(Arrival::at).thenComparingLong(Arrival::order));
    private long requestEnd;
    private long order;

    VirtualLine(int baud, Script script) {
        this.baud = baud;
        this.script = script;
    }

    SlottedModuleBus bus(LineRoster roster) {
        LineSettings settings = new LineSettings("L1", new LineSettings.Serial("/dev/ttyTEST"), baud, 120, 5);
        return new SlottedModuleBus(settings, roster, () -> this, () -> now);
    }

    long characters(int count) {
        return count * 10L * TimeUnit.SECONDS.toNanos(1) / baud;
    }

    long turn() {
        return Math.max(characters(4), TimeUnit.MILLISECONDS.toNanos(1));
    }

    /** Lets bytes come so long after the end of the request. */
    void reply(long afterRequestNanos, byte[] bytes) {
        arrivals.add(new Arrival(requestEnd + afterRequestNanos, order++, bytes));
    }

    /** Lets an answer come where the document puts slot k. */
    void replyInSlot(int slot, int slotCharacters, byte[] bytes) {
        reply(turn() + characters(slot * slotCharacters + bytes.length), bytes);
    }

    List<byte[]> sent(int type) {
        return sent.stream().filter(frame -> Bytes.type(frame) == type).toList();
    }

    @Override
    public String port() {
        return "/dev/ttyTEST";
    }

    @Override
    public String advice() {
        return "check the test";
    }

    @Override
    public void open() throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        opened++;
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        if (breakage != null) {
            throw breakage;
        }
        byte[] request = Arrays.copyOf(bytes, length);
        sent.add(request);
        sentAt.add(now);
        requestEnd = now + characters(length);
        script.asked(request, this);
    }

    @Override
    public int read(byte[] target, long deadlineNanos) throws IOException {
        if (breakage != null) {
            throw breakage;
        }
        Arrival first = arrivals.peek();
        if (first == null || first.at > deadlineNanos) {
            now = Math.max(now, deadlineNanos);
            return 0;
        }
        arrivals.poll();
        now = Math.max(now, first.at);
        int count = Math.min(target.length, first.bytes.length);
        System.arraycopy(first.bytes, 0, target, 0, count);
        if (count < first.bytes.length) {
            byte[] rest = Arrays.copyOfRange(first.bytes, count, first.bytes.length);
            arrivals.add(new Arrival(first.at, first.order, rest));
        }
        return count;
    }

    @Override
    public void close() {
        closed++;
    }
}
