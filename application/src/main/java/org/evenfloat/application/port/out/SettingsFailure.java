// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** Settings could not be kept or read; the message says why, for people. */
public final class SettingsFailure extends Exception {

    private static final long serialVersionUID = 1;

    public SettingsFailure(String message) {
        super(message);
    }

    public SettingsFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
