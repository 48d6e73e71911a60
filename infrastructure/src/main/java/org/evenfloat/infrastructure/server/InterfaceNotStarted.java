// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

/** A protocol by which others read the site cannot be served; the message says why and what to do. */
public final class InterfaceNotStarted extends Exception {

    private static final long serialVersionUID = 1;

    InterfaceNotStarted(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
