// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

/** The web API could not be started. The message names address and port and says what to do. */
public final class WebNotStarted extends Exception {

    private static final long serialVersionUID = 1;

    WebNotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
