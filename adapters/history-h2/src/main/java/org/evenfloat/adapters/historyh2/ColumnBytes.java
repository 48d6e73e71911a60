// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.nio.ByteBuffer;
import org.evenfloat.domain.measure.Quality;

/**
 * Turns a column of cells into bytes that compress well: each value as its difference from the sweep before, the
 * first sweep's from the row before, folded to unsigned and split into planes of equal significance. A MISSING
 * value means nothing and becomes a difference of 0.
 */
final class ColumnBytes {

    private ColumnBytes() {}

    static void write(int[] values, byte[] qualities, int sweeps, Compressor target) {
        int[] folded = new int[values.length];
        int all = 0;
        int above = 0;
        int before = 0;
        for (int cell = 0; cell < values.length; cell++) {
            boolean firstSweep = cell % sweeps == 0;
            int expected = firstSweep ? above : before;
            int value = qualities[cell] == Quality.MISSING.code() ? expected : values[cell];
            int difference = value - expected;
            folded[cell] = difference << 1 ^ difference >> 31;
            all |= folded[cell];
            before = value;
            above = firstSweep ? value : above;
        }
        int planes = (Integer.SIZE - Integer.numberOfLeadingZeros(all) + 7) / 8;
        target.add(qualities);
        target.add(new byte[] {(byte) planes});
        byte[] bytes = new byte[folded.length];
        for (int plane = 0; plane < planes; plane++) {
            for (int cell = 0; cell < folded.length; cell++) {
                bytes[cell] = (byte) (folded[cell] >>> 8 * plane);
            }
            target.add(bytes);
        }
    }

    /** Reads what {@link #write} wrote; a buffer that is too short throws BufferUnderflowException. */
    static void read(ByteBuffer source, int sweeps, int[] values, byte[] qualities) {
        source.get(qualities);
        int planes = source.get();
        byte[] plane = new byte[values.length];
        for (int number = 0; number < planes; number++) {
            source.get(plane);
            for (int cell = 0; cell < values.length; cell++) {
                values[cell] |= (plane[cell] & 0xFF) << 8 * number;
            }
        }
        int above = 0;
        int before = 0;
        for (int cell = 0; cell < values.length; cell++) {
            boolean firstSweep = cell % sweeps == 0;
            int difference = values[cell] >>> 1 ^ -(values[cell] & 1);
            values[cell] = (firstSweep ? above : before) + difference;
            before = values[cell];
            above = firstSweep ? before : above;
        }
    }
}
