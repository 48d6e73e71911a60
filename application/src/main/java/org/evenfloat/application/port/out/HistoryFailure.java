// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** The history could not be written or read. The message says what to do. */
public final class HistoryFailure extends Exception {

    private static final long serialVersionUID = 1;

    public HistoryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
