// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** The audit cannot be written or read; the message says why and what to do. */
public final class AuditFailure extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message why, and what to do
     * @param cause may be null
     */
    public AuditFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
