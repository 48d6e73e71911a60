// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** How the events of one stream are written: as they are, or compressed as one gzip member (RFC 1952). */
sealed interface SseEncoding {

    /** Returns what goes before the first event. */
    byte[] begin();

    /** Returns an event as it goes out. */
    byte[] next(SseFrame frame);

    /** Returns what goes after the last event. */
    byte[] end();

    /** As they are. */
    record Plain() implements SseEncoding {

        private static final byte[] NOTHING = {};

        @Override
        public byte[] begin() {
            return NOTHING;
        }

        @Override
        public byte[] next(SseFrame frame) {
            return frame.plain();
        }

        @Override
        public byte[] end() {
            return NOTHING;
        }
    }

    /** Compressed: shared pieces between a head and an end of the stream's own. */
    final class Gzip implements SseEncoding {

        /** Magic, deflate, no flags, no time, nothing about the level, system unknown. */
        private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

        private final CRC32 sum = new CRC32();
        private int length;

        @Override
        public byte[] begin() {
            return HEAD;
        }

        @Override
        public byte[] next(SseFrame frame) {
            byte[] plain = frame.plain();
            sum.update(plain);
            length += plain.length; // modulo 2^32, as the format wants it
            return frame.compressed();
        }

        @Override
        public byte[] end() {
            return ByteBuffer.allocate(10)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) 3) // an empty last block with fixed codes
                    .put((byte) 0)
                    .putInt((int) sum.getValue())
                    .putInt(length)
                    .array();
        }
    }
}
