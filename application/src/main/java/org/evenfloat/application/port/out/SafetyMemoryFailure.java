// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** What protects a battery cannot be read or kept; the message says why and what to do, for people. */
public final class SafetyMemoryFailure extends Exception {

    private static final long serialVersionUID = 1;

    public SafetyMemoryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
