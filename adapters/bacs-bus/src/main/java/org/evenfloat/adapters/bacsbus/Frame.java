// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

/** One frame in a buffer of its own, written field by field or copied from the line; reused, so it makes no garbage. */
final class Frame {

    static final int START = 0xE7;
    static final int HEADER = 5;
    static final int OVERHEAD = 7;
    static final int MAX_PAYLOAD = 200;

    private final byte[] bytes = new byte[OVERHEAD + MAX_PAYLOAD];
    private int length;

    /** Begins a frame without payload. */
    Frame begin(int type, int address) {
        bytes[0] = (byte) START;
        bytes[2] = (byte) type;
        length = 3;
        return u16(address);
    }

    Frame u8(int value) {
        bytes[length++] = (byte) value;
        return this;
    }

    Frame u16(int value) {
        return u8(value >> 8).u8(value);
    }

    Frame u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    Frame bytes(byte[] payload) {
        System.arraycopy(payload, 0, bytes, length, payload.length);
        length += payload.length;
        return this;
    }

    /** Completes the frame with its length and CRC. */
    Frame end() {
        bytes[1] = (byte) (length - HEADER);
        return u16(Crc16.of(bytes, 1, length));
    }

    /** Takes over a whole frame. */
    void copy(byte[] source, int from, int frameLength) {
        System.arraycopy(source, from, bytes, 0, frameLength);
        length = frameLength;
    }

    /** Returns the buffer: {@link #length()} bytes of it are the frame. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int payloadLength() {
        return length - OVERHEAD;
    }

    int type() {
        return bytes[2] & 0xFF;
    }

    int address() {
        return (bytes[3] & 0xFF) << 8 | bytes[4] & 0xFF;
    }

    /** Returns the CRC at the end of the frame. */
    int crc() {
        return (bytes[length - 2] & 0xFF) << 8 | bytes[length - 1] & 0xFF;
    }

    /** Returns the unsigned byte at that offset of the payload. */
    int u8At(int offset) {
        return bytes[HEADER + offset] & 0xFF;
    }

    int u16At(int offset) {
        return u8At(offset) << 8 | u8At(offset + 1);
    }

    int i16At(int offset) {
        return (short) u16At(offset);
    }

    int i32At(int offset) {
        return u16At(offset) << 16 | u16At(offset + 2);
    }

    long u32At(int offset) {
        return i32At(offset) & 0xFFFF_FFFFL;
    }
}
