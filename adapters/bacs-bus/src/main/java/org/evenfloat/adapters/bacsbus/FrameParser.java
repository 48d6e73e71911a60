// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

/**
 * Finds answers in what the line brings. A broken frame costs its first byte only; the rest is looked through again,
 * so that it never costs the frame behind it. Own requests that come back, other versions and unknown types are
 * passed over whole.
 */
final class FrameParser {

    /** What the bytes received so far begin with. */
    enum Outcome {
        /** Nothing or a part of a frame. */
        INCOMPLETE,
        /** A good answer. */
        FRAME,
        /** Something like a frame with a wrong CRC; what it says may still hint at its sender. */
        CORRUPT
    }

    /** More than the longest frame and a chunk from the line together. */
    private static final int CAPACITY = 1024;

    private final byte[] held = new byte[CAPACITY];
    private int from;
    private int to;
    private int skipped;

    /** Takes bytes from the line; call {@link #next} until INCOMPLETE before the next ones. */
    void feed(byte[] bytes, int count) {
        System.arraycopy(held, from, held, 0, to - from);
        to -= from;
        from = 0;
        System.arraycopy(bytes, 0, held, to, count);
        to += count;
    }

    /**
     * Looks for the next answer.
     *
     * @param answer where a FRAME, or what seems to be one when it is CORRUPT, is copied
     * @param over whether nothing more will come for now, so that a part of a frame is broken
     */
    Outcome next(Frame answer, boolean over) {
        while (from < to) {
            int length = frameLength();
            if (length > to - from) {
                if (!over) {
                    return Outcome.INCOMPLETE;
                }
                skip();
            } else if (length == 0) {
                skip();
            } else if (crcIsRight(length)) {
                int start = from;
                from += length;
                if (FrameType.isAnswer(held[start + 2] & 0xFF)) {
                    answer.copy(held, start, length);
                    return Outcome.FRAME;
                }
            } else {
                answer.copy(held, from, length);
                skip();
                return Outcome.CORRUPT;
            }
        }
        return Outcome.INCOMPLETE;
    }

    /** Returns the length of the frame that begins here, 0 when none does, too many when that is not known yet. */
    private int frameLength() {
        if ((held[from] & 0xFF) != Frame.START) {
            return 0;
        }
        if (to - from < 2) {
            return Integer.MAX_VALUE;
        }
        int payload = held[from + 1] & 0xFF;
        if (payload > Frame.MAX_PAYLOAD) {
            return 0;
        }
        if (to - from >= 3 && !FrameType.fits(held[from + 2] & 0xFF, payload)) {
            return 0;
        }
        return Frame.OVERHEAD + payload;
    }

    private boolean crcIsRight(int length) {
        int end = from + length - 2;
        return Crc16.of(held, from + 1, end) == ((held[end] & 0xFF) << 8 | held[end + 1] & 0xFF);
    }

    private void skip() {
        from++;
        skipped++;
    }

    /** Gives up the frame that has begun, as after a gap that is too long. */
    void gap() {
        if (from < to) {
            skip();
        }
    }

    /** Returns whether a frame has begun and is not complete. */
    boolean midFrame() {
        return from < to;
    }

    /** Returns how many bytes belonged to no frame since this was last asked. */
    int takeSkipped() {
        int count = skipped;
        skipped = 0;
        return count;
    }
}
