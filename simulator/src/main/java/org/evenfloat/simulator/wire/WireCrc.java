// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** The check of a frame: CRC-16, polynomial 1021, start value FFFF, not reflected, no final XOR (document, §2). */
final class WireCrc {

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

    private WireCrc() {}

    static int of(byte[] bytes, int from, int length) {
        int crc = START;
        for (int at = from; at < from + length; at++) {
            crc = (crc << 8 ^ TABLE[(crc >>> 8 ^ bytes[at]) & 0xFF]) & 0xFFFF;
        }
        return crc;
    }
}
