// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** A contact cannot be reached; the message says why and what to do. */
public final class ContactFailure extends Exception {

    private static final long serialVersionUID = 1;

    public ContactFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
