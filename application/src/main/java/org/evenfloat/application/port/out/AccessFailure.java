// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** Who may do what cannot be read or kept; the message says why and what to do. */
public final class AccessFailure extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message why, and what to do
     * @param cause may be null
     */
    public AccessFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
