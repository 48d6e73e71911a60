// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/**
 * Finds frames in a stream of bytes (document, §2). A byte other than E7 where a frame should begin is skipped; a
 * wrong CRC or LEN costs only the E7, and the search goes on in what was already received, so that one broken
 * byte never costs a second frame. Holds less than two frames; not safe for use by two threads at a time.
 */
public final class WireParser {

    /** The most bytes that {@link #feed} takes at once. */
    public static final int MAX_FEED = 256;

    private final byte[] buffer = new byte[WireFrame.MAX_SIZE + MAX_FEED];
    private int start;
    private int end;
    private boolean interrupted;
    private long skippedBytes;

    /** Takes {@code length} bytes, at most {@link #MAX_FEED}; {@link #next} must have returned false before. */
    public void feed(byte[] bytes, int from, int length) {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        System.arraycopy(bytes, from, buffer, end, length);
        end += length;
    }

    /** Says that the stream paused for too long: a frame that is incomplete now is given up by {@link #next}. */
    public void interrupt() {
        interrupted = true;
    }

    /** Moves to the next good frame, of any version and type, copies it and returns true; false when none is left. */
    public boolean next(WireFrame into) {
        while (start < end) {
            int missing = missing();
            if (missing == 0 && WireFrame.isFrame(buffer, start, size())) {
                into.copyFrom(buffer, start, size());
                start += size();
                return true;
            }
            if (missing > 0 && !interrupted) {
                return false;
            }
            start++;
            skippedBytes++;
        }
        interrupted = false;
        return false;
    }

    /** Returns how many received bytes are not yet part of a frame. */
    public int pending() {
        return end - start;
    }

    /** Returns how many bytes were dropped since the beginning because they were part of no good frame. */
    public long skippedBytes() {
        return skippedBytes;
    }

    /** Returns how many bytes a frame that begins at {@code start} still lacks; below 0 when none can begin there. */
    private int missing() {
        if ((buffer[start] & 0xFF) != WireFrame.BEGIN) {
            return -1;
        }
        if (end - start == 1) {
            return 1;
        }
        return size() > WireFrame.MAX_SIZE ? -1 : Math.max(0, size() - (end - start));
    }

    private int size() {
        return (buffer[start + 1] & 0xFF) + WireFrame.OVERHEAD;
    }
}
