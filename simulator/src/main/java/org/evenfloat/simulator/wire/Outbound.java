// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.ArrayDeque;

/**
 * What is on its way to the master, in the order of time. Bounded: when a master asks on without reading, the
 * newest answers are lost.
 */
final class Outbound {

    /** Two full windows of COLLECT with everything doubled; a master that keeps to the document needs one. */
    private static final int MAX_BURSTS = 128;

    /** Bytes are handed over together that the line carries within this time: a UART has a buffer too. */
    private static final long GROUP_NANOS = 1_000_000;

    private final WirePace pace;
    private final int group;
    private final ArrayDeque<Burst> queue = new ArrayDeque<>();
    private final ArrayDeque<Burst> postponed = new ArrayDeque<>();
    private final ArrayDeque<Burst> free = new ArrayDeque<>();

    Outbound(WirePace pace) {
        this.pace = pace;
        this.group = (int) Math.max(1, pace.charactersIn(GROUP_NANOS));
        for (int at = 0; at < MAX_BURSTS; at++) {
            free.add(new Burst());
        }
    }

    /** Lets what was postponed arrive now. */
    void release(long nowNanos) {
        while (!postponed.isEmpty()) {
            Burst late = postponed.remove();
            late.startNanos = nowNanos;
            queue.add(late);
        }
    }

    void add(CarriedAnswer answer, long startNanos) {
        if (answer.noiseLength() > 0) {
            add(queue, answer.noise(), answer.noiseLength(), startNanos, false);
        }
        ArrayDeque<Burst> way = answer.isPostponed() ? postponed : queue;
        add(way, answer.bytes(), answer.length(), startNanos, !answer.isPostponed());
        if (answer.isRepeated()) {
            long endNanos = startNanos + pace.charactersNanos(answer.length());
            add(way, answer.bytes(), answer.length(), endNanos, false);
        }
    }

    /** Moves what has been carried by now to {@code target} and returns how many bytes that were. */
    int take(byte[] target, long nowNanos) {
        int taken = 0;
        while (!queue.isEmpty()) {
            Burst burst = queue.element();
            int ready = Math.min(ready(burst, nowNanos) - burst.done, target.length - taken);
            System.arraycopy(burst.bytes, burst.done, target, taken, Math.max(0, ready));
            burst.done += Math.max(0, ready);
            taken += Math.max(0, ready);
            if (burst.done < burst.length) {
                break;
            }
            free.add(queue.remove());
        }
        return taken;
    }

    /** Returns when more is to be taken, {@link Long#MAX_VALUE} for never. */
    long nextNanos() {
        Burst burst = queue.peek();
        if (burst == null) {
            return Long.MAX_VALUE;
        }
        return burst.onWire
                ? burst.startNanos + pace.charactersNanos(Math.min(burst.length, (burst.done / group + 1) * group))
                : burst.startNanos;
    }

    /**
     * Lets the master talk into answers: what they have left between these times is garbled. Returns whether there
     * were any.
     */
    boolean clash(long fromNanos, long toNanos) {
        boolean clashed = false;
        for (Burst burst : queue) {
            if (burst.onWire && burst.startNanos < toNanos && burst.endNanos(pace) > fromNanos) {
                clashed = true;
                for (int at = burst.done; at < burst.length; at++) {
                    burst.bytes[at] ^= 0x55;
                }
            }
        }
        return clashed;
    }

    void clear() {
        free.addAll(queue);
        free.addAll(postponed);
        queue.clear();
        postponed.clear();
    }

    private int ready(Burst burst, long nowNanos) {
        if (!pace.paced()) {
            return burst.length;
        }
        if (!burst.onWire) {
            return nowNanos >= burst.startNanos ? burst.length : 0;
        }
        return (int) Math.min(burst.length, pace.charactersIn(nowNanos - burst.startNanos));
    }

    private void add(ArrayDeque<Burst> way, byte[] bytes, int length, long startNanos, boolean onWire) {
        if (!free.isEmpty()) {
            way.add(free.remove().load(bytes, length, startNanos, onWire));
        }
    }
}
