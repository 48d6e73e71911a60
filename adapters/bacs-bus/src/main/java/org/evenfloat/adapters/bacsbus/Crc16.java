// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

/** CRC-16 of the module bus: polynomial 1021, start FFFF, not reflected, no final XOR. */
final class Crc16 {

    private static final int POLYNOMIAL = 0x1021;
    private static final int START = 0xFFFF;
    private static final char[] TABLE = new char[256];

    static {
        for (int value = 0; value < TABLE.length; value++) {
            int crc = value << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
            TABLE[value] = (char) crc;
        }
    }

    private Crc16() {}

    /** Returns the CRC of the bytes from {@code from} up to, without, {@code to}. */
    static int of(byte[] bytes, int from, int to) {
        int crc = START;
        for (int i = from; i < to; i++) {
            crc = crc << 8 & 0xFFFF ^ TABLE[(crc >> 8 ^ bytes[i]) & 0xFF];
        }
        return crc;
    }
}
