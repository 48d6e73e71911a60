// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

/** Finds frames in the bytes of a serial line. Used by one thread. */
interface FrameReader {

    /** What hears of requests. */
    @FunctionalInterface
    interface Listener {

        /**
         * A sound frame that may be a request.
         *
         * @param bytes its unit id at {@code at}, then function and data
         * @param length of unit id, function and data
         */
        void request(byte[] bytes, int at, int length);
    }

    /** Takes bytes that have come at once; {@code silentNanos} tells how long nothing had come before. */
    void take(byte[] bytes, int count, long silentNanos, Listener listener);

    /** Frames an answer, from unit id on, in place of it in a buffer with room; returns the new length. */
    int frame(byte[] answer, int length);

    /** Returns how many frames were broken since the start. */
    long broken();
}
