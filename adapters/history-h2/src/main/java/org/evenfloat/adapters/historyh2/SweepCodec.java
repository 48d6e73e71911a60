// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.historyh2;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Sweeps as bytes in the database, format version 1; see {@code docs/history-format.md}. */
final class SweepCodec {

    static final byte VERSION = 1;

    /** Version and length of what was compressed. */
    private static final int HEADER = 1 + Integer.BYTES;
    /** Counts in front of the columns: sweeps, kinds, rows, sensors. */
    private static final int COUNTS = Short.BYTES + 1 + 2 * Integer.BYTES;
    /** Larger than any block that is written; a damaged length must not take all memory. */
    private static final int LARGEST_BODY = 64 << 20;

    private SweepCodec() {}

    /** Column after column goes into the compressor, so that a block is in memory only once beside its cells. */
    static byte[] encode(SweepCells cells) {
        int sweeps = cells.sweeps();
        Compressor target = new Compressor(HEADER);
        ByteBuffer head = ByteBuffer.allocate(COUNTS + sweeps * Long.BYTES);
        head.putShort((short) sweeps).put((byte) cells.kinds()).putInt(cells.rows()).putInt(cells.sensors());
        long before = 0;
        for (long atMillis : cells.atMillis()) {
            head.putLong(atMillis - before);
            before = atMillis;
        }
        target.add(head.array());
        for (int kind = 0; kind < cells.kinds(); kind++) {
            ColumnBytes.write(cells.values()[kind], cells.qualities()[kind], sweeps, target);
        }
        target.add(cells.states());
        ColumnBytes.write(cells.sensorValues(), cells.sensorQualities(), sweeps, target);
        byte[] payload = target.finish();
        ByteBuffer.wrap(payload).put(VERSION).putInt(target.taken());
        return payload;
    }

    static SweepCells decode(byte[] payload) throws DataFormatException {
        ByteBuffer body = ByteBuffer.wrap(expand(payload));
        try {
            int sweeps = body.getShort() & 0xFFFF;
            int kinds = body.get() & 0xFF;
            int rows = body.getInt();
            int sensors = body.getInt();
            long leastBytes = (long) sweeps * (Long.BYTES + (kinds + 1L) * rows + sensors);
            if (sweeps == 0 || rows < 0 || sensors < 0 || leastBytes > body.remaining()) {
                throw new DataFormatException("counts that do not fit the length");
            }
            SweepCells cells = SweepCells.empty(sweeps, kinds, rows, sensors);
            long atMillis = 0;
            for (int sweep = 0; sweep < sweeps; sweep++) {
                atMillis += body.getLong();
                cells.atMillis()[sweep] = atMillis;
            }
            for (int kind = 0; kind < kinds; kind++) {
                ColumnBytes.read(body, sweeps, cells.values()[kind], cells.qualities()[kind]);
            }
            body.get(cells.states());
            ColumnBytes.read(body, sweeps, cells.sensorValues(), cells.sensorQualities());
            if (body.hasRemaining()) {
                throw new DataFormatException(body.remaining() + " bytes too many");
            }
            return cells;
        } catch (BufferUnderflowException tooShort) {
            throw new DataFormatException("too short");
        }
    }

    private static byte[] expand(byte[] payload) throws DataFormatException {
        if (payload.length < HEADER || payload[0] != VERSION) {
            throw new DataFormatException("not format version " + VERSION);
        }
        int length = ByteBuffer.wrap(payload).getInt(1);
        if (length < 0 || length > LARGEST_BODY) {
            throw new DataFormatException("length " + length);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(payload, HEADER, payload.length - HEADER);
            byte[] body = new byte[length];
            int used = 0;
            while (used < length) {
                int count = inflater.inflate(body, used, length - used);
                if (count == 0) {
                    throw new DataFormatException("ends early");
                }
                used += count;
            }
            return body;
        } finally {
            inflater.end();
        }
    }
}
