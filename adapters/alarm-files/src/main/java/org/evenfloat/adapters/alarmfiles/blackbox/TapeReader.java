// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a file of the tape, also while it is written, up to its end or to the first record that is not whole. */
final class TapeReader implements Closeable {

    private static final int LONGEST = 64 << 20;

    /**
     * A record.
     *
     * @param sort one of those of {@link TapeSegment}
     * @param text of a header, configuration or line; empty for a state
     * @param n number of a state; else 0
     * @param state a guard's file; empty for a text
     */
    record Item(byte sort, String text, long n, byte[] state) {}

    private final DataInputStream file;
    private byte[] minuteBefore = new byte[0];
    private boolean cut;

    TapeReader(Path path) throws IOException {
        file = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
        try {
            cut = file.readInt() != TapeSegment.MAGIC || file.readInt() != TapeHeader.FORMAT;
        } catch (EOFException e) {
            cut = true;
        }
    }

    /** Returns the header of a file; null when it has none that is whole. */
    static TapeHeader header(Path path) throws IOException {
        try (TapeReader reader = new TapeReader(path)) {
            Item first = reader.next();
            return first == null || first.sort != TapeSegment.HEADER ? null : TapeHeader.read(first.text);
        }
    }

    /** Returns the next record; null at the end, or when the rest cannot be read. */
    Item nextReadable() {
        try {
            return next();
        } catch (IOException unreadable) {
            cut = true;
            return null;
        }
    }

    /** Returns the next record; null at the end. */
    Item next() throws IOException {
        if (cut) {
            return null;
        }
        byte[] frame = file.readNBytes(TapeSegment.FRAME_BYTES);
        if (frame.length == 0) {
            return null;
        }
        cut = true;
        if (frame.length < TapeSegment.FRAME_BYTES) {
            return null;
        }
        int length = ByteBuffer.wrap(frame).getInt();
        byte[] record = length < 5 || length > LONGEST ? new byte[0] : file.readNBytes(length);
        CRC32 crc = new CRC32();
        crc.update(record);
        if (record.length != length || (int) crc.getValue() != ByteBuffer.wrap(frame).getInt(4)) {
            return null;
        }
        cut = false;
        return item(ByteBuffer.wrap(record));
    }

    private Item item(ByteBuffer record) throws IOException {
        byte sort = record.get();
        if (sort == TapeSegment.STATE) {
            long n = record.getLong();
            byte[] state = new byte[record.remaining()];
            record.get(state);
            return new Item(sort, "", n, state);
        }
        byte[] raw = inflated(record, sort == TapeSegment.MINUTE ? minuteBefore : new byte[0]);
        if (sort == TapeSegment.MINUTE) {
            minuteBefore = raw;
        }
        return new Item(sort, new String(raw, UTF_8), 0, new byte[0]);
    }

    private static byte[] inflated(ByteBuffer record, byte[] dictionary) throws IOException {
        int length = record.getInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] raw = new byte[length];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(record);
            int done = inflater.inflate(raw);
            if (inflater.needsDictionary()) {
                int from = Math.max(0, dictionary.length - TapeSegment.DICTIONARY_BYTES);
                inflater.setDictionary(Arrays.copyOfRange(dictionary, from, dictionary.length));
                done = inflater.inflate(raw);
            }
            if (done != length) {
                throw new IOException("a text that ends early");
            }
            return raw;
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new IOException("a text that cannot be read", e);
        } finally {
            inflater.end();
        }
    }

    /** Returns whether it ended in the middle of a record, or at one that is damaged. */
    boolean cut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
