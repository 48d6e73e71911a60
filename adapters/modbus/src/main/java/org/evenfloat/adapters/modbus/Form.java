// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

/** How a number stands in registers, the more significant register first. */
public enum Form {
    /** One register, unsigned; 0xFFFF is not known. */
    U16(1, "uint16"),
    /** One register, signed; 0x8000 is not known. */
    S16(1, "int16"),
    /** Two registers, unsigned; 0xFFFFFFFF is not known. */
    U32(2, "uint32"),
    /** Two registers, signed; 0x80000000 is not known. */
    S32(2, "int32"),
    /** One register, a bit for each thing; 0xFFFF is not known. */
    BITS(1, "bits"),
    /** One register, 0 or 1, which is a coil and a discrete input of the same address too; not known is 0. */
    FLAG(1, "0 or 1");

    /** Stands for a value that is not known. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    private static final int LARGEST_U16 = 0xFFFE;
    private static final int BYTE = 8;

    private final int registers;
    private final String word;

    Form(int registers, String word) {
        this.registers = registers;
        this.word = word;
    }

    /** Returns how many registers it takes. */
    public int registers() {
        return registers;
    }

    /** Returns what it is called in published maps. */
    public String word() {
        return word;
    }

    /** Writes a value at a register; what does not fit is the largest or smallest that does. */
    void put(byte[] page, int register, int value) {
        switch (this) {
            case U16 -> put16(page, register, value == UNKNOWN ? 0xFFFF : Math.max(0, Math.min(LARGEST_U16, value)));
            case S16 -> put16(page, register,
                    value == UNKNOWN ? 0x8000 : Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, value)));
            case BITS -> put16(page, register, value == UNKNOWN ? 0xFFFF : value);
            case FLAG -> put16(page, register, value == UNKNOWN || value == 0 ? 0 : 1);
            case U32 -> put32(page, register, value == UNKNOWN ? -1 : value);
            case S32 -> put32(page, register, value);
        }
    }

    /** Returns what stands in a register and those behind it. */
    long read(RegisterImage image, int page, int register) {
        long first = image.at(page, register);
        return switch (this) {
            case U16, BITS, FLAG -> first;
            case S16 -> (short) first;
            case U32 -> first << 2 * BYTE | image.at(page, register + 1);
            case S32 -> (int) (first << 2 * BYTE | image.at(page, register + 1));
        };
    }

    /** Returns it as people write it: bits in hexadecimal digits. */
    String text(long raw) {
        return this == BITS ? String.format("0x%04X", raw) : Long.toString(raw);
    }

    private static void put16(byte[] page, int register, int value) {
        page[2 * register] = (byte) (value >> BYTE);
        page[2 * register + 1] = (byte) value;
    }

    private static void put32(byte[] page, int register, int value) {
        put16(page, register, value >> 2 * BYTE);
        put16(page, register + 1, value);
    }
}
