// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Compresses what it is given piece by piece into one array with room for a header in front. */
final class Compressor {

    private static final int FIRST_BYTES = 8 * 1024;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private byte[] payload = new byte[FIRST_BYTES];
    private int used;
    private int taken;

    Compressor(int headerBytes) {
        used = headerBytes;
    }

    /** Takes bytes; they may be changed afterwards. */
    void add(byte[] bytes) {
        taken += bytes.length;
        deflater.setInput(bytes);
        while (!deflater.needsInput()) {
            deflate();
        }
    }

    private void deflate() {
        if (used == payload.length) {
            payload = Arrays.copyOf(payload, 2 * payload.length);
        }
        used += deflater.deflate(payload, used, payload.length - used);
    }

    /** Returns how many bytes it was given. */
    int taken() {
        return taken;
    }

    /** Returns the header's room and what was compressed. To be called once, at the end. */
    byte[] finish() {
        try {
            deflater.finish();
            while (!deflater.finished()) {
                deflate();
            }
            return Arrays.copyOf(payload, used);
        } finally {
            deflater.end();
        }
    }
}
