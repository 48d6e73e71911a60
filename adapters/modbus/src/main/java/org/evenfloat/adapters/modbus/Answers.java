// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.Arrays;

/**
 * Answers requests from one image, without the frame around them. Pure, no objects a request. Source: MODBUS Application
 * Protocol Specification V1.1b3, §6 and the state diagrams there, which fix the order of the checks.
 */
final class Answers {

    /** The longest request or answer without its frame. */
    static final int MOST_PDU = 253;

    /** Returned instead of a length: the request wants to write something. */
    static final int WRITES = 0;

    static final int READ_COILS = 1;
    static final int READ_DISCRETE_INPUTS = 2;
    static final int READ_HOLDING_REGISTERS = 3;
    static final int READ_INPUT_REGISTERS = 4;
    static final int WRITE_COIL = 5;
    static final int WRITE_REGISTER = 6;
    static final int WRITE_COILS = 15;
    static final int WRITE_REGISTERS = 16;
    static final int ENCAPSULATED = 43;

    static final int MOST_REGISTERS = 125;
    static final int MOST_BITS = 2_000;
    private static final int READ_LENGTH = 5;
    private static final int BITS = 8;
    private static final byte EXCEPTION = (byte) 0x80;

    private final RegisterMap map;
    private final Identity identity;

    Answers(RegisterMap map, Identity identity) {
        this.map = map;
        this.identity = identity;
    }

    /**
     * Answers one request.
     *
     * @param in where the request is, its function at {@code at}
     * @param length of the request, at least 1
     * @param out where the answer goes, with room for {@link #MOST_PDU} bytes at {@code to}
     * @return length of the answer, or {@link #WRITES} when somebody else has to answer
     */
    int answer(RegisterImage image, int page, byte[] in, int at, int length, byte[] out, int to) {
        return switch (in[at] & 0xFF) {
            case READ_HOLDING_REGISTERS, READ_INPUT_REGISTERS -> registers(image, page, in, at, length, out, to);
            case READ_COILS, READ_DISCRETE_INPUTS -> bits(image, page, in, at, length, out, to);
            case WRITE_COIL, WRITE_REGISTER, WRITE_COILS, WRITE_REGISTERS -> WRITES;
            case ENCAPSULATED -> identity.answer(in, at, length, out, to);
            default -> refuse(in[at], ExceptionCode.ILLEGAL_FUNCTION, out, to);
        };
    }

    private int registers(RegisterImage image, int page, byte[] in, int at, int length, byte[] out, int to) {
        int count = length == READ_LENGTH ? word(in, at + 3) : 0;
        if (count < 1 || count > MOST_REGISTERS) {
            return refuse(in[at], ExceptionCode.ILLEGAL_DATA_VALUE, out, to);
        }
        int first = word(in, at + 1);
        if (!map.serves(page, first, count)) {
            return refuse(in[at], ExceptionCode.ILLEGAL_DATA_ADDRESS, out, to);
        }
        out[to] = in[at];
        out[to + 1] = (byte) (2 * count);
        image.copy(page, first, count, out, to + 2);
        return 2 + 2 * count;
    }

    private int bits(RegisterImage image, int page, byte[] in, int at, int length, byte[] out, int to) {
        int count = length == READ_LENGTH ? word(in, at + 3) : 0;
        if (count < 1 || count > MOST_BITS) {
            return refuse(in[at], ExceptionCode.ILLEGAL_DATA_VALUE, out, to);
        }
        int first = word(in, at + 1);
        if (!map.serves(page, first, count)) {
            return refuse(in[at], ExceptionCode.ILLEGAL_DATA_ADDRESS, out, to);
        }
        int bytes = (count + BITS - 1) / BITS;
        out[to] = in[at];
        out[to + 1] = (byte) bytes;
        Arrays.fill(out, to + 2, to + 2 + bytes, (byte) 0);
        for (int i = 0; i < count; i++) {
            if (map.isFlag(page, first + i) && image.at(page, first + i) == 1) {
                out[to + 2 + i / BITS] |= (byte) (1 << i % BITS);
            }
        }
        return 2 + bytes;
    }

    static int word(byte[] in, int at) {
        return (in[at] & 0xFF) << BITS | in[at + 1] & 0xFF;
    }

    /** Writes an exception and returns its length. */
    static int refuse(byte function, ExceptionCode why, byte[] out, int to) {
        out[to] = (byte) (function | EXCEPTION);
        out[to + 1] = why.code();
        return 2;
    }
}
