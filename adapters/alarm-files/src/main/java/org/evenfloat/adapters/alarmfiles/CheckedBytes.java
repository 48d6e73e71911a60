// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/** A file's bytes: magic number, format, content, and the CRC-32 of all before it. Numbers are big-endian. */
public final class CheckedBytes {

    private static final int CRC_BYTES = 4;

    private CheckedBytes() {}

    /** Writes content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    /** Makes something of content; may run over its end, and may find numbers that nothing can be made of. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ByteBuffer in) throws IOException;
    }

    /** Returns the bytes of a file with that content. */
    public static byte[] of(int magic, int format, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CRC32 crc = new CRC32();
        DataOutputStream out = new DataOutputStream(new CheckedOutputStream(bytes, crc));
        out.writeInt(magic);
        out.writeInt(format);
        content.writeTo(out);
        out.writeInt((int) crc.getValue());
        return bytes.toByteArray();
    }

    /**
     * Reads a file's bytes.
     *
     * @throws IOException when they are damaged, of another sort or format, or hold more than the content; it says which
     */
    public static <T> T read(byte[] bytes, int magic, int format, Reading<T> content) throws IOException {
        if (bytes.length < CRC_BYTES) {
            throw new IOException("it ends early");
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - CRC_BYTES);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(bytes.length - CRC_BYTES) != (int) crc.getValue()) {
            throw new IOException("its checksum is wrong");
        }
        in.limit(bytes.length - CRC_BYTES);
        try {
            if (in.getInt() != magic) {
                throw new IOException("it is a file of another sort");
            }
            int is = in.getInt();
            if (is != format) {
                throw new IOException("of format " + is + ", of which this version knows nothing");
            }
            T read = content.of(in);
            if (in.hasRemaining()) {
                throw new IOException("it holds more than it should");
            }
            return read;
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new IOException("its parts do not fit together", e);
        }
    }

    /** Writes a text: its length in bytes (2) and its bytes in UTF-8, at most 65,535 of them. */
    public static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > 0xFFFF) {
            throw new IOException("a text of " + bytes.length + " bytes - at most 65535");
        }
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    /** Reads a text. */
    public static String text(ByteBuffer in) {
        byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }
}
