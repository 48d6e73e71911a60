// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenfloat.application.northbound.NorthboundOrder;
import org.evenfloat.application.northbound.PointSubject;

/**
 * A request that writes, checked as a whole: either all of it can be carried out, or it is refused and nothing is.
 *
 * @param refused why it is refused; null when it is not
 * @param orders what it asks for, in the order of registers
 * @param echo how many bytes of the request its answer repeats
 */
record WriteRequest(ExceptionCode refused, List<NorthboundOrder> orders, int echo) {

    private static final int SINGLE_LENGTH = 5;
    private static final int MULTIPLE_HEAD = 6;
    private static final int MOST_WRITTEN = 123;
    private static final int MOST_COILS = 1_968;
    private static final int BITS = 8;
    private static final int COIL_ON = 0xFF00;

    /**
     * Reads a request.
     *
     * @param in where it is, its function at {@code at}
     * @param may what the client may ask for
     */
    static WriteRequest read(RegisterMap map, int page, byte[] in, int at, int length, Set<NorthboundOrder.Kind> may) {
        if (may.isEmpty()) {
            return refuse(ExceptionCode.ILLEGAL_FUNCTION);
        }
        int function = in[at] & 0xFF;
        boolean single = function == Answers.WRITE_COIL || function == Answers.WRITE_REGISTER;
        boolean coils = function == Answers.WRITE_COIL || function == Answers.WRITE_COILS;
        int[] values = single ? single(in, at, length, coils) : multiple(in, at, length, coils);
        if (values == null) {
            return refuse(ExceptionCode.ILLEGAL_DATA_VALUE);
        }
        return orders(map, page, Answers.word(in, at + 1), values, may);
    }

    private static int[] single(byte[] in, int at, int length, boolean coil) {
        if (length != SINGLE_LENGTH) {
            return null;
        }
        int value = Answers.word(in, at + 3);
        if (!coil) {
            return new int[] {value};
        }
        return value == COIL_ON || value == 0 ? new int[] {value == 0 ? 0 : 1} : null;
    }

    private static int[] multiple(byte[] in, int at, int length, boolean coils) {
        int count = length >= MULTIPLE_HEAD ? Answers.word(in, at + 3) : 0;
        int bytes = coils ? (count + BITS - 1) / BITS : 2 * count;
        if (count < 1 || count > (coils ? MOST_COILS : MOST_WRITTEN) || length != MULTIPLE_HEAD + bytes
                || (in[at + MULTIPLE_HEAD - 1] & 0xFF) != bytes) {
            return null;
        }
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = coils ? in[at + MULTIPLE_HEAD + i / BITS] >> i % BITS & 1
                    : Answers.word(in, at + MULTIPLE_HEAD + 2 * i);
        }
        return values;
    }

    private static WriteRequest orders(
            RegisterMap map, int page, int first, int[] values, Set<NorthboundOrder.Kind> may) {
        List<NorthboundOrder> orders = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            int register = first + i;
            if (register == CommandSegments.ACKNOWLEDGE_ONE) {
                if (i + 1 >= values.length) {
                    return refuse(ExceptionCode.ILLEGAL_DATA_ADDRESS);
                }
                i++;
                int sequence = values[i - 1] << 2 * BITS | values[i];
                if (sequence != 0) {
                    orders.add(new NorthboundOrder.Acknowledge(sequence));
                }
                continue;
            }
            ExceptionCode wrong = flag(map, page, register, values[i], orders);
            if (wrong != null) {
                return refuse(wrong);
            }
        }
        return orders.stream().allMatch(order -> may.contains(order.kind()))
                ? new WriteRequest(null, orders, SINGLE_LENGTH) : refuse(ExceptionCode.ILLEGAL_FUNCTION);
    }

    /** Takes a register that is 0 or 1; returns what is wrong, null for nothing. */
    private static ExceptionCode flag(RegisterMap map, int page, int register, int value, List<NorthboundOrder> orders) {
        boolean all = register == CommandSegments.ACKNOWLEDGE_ALL;
        boolean mute = register == CommandSegments.MUTE;
        boolean string = register >= CommandSegments.EQUALIZING
                && register < CommandSegments.EQUALIZING + OwnSegments.MOST_STRINGS && map.serves(page, register, 1);
        if (!all && !mute && !string) {
            return ExceptionCode.ILLEGAL_DATA_ADDRESS;
        }
        if (value > 1) {
            return ExceptionCode.ILLEGAL_DATA_VALUE;
        }
        if (string) {
            int row = page * OwnSegments.MOST_STRINGS + register - CommandSegments.EQUALIZING;
            orders.add(new NorthboundOrder.Equalize(map.table().ids(PointSubject.STRING).get(row), value == 1));
        } else if (value == 1) {
            orders.add(all ? new NorthboundOrder.AcknowledgeAll() : new NorthboundOrder.Mute());
        }
        return null;
    }

    private static WriteRequest refuse(ExceptionCode why) {
        return new WriteRequest(why, List.of(), 0);
    }
}
