// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import org.evenfloat.domain.access.Role;

/** Somebody wanted what he may not; the message says it to him. Costs no stack trace. Each channel has its answer. */
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Role needed;

    /**
     * @param message who may not do what, and what it needs
     * @param needed the least role that may
     */
    public NotAllowed(String message, Role needed) {
        super(message, null, false, false);
        this.needed = needed;
    }

    /** Returns the least role that may do what was wanted. */
    public Role needed() {
        return needed;
    }
}
