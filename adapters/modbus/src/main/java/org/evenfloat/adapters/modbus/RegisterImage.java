// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import org.evenfloat.application.northbound.NorthboundImage;

/**
 * All registers with the values of one moment, as they go on the wire: of each page the registers from 0 on, two bytes each.
 * Never changed once it is published, so that an answer is a copy and of one moment only.
 *
 * @param of the values that they were made of
 * @param pages the bytes of each page
 */
record RegisterImage(NorthboundImage of, byte[][] pages) {

    /** Registers that can be addressed. */
    static final int REGISTERS = 65_536;

    /** Returns the number in a register. */
    int at(int page, int register) {
        return (pages[page][2 * register] & 0xFF) << 8 | pages[page][2 * register + 1] & 0xFF;
    }

    /** Copies registers as they go on the wire. */
    void copy(int page, int register, int count, byte[] target, int at) {
        System.arraycopy(pages[page], 2 * register, target, at, 2 * count);
    }
}
