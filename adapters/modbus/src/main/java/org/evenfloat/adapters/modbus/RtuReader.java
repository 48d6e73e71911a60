// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

/**
 * RTU. A frame tells its length by its function, and its CRC confirms it: what an operating system delivers late or in
 * pieces is no gap on the wire. Frames of other slaves are followed too, so that nothing inside them is taken for a
 * request; after something that is no frame, everything up to a silence is left out. Source: MODBUS over Serial Line
 * V1.02, §2.5.1.
 */
final class RtuReader implements FrameReader {

    private static final int MOST = 256;
    private static final int LEAST = 4;
    private static final int SHORT_REQUEST = 8;
    private static final int MULTIPLE_HEAD = 7;
    private static final int IDENTITY_REQUEST = 7;
    private static final int EXCEPTION_ANSWER = 5;
    private static final int ECHO_ANSWER = 8;
    private static final int CRC = 2;

    private final long silenceNanos;
    private final byte[] frame = new byte[2 * MOST];
    private int length;
    private boolean lost;
    private long broken;

    /** @param silenceNanos what counts as a silence between frames */
    RtuReader(long silenceNanos) {
        this.silenceNanos = silenceNanos;
    }

    @Override
    public void take(byte[] bytes, int count, long silentNanos, Listener listener) {
        if (silentNanos >= silenceNanos) {
            broken += length > 0 && !lost ? 1 : 0;
            length = 0;
            lost = false;
        }
        for (int i = 0; i < count && !lost; i++) {
            frame[length++] = bytes[i];
            if (length >= LEAST) {
                look(listener);
            }
        }
    }

    /** Takes the frame out when it is whole; gives up when it can be none. */
    private void look(Listener listener) {
        int request = requestLength();
        int answer = answerLength();
        if (length == request && Crc.right(frame, 0, length)) {
            int whole = length - CRC;
            length = 0;
            listener.request(frame, 0, whole);
        } else if (length == answer && Crc.right(frame, 0, length)) {
            length = 0;
        } else if (length >= MOST || length >= request && length >= answer) {
            broken++;
            lost = true;
            length = 0;
        }
    }

    private int requestLength() {
        return switch (frame[1] & 0xFF) {
            case 1, 2, 3, 4, 5, 6 -> SHORT_REQUEST;
            case 15, 16 -> length < MULTIPLE_HEAD ? MOST : MULTIPLE_HEAD + (frame[MULTIPLE_HEAD - 1] & 0xFF) + CRC;
            case 43 -> IDENTITY_REQUEST;
            // The length of other requests is not known; the shortest one is enough to refuse it.
            default -> (frame[1] & 0x80) != 0 ? 0 : otherRequest();
        };
    }

    /** A function that is not served: any length at which the CRC is right. */
    private int otherRequest() {
        return Crc.right(frame, 0, length) ? length : MOST;
    }

    private int answerLength() {
        int function = frame[1] & 0xFF;
        if ((function & 0x80) != 0) {
            return EXCEPTION_ANSWER;
        }
        return switch (function) {
            case 1, 2, 3, 4 -> 1 + 2 + (frame[2] & 0xFF) + CRC;
            case 5, 6, 15, 16 -> ECHO_ANSWER;
            case 43 -> Crc.right(frame, 0, length) ? length : MOST;
            default -> 0;
        };
    }

    @Override
    public int frame(byte[] answer, int answerLength) {
        return Crc.append(answer, answerLength);
    }

    @Override
    public long broken() {
        return broken;
    }
}
