// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** What stands, or what was, cannot be kept or read; the message says why and what to do. */
public final class AlarmStoreFailure extends Exception {

    private static final long serialVersionUID = 1;

    public AlarmStoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
