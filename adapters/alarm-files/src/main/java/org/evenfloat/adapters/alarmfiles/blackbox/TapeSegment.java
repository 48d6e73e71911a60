// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.evenfloat.adapters.alarmfiles.PrivateFiles;

/**
 * A file of the tape that is being written: magic number, format, then records, each with its length, CRC-32, sort and
 * content. A text is compressed; a minute with the one before it as dictionary, from which it differs in few places.
 */
final class TapeSegment implements Closeable {

    /** {@code EFTP}. */
    static final int MAGIC = 0x45465450;
    /** Length and CRC-32. */
    static final int FRAME_BYTES = 8;
    /** What zlib looks back to. */
    static final int DICTIONARY_BYTES = 32 << 10;

    static final byte HEADER = 'H';
    static final byte CONFIGURATION = 'C';
    static final byte MINUTE = 'M';
    static final byte BREAKER = 'B';
    static final byte STATE = 'S';

    private final FileChannel file;
    private byte[] minuteBefore = new byte[0];
    private long bytes;

    TapeSegment(Path path) throws IOException {
        PrivateFiles.makeFolder(path.getParent());
        PrivateFiles.makeFile(path);
        file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        write(ByteBuffer.allocate(8).putInt(MAGIC).putInt(TapeHeader.FORMAT).flip());
    }

    private void write(ByteBuffer buffer) throws IOException {
        bytes += buffer.remaining();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    void text(byte sort, String text) throws IOException {
        byte[] raw = text.getBytes(UTF_8);
        byte[] dictionary = sort == MINUTE ? minuteBefore : new byte[0];
        byte[] packed = deflated(raw, dictionary);
        add(sort, ByteBuffer.allocate(4 + packed.length).putInt(raw.length).put(packed).flip());
        if (sort == MINUTE) {
            minuteBefore = raw;
        }
    }

    /** Appends everything a guard remembers. */
    void state(long n, byte[] memento) throws IOException {
        add(STATE, ByteBuffer.allocate(8 + memento.length).putLong(n).put(memento).flip());
    }

    private void add(byte sort, ByteBuffer content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(sort);
        crc.update(content.duplicate());
        ByteBuffer record = ByteBuffer.allocate(FRAME_BYTES + 1 + content.remaining());
        record.putInt(1 + content.remaining()).putInt((int) crc.getValue()).put(sort).put(content).flip();
        write(record);
    }

    private static byte[] deflated(byte[] raw, byte[] dictionary) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            if (dictionary.length > 0) {
                int from = Math.max(0, dictionary.length - DICTIONARY_BYTES);
                deflater.setDictionary(dictionary, from, dictionary.length - from);
            }
            deflater.setInput(raw);
            deflater.finish();
            byte[] packed = new byte[raw.length + raw.length / 100 + 64];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    /** Brings it to the disk. */
    void force() throws IOException {
        file.force(false);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.force(false);
        }
    }
}
