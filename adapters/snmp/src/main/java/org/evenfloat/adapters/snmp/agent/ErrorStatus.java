// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

/** What an answer says is wrong. Source: RFC 3416 section 3; for version 1 as RFC 3584 section 4.4 translates. */
final class ErrorStatus {

    static final int NONE = 0;
    static final int TOO_BIG = 1;
    static final int NO_SUCH_NAME = 2;
    static final int BAD_VALUE = 3;
    static final int GENERAL = 5;
    static final int NO_ACCESS = 6;
    static final int WRONG_TYPE = 7;
    static final int WRONG_VALUE = 10;
    static final int INCONSISTENT_VALUE = 12;
    static final int RESOURCE_UNAVAILABLE = 13;
    static final int COMMIT_FAILED = 14;
    static final int AUTHORIZATION = 16;

    private static final int WRONG_LENGTH = 8;
    private static final int WRONG_ENCODING = 9;

    private ErrorStatus() {}

    /** Returns what version 1 says instead. */
    static int version1(int status) {
        return switch (status) {
            case NONE, TOO_BIG, NO_SUCH_NAME, BAD_VALUE, GENERAL -> status;
            case WRONG_TYPE, WRONG_LENGTH, WRONG_ENCODING, WRONG_VALUE, INCONSISTENT_VALUE -> BAD_VALUE;
            case RESOURCE_UNAVAILABLE, COMMIT_FAILED, COMMIT_FAILED + 1 -> GENERAL;
            default -> NO_SUCH_NAME;
        };
    }
}
