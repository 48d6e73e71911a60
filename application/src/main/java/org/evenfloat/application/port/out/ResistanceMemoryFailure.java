// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** The resistances of earlier weeks cannot be kept or read; the message says why and what to do. */
public final class ResistanceMemoryFailure extends Exception {

    private static final long serialVersionUID = 1;

    public ResistanceMemoryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
