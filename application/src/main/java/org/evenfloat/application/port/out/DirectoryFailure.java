// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** A directory or an identity provider cannot be asked; the message says why to who keeps this server, no secrets. */
public final class DirectoryFailure extends Exception {

    private static final long serialVersionUID = 1;

    public DirectoryFailure(String message) {
        super(message);
    }

    public DirectoryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
