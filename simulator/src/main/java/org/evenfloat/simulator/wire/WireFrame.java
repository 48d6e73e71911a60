// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One frame of the module bus (document, §2): E7, LEN, TYPE, ADDR, payload, CRC. A frame is a buffer to be used
 * again and again: {@link #start}, the payload in order, {@link #end}; or filled by a {@link WireParser}. All
 * numbers are big-endian. Not safe for use by two threads at a time.
 */
public final class WireFrame {

    /** First byte of every frame. */
    public static final int BEGIN = 0xE7;

    /** Longest payload in bytes. */
    public static final int MAX_PAYLOAD = 200;

    /** Bytes of a frame around its payload. */
    public static final int OVERHEAD = 7;

    /** Longest frame in bytes. */
    public static final int MAX_SIZE = OVERHEAD + MAX_PAYLOAD;

    private static final int HEAD = 5;
    private static final int VERSION_1 = 0x40;
    private static final int VERSION_MASK = 0xC0;

    private final byte[] bytes = new byte[MAX_SIZE];
    private int payloadEnd = HEAD;

    /** Begins a frame of version 1 with that type (0 to 3F) and address; what was in the buffer is forgotten. */
    public WireFrame start(int type, int address) {
        bytes[0] = (byte) BEGIN;
        bytes[2] = (byte) (VERSION_1 | type);
        readdress(address);
        payloadEnd = HEAD;
        return this;
    }

    /** Appends the low 8 bits of {@code value} to the payload. */
    public WireFrame u8(int value) {
        if (payloadEnd == HEAD + MAX_PAYLOAD) {
            throw new IllegalStateException("payload: more than " + MAX_PAYLOAD + " bytes - at most so many");
        }
        bytes[payloadEnd++] = (byte) value;
        return this;
    }

    /** Appends the low 16 bits of {@code value}; two's complement for negative ones. */
    public WireFrame u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    /** Appends the low 32 bits of {@code value}; two's complement for negative ones. */
    public WireFrame u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    /** Ends the frame: sets LEN and CRC. May be called again after a change. */
    public WireFrame end() {
        bytes[1] = (byte) length();
        int crc = WireCrc.of(bytes, 1, payloadEnd - 1);
        bytes[payloadEnd] = (byte) (crc >>> 8);
        bytes[payloadEnd + 1] = (byte) crc;
        return this;
    }

    /** Changes the address; {@link #end} must follow. */
    public void readdress(int address) {
        bytes[3] = (byte) (address >>> 8);
        bytes[4] = (byte) address;
    }

    /** Returns whether the frame is of version 1, the only one this code knows. */
    public boolean isVersion1() {
        return (bytes[2] & VERSION_MASK) == VERSION_1;
    }

    /** Returns what the frame is, 0 to 3F; see {@link WireType}. */
    public int type() {
        return bytes[2] & ~VERSION_MASK & 0xFF;
    }

    /** Returns ADDR. */
    public int address() {
        return (bytes[3] & 0xFF) << 8 | bytes[4] & 0xFF;
    }

    /** Returns the bytes of payload, 0 to 200. */
    public int length() {
        return payloadEnd - HEAD;
    }

    /** Returns the bytes of the whole frame, 7 to 207. */
    public int size() {
        return length() + OVERHEAD;
    }

    /** Returns the byte at that offset of the payload. */
    public int u8At(int offset) {
        return bytes[HEAD + offset] & 0xFF;
    }

    /** Returns the unsigned 16 bits at that offset of the payload. */
    public int u16At(int offset) {
        return u8At(offset) << 8 | u8At(offset + 1);
    }

    /** Returns the signed 16 bits at that offset of the payload. */
    public int i16At(int offset) {
        return (short) u16At(offset);
    }

    /** Returns the unsigned 32 bits at that offset of the payload. */
    public long u32At(int offset) {
        return (long) u16At(offset) << 16 | u16At(offset + 2);
    }

    /** Copies the frame to that place of {@code target}, which needs {@link #size} bytes of room. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, size());
    }

    /** Returns a copy of the whole frame. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size());
    }

    /** Returns the bytes of the whole frame as hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, size());
    }

    /** Returns whether {@code length} bytes at {@code from} are exactly one frame with the right LEN and CRC. */
    static boolean isFrame(byte[] source, int from, int length) {
        return length >= OVERHEAD
                && (source[from] & 0xFF) == BEGIN
                && (source[from + 1] & 0xFF) + OVERHEAD == length
                && length <= MAX_SIZE
                && WireCrc.of(source, from + 1, length - 3)
                        == ((source[from + length - 2] & 0xFF) << 8 | source[from + length - 1] & 0xFF);
    }

    /** Takes over a frame that {@link #isFrame} has found good. */
    void copyFrom(byte[] source, int from, int size) {
        System.arraycopy(source, from, bytes, 0, size);
        payloadEnd = size - 2;
    }
}
