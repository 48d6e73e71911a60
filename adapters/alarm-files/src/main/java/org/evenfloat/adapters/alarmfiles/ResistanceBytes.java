// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.evenfloat.application.port.out.KeptResistances;

/** Resistances as bytes: magic number, format, blocks, and the CRC-32 of all before it. Numbers are big-endian. */
final class ResistanceBytes {

    static final int FORMAT = 1;

    /** {@code EFRB}. */
    private static final int MAGIC = 0x45465242;

    private static final int CRC_BYTES = 4;

    private ResistanceBytes() {}

    static byte[] of(List<KeptResistances> blocks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        out.writeInt(blocks.size());
        for (KeptResistances block : blocks) {
            byte[] id = block.block().getBytes(UTF_8);
            out.writeShort(id.length);
            out.write(id);
            out.writeLong(block.serial());
            out.writeInt(block.firstWeek());
            out.writeInt(block.referenceNanoohms());
            out.writeByte(block.weeks().length);
            for (int i = 0; i < block.weeks().length; i++) {
                out.writeInt(block.weeks()[i]);
                out.writeInt(block.nanoohms()[i]);
            }
            out.writeInt(block.openWeek());
            out.writeByte(block.openNanoohms().length);
            for (int nanoohms : block.openNanoohms()) {
                out.writeInt(nanoohms);
            }
            out.writeLong(block.takenAtMillis());
        }
        CRC32 crc = new CRC32();
        crc.update(bytes.toByteArray());
        out.writeInt((int) crc.getValue());
        return bytes.toByteArray();
    }

    static List<KeptResistances> read(byte[] bytes) throws IOException {
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
            if (in.getInt() != MAGIC) {
                throw new IOException("it is no file of resistances");
            }
            int format = in.getInt();
            if (format != FORMAT) {
                throw new IOException("of format " + format + ", of which this version knows nothing");
            }
            int count = in.getInt();
            List<KeptResistances> blocks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                blocks.add(block(in));
            }
            return blocks;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("its parts do not fit together", e);
        }
    }

    private static KeptResistances block(ByteBuffer in) {
        byte[] id = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(id);
        long serial = in.getLong();
        int firstWeek = in.getInt();
        int reference = in.getInt();
        int[] weeks = new int[Byte.toUnsignedInt(in.get())];
        int[] nanoohms = new int[weeks.length];
        for (int i = 0; i < weeks.length; i++) {
            weeks[i] = in.getInt();
            nanoohms[i] = in.getInt();
        }
        int openWeek = in.getInt();
        int[] open = new int[Byte.toUnsignedInt(in.get())];
        for (int i = 0; i < open.length; i++) {
            open[i] = in.getInt();
        }
        return new KeptResistances(
                new String(id, UTF_8), serial, firstWeek, reference, weeks, nanoohms, openWeek, open, in.getLong());
    }
}
