// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/**
 * What the master has handed over and the line has not yet carried to the devices. Bytes take line time: they begin
 * when they arrive, or follow those that are still under way. Bounded: what does not fit is lost, as in the
 * transmit buffer of a serial port.
 */
final class Inbound {

    /** Some frames of the longest kind; a master that keeps to the document has one under way. */
    private static final int CAPACITY = 4096;

    private final WirePace pace;
    private final byte[] bytes = new byte[CAPACITY];
    private int start;
    private int end;
    private long endNanos;

    Inbound(WirePace pace) {
        this.pace = pace;
    }

    /** Takes bytes that arrive now; all that are carried by now must have been {@linkplain #carry taken}. */
    void add(byte[] source, int from, int length, long nowNanos) {
        System.arraycopy(bytes, start, bytes, 0, end - start);
        end -= start;
        start = 0;
        int taken = Math.min(length, CAPACITY - end);
        System.arraycopy(source, from, bytes, end, taken);
        long beginNanos = end == 0 ? nowNanos : endNanos;
        endNanos = beginNanos + (pace.paced() ? pace.charactersNanos(taken) : 0);
        end += taken;
    }

    /** Feeds what has been carried by now and was not fed before, as far as the parser takes it; returns how much. */
    int carry(WireParser parser, long nowNanos) {
        int waiting = end - start;
        int carried = waiting - (int) Math.min(waiting, underWay(nowNanos));
        int fed = Math.min(carried, WireParser.MAX_FEED);
        if (fed > 0) {
            parser.feed(bytes, start, fed);
            start += fed;
        }
        return fed;
    }

    /** Returns when the last byte fed was carried. */
    long carriedNanos() {
        return pace.paced() ? endNanos - pace.charactersNanos(end - start) : endNanos;
    }

    /** Returns when the last byte handed over will be carried; only meaningful while not empty. */
    long endNanos() {
        return endNanos;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Characters not complete by now. */
    private long underWay(long nowNanos) {
        long restNanos = endNanos - nowNanos;
        if (!pace.paced() || restNanos <= 0) {
            return 0;
        }
        return pace.charactersIn(restNanos - 1) + 1;
    }
}
