// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.KeptResistances;

/** Resistances as bytes: magic number, format, blocks, and the CRC-32 of all before it. Numbers are big-endian. */
final class ResistanceBytes {

    static final int FORMAT = 1;

    /** {@code EFRB}. */
    private static final int MAGIC = 0x45465242;

    private ResistanceBytes() {}

    static byte[] of(List<KeptResistances> blocks) throws IOException {
        return CheckedBytes.of(MAGIC, FORMAT, out -> {
            out.writeInt(blocks.size());
            for (KeptResistances block : blocks) {
                write(block, out);
            }
        });
    }

    private static void write(KeptResistances block, DataOutputStream out) throws IOException {
        CheckedBytes.text(out, block.block());
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

    static List<KeptResistances> read(byte[] bytes) throws IOException {
        return CheckedBytes.read(bytes, MAGIC, FORMAT, in -> {
            int count = in.getInt();
            List<KeptResistances> blocks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                blocks.add(block(in));
            }
            return blocks;
        });
    }

    private static KeptResistances block(ByteBuffer in) {
        String id = CheckedBytes.text(in);
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
                id, serial, firstWeek, reference, weeks, nanoohms, openWeek, open, in.getLong());
    }
}
