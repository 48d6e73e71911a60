// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** The line itself cannot be used: port gone, connection refused, adapter unplugged. The message says which and why. */
public final class LineFailure extends Exception {

    private static final long serialVersionUID = 1;

    public LineFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public LineFailure(String message) {
        super(message);
    }
}
