// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

/** What somebody wanted was not done because the audit cannot be written; the message says why and what to do. */
public final class NotWrittenDown extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotWrittenDown(String message, Throwable cause) {
        super(message, cause);
    }
}
