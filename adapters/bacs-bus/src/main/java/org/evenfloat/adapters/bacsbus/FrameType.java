// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.Arrays;

/** TYPE bytes of bus version 1, version bits included (docs/module-bus.md, section 4). */
final class FrameType {

    static final int SAMPLE = 0x41;
    static final int COLLECT = 0x42;
    static final int READ = 0x43;
    static final int DUTY = 0x44;
    static final int STATUS = 0x45;
    static final int IDENTIFY = 0x46;
    static final int SEARCH = 0x47;
    static final int ASSIGN = 0x48;
    static final int RESET_ADDRESSES = 0x49;
    static final int ADDRESSING = 0x4A;
    static final int BLINK = 0x4C;
    static final int ECHO = 0x4D;
    static final int SLEEP = 0x4E;
    static final int START_RESISTANCE = 0x4F;
    static final int RESISTANCE = 0x50;
    static final int RELAY_SET = 0x51;
    static final int RELAY_READ = 0x52;
    static final int INPUT_READ = 0x53;
    static final int RELAY_SILENCE = 0x54;

    static final int ACK = 0x60;
    static final int MEASURED_CONTACTS = 0x61;
    static final int MEASURED_BLOCK = 0x62;
    static final int MEASURED_CURRENT = 0x63;
    static final int MEASURED_TEMPERATURE = 0x64;
    static final int STATUS_IS = 0x65;
    static final int IDENTITY = 0x66;
    static final int ECHOED = 0x6D;
    static final int RESISTANCE_IS = 0x70;
    static final int RELAYS_ARE = 0x71;
    static final int INPUTS_ARE = 0x73;

    private static final byte[] ANSWER_PAYLOADS = new byte[256];
    private static final byte UNKNOWN = -1;
    private static final byte ANY = -2;

    static {
        Arrays.fill(ANSWER_PAYLOADS, UNKNOWN);
        ANSWER_PAYLOADS[ACK] = 1;
        ANSWER_PAYLOADS[MEASURED_CONTACTS] = 5;
        ANSWER_PAYLOADS[MEASURED_BLOCK] = 5;
        ANSWER_PAYLOADS[MEASURED_CURRENT] = 5;
        ANSWER_PAYLOADS[MEASURED_TEMPERATURE] = 5;
        ANSWER_PAYLOADS[STATUS_IS] = 6;
        ANSWER_PAYLOADS[IDENTITY] = 9;
        ANSWER_PAYLOADS[ECHOED] = ANY;
        ANSWER_PAYLOADS[RESISTANCE_IS] = 8;
        ANSWER_PAYLOADS[RELAYS_ARE] = 4;
        ANSWER_PAYLOADS[INPUTS_ARE] = 3;
    }

    private FrameType() {}

    /** Returns whether the master understands that type; own requests that come back as an echo are not among them. */
    static boolean isAnswer(int type) {
        return ANSWER_PAYLOADS[type] != UNKNOWN;
    }

    /** Returns whether a frame of that type can have so many bytes of payload. */
    static boolean fits(int type, int payload) {
        return ANSWER_PAYLOADS[type] < 0 || ANSWER_PAYLOADS[type] == payload;
    }

    /** Returns how many bytes of payload an answer of that fixed-length type has. */
    static int payloadOf(int answerType) {
        return ANSWER_PAYLOADS[answerType];
    }

    /** Returns whether the type carries measured values. */
    static boolean isMeasured(int type) {
        return type >= MEASURED_CONTACTS && type <= MEASURED_TEMPERATURE;
    }
}
