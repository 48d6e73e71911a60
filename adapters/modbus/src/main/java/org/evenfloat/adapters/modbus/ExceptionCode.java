// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

/** Why a request is not answered. Source: MODBUS Application Protocol Specification V1.1b3, §7. */
enum ExceptionCode {
    /** No such function here, or this client may not write. */
    ILLEGAL_FUNCTION(0x01),
    /** Not all of those registers are there, or not all may be written. */
    ILLEGAL_DATA_ADDRESS(0x02),
    /** Too many or no registers, a frame of the wrong length, or a value that is not allowed. */
    ILLEGAL_DATA_VALUE(0x03),
    /** It was tried and failed: the disk, the audit. */
    SERVER_DEVICE_FAILURE(0x04),
    /** A second person has been asked and has to approve it first. */
    ACKNOWLEDGE(0x05),
    /** Too many orders wait already; try again. */
    SERVER_DEVICE_BUSY(0x06),
    /** Nobody has that unit id. */
    GATEWAY_TARGET_DEVICE_FAILED_TO_RESPOND(0x0B);

    private final byte code;

    ExceptionCode(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
