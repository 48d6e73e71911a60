// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.evenfloat.domain.runaway.RunawayMemento;

/**
 * A guard's memento as bytes: version, blocks, who had it learn anew, how many numbers, and those numbers compressed
 * (zlib). Bit for bit, NaN included.
 */
public final class MementoBytes {

    /** 600 blocks take about 85,000 numbers of 2 and 8 bytes. */
    private static final int MOST_NUMBERS = 1 << 25;

    private static final int LEVEL = Deflater.BEST_SPEED;

    private MementoBytes() {}

    /** Writes a memento. */
    public static void write(RunawayMemento memento, DataOutputStream out) throws IOException {
        long[] wholes = memento.wholes();
        double[] numbers = memento.numbers();
        short[] rings = memento.rings();
        out.writeInt(memento.version());
        out.writeInt(memento.blocks());
        CheckedBytes.text(out, memento.learntBy());
        out.writeInt(wholes.length);
        out.writeInt(numbers.length);
        out.writeInt(rings.length);
        byte[] packed = deflated(wholes, numbers, rings);
        out.writeInt(packed.length);
        out.write(packed);
    }

    /** Returns the numbers of a memento as they are, one behind the other, big-endian. */
    public static byte[] raw(RunawayMemento memento) {
        return raw(memento.wholes(), memento.numbers(), memento.rings());
    }

    private static byte[] raw(long[] wholes, double[] numbers, short[] rings) {
        ByteBuffer raw = ByteBuffer.allocate(
                Math.addExact(Math.multiplyExact(Long.BYTES, wholes.length + numbers.length), Short.BYTES * rings.length));
        raw.asLongBuffer().put(wholes);
        raw.position(Long.BYTES * wholes.length);
        for (double number : numbers) {
            raw.putLong(Double.doubleToRawLongBits(number));
        }
        raw.asShortBuffer().put(rings);
        return raw.array();
    }

    private static byte[] deflated(long[] wholes, double[] numbers, short[] rings) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(wholes.length + 4 * numbers.length + rings.length + 64);
        Deflater deflater = new Deflater(LEVEL);
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(packed, deflater)))) {
            for (long whole : wholes) {
                out.writeLong(whole);
            }
            for (double number : numbers) {
                out.writeLong(Double.doubleToRawLongBits(number));
            }
            for (short ring : rings) {
                out.writeShort(ring);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /**
     * Reads a memento.
     *
     * @throws IOException when its parts do not fit together
     */
    public static RunawayMemento read(ByteBuffer in) throws IOException {
        int version = in.getInt();
        int blocks = in.getInt();
        String learntBy = CheckedBytes.text(in);
        long[] wholes = new long[count(in)];
        double[] numbers = new double[count(in)];
        short[] rings = new short[count(in)];
        byte[] packed = new byte[Math.min(count(in), in.remaining())];
        in.get(packed);
        int length = Long.BYTES * (wholes.length + numbers.length) + Short.BYTES * rings.length;
        ByteBuffer raw = ByteBuffer.wrap(inflated(packed, length));
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] = raw.getLong();
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.longBitsToDouble(raw.getLong());
        }
        for (int i = 0; i < rings.length; i++) {
            rings[i] = raw.getShort();
        }
        return new RunawayMemento(version, blocks, learntBy, wholes, numbers, rings);
    }

    private static int count(ByteBuffer in) throws IOException {
        int count = in.getInt();
        if (count < 0 || count > MOST_NUMBERS) {
            throw new IOException("its parts do not fit together");
        }
        return count;
    }

    private static byte[] inflated(byte[] packed, int length) throws IOException {
        byte[] raw = new byte[length];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int done = 0;
            while (done < length && !inflater.finished() && !inflater.needsInput()) {
                done += inflater.inflate(raw, done, length - done);
            }
            if (done < length || inflater.inflate(new byte[1]) > 0) {
                throw new IOException("its parts do not fit together");
            }
            return raw;
        } catch (DataFormatException e) {
            throw new IOException("its parts do not fit together", e);
        } finally {
            inflater.end();
        }
    }
}
