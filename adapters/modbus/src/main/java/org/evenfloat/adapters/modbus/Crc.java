// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

/** The CRC at the end of RTU frames. Source: MODBUS over Serial Line V1.02, §6.2.2. */
final class Crc {

    private static final int POLYNOMIAL = 0xA001;
    private static final int BYTE = 8;
    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            int crc = i;
            for (int bit = 0; bit < BYTE; bit++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ POLYNOMIAL : crc >> 1;
            }
            TABLE[i] = crc;
        }
    }

    private Crc() {}

    /** Returns the CRC of those bytes; it goes on the wire with its lower byte first. */
    static int of(byte[] bytes, int from, int length) {
        int crc = 0xFFFF;
        for (int i = from; i < from + length; i++) {
            crc = crc >> BYTE ^ TABLE[(crc ^ bytes[i]) & 0xFF];
        }
        return crc;
    }

    /** Returns whether the last two of those bytes are the CRC of the others. */
    static boolean right(byte[] bytes, int from, int length) {
        return of(bytes, from, length) == 0;
    }

    /** Puts the CRC behind those bytes and returns the new length. */
    static int append(byte[] bytes, int length) {
        int crc = of(bytes, 0, length);
        bytes[length] = (byte) crc;
        bytes[length + 1] = (byte) (crc >> BYTE);
        return length + 2;
    }
}
