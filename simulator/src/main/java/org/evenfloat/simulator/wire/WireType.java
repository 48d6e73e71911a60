// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** What a frame is: bits 5-0 of its TYPE (document, §4). Requests are below 20, answers from 20 on. */
public final class WireType {

    public static final int SAMPLE = 0x01;
    public static final int COLLECT = 0x02;
    public static final int READ = 0x03;
    public static final int DUTY = 0x04;
    public static final int STATUS = 0x05;
    public static final int IDENTIFY = 0x06;
    public static final int SEARCH = 0x07;
    public static final int ASSIGN = 0x08;
    public static final int RESET_ADDRESSES = 0x09;
    public static final int ADDRESSING = 0x0A;
    public static final int BLINK = 0x0C;
    public static final int ECHO = 0x0D;
    public static final int SLEEP = 0x0E;
    public static final int START_RESISTANCE = 0x0F;
    public static final int RESISTANCE = 0x10;
    public static final int RELAY_SET = 0x11;
    public static final int RELAY_READ = 0x12;
    public static final int INPUT_READ = 0x13;
    public static final int RELAY_SILENCE = 0x14;

    public static final int ACK = 0x20;
    public static final int MEASURED_CONTACTS = 0x21;
    public static final int MEASURED_BLOCK = 0x22;
    public static final int MEASURED_CURRENT = 0x23;
    public static final int MEASURED_TEMPERATURE = 0x24;
    public static final int STATUS_IS = 0x25;
    public static final int IDENTITY = 0x26;
    public static final int ECHOED = 0x2D;
    public static final int RESISTANCE_IS = 0x30;
    public static final int RELAYS_ARE = 0x31;
    public static final int INPUTS_ARE = 0x33;

    private WireType() {}

    /** Returns whether a request of that type has a payload of so many bytes; never for what is no known request. */
    static boolean fits(int type, int length) {
        return switch (type) {
            case READ, IDENTIFY, START_RESISTANCE, RESISTANCE, RELAY_READ, INPUT_READ -> length == 0;
            case SAMPLE, COLLECT, ADDRESSING, BLINK, SLEEP -> length == 1;
            case STATUS, RELAY_SILENCE -> length == 2;
            case RESET_ADDRESSES -> length == 4;
            case SEARCH, RELAY_SET -> length == 5;
            case ASSIGN -> length == 6;
            case DUTY -> length >= 5 && length % 2 == 1;
            case ECHO -> length >= 1 && length <= 64;
            default -> false;
        };
    }

    /** Returns whether a request of that type is for all devices only: its ADDR is 0. */
    static boolean isForAll(int type) {
        return switch (type) {
            case SAMPLE, ASSIGN, RESET_ADDRESSES, ADDRESSING, SLEEP -> true;
            default -> false;
        };
    }

    /** Returns whether somebody may answer a request of that type. */
    static boolean isAnswered(int type) {
        return switch (type) {
            case SAMPLE, DUTY, RESET_ADDRESSES, ADDRESSING, SLEEP -> false;
            default -> true;
        };
    }
}
