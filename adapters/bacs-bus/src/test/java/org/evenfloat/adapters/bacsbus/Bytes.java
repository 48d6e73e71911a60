// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Frames as devices send them, made without the code under test. */
final class Bytes {

    private Bytes() {}

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    static String text(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }

    static byte[] frame(int type, int address, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(payload.length);
        out.write(type);
        out.write(address >> 8);
        out.write(address);
        out.writeBytes(payload);
        int crc = crc(out.toByteArray());
        out.write(crc >> 8);
        out.write(crc);
        return join(new byte[] {(byte) 0xE7}, out.toByteArray());
    }

    /** The CRC bit by bit, as the bus document words it. */
    private static int crc(byte[] bytes) {
        int crc = 0xFFFF;
        for (byte value : bytes) {
            for (int bit = 7; bit >= 0; bit--) {
                boolean out = (crc & 0x8000) != 0;
                boolean in = (value >> bit & 1) != 0;
                crc = crc << 1 & 0xFFFF;
                if (out != in) {
                    crc ^= 0x1021;
                }
            }
        }
        return crc;
    }

    static byte[] payload(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] block(int address, int millivolts, int tenthDegrees, int state) {
        return frame(0x62, address, payload(
                millivolts >> 8, millivolts, tenthDegrees >> 8, tenthDegrees, state));
    }

    static byte[] current(int address, int milliamps, int state) {
        return frame(0x63, address, payload(
                milliamps >> 24, milliamps >> 16, milliamps >> 8, milliamps, state));
    }

    static byte[] temperature(int address, int tenthDegrees, int state) {
        return frame(0x64, address, payload(tenthDegrees >> 8, tenthDegrees, 0xFF, 0xFF, state));
    }

    static byte[] ack(int address, int result) {
        return frame(0x60, address, payload(result));
    }

    static byte[] status(int address, int reasons) {
        return frame(0x65, address, payload(reasons >> 8, reasons, 0, 0, 0, 9));
    }

    static byte[] identity(int address, int serial, int type) {
        return frame(0x66, address, payload(
                serial >> 24, serial >> 16, serial >> 8, serial, type, 0, 104, address >> 8, address));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The frame with one bit of that byte turned round. */
    static byte[] broken(byte[] frame, int offset) {
        byte[] copy = frame.clone();
        copy[offset] ^= 0x10;
        return copy;
    }

    static int type(byte[] frame) {
        return frame[2] & 0xFF;
    }

    static int address(byte[] frame) {
        return (frame[3] & 0xFF) << 8 | frame[4] & 0xFF;
    }

    static int u8(byte[] frame, int payloadOffset) {
        return frame[5 + payloadOffset] & 0xFF;
    }

    static int u16(byte[] frame, int payloadOffset) {
        return u8(frame, payloadOffset) << 8 | u8(frame, payloadOffset + 1);
    }
}
