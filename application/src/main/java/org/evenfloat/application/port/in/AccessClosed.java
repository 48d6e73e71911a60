// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

/**
 * Nobody gets in, and nothing of users can be changed, because what is kept about them cannot be read or written. The
 * message is for whoever asked: to somebody who is not signed in it tells nothing of the machine.
 */
public final class AccessClosed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AccessClosed(String message, Throwable cause) {
        super(message, cause);
    }
}
