// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/** Too many passwords wait for their turn; to be tried again in some seconds. Costs no stack trace. */
public final class HashBusy extends Exception {

    private static final long serialVersionUID = 1;

    public HashBusy() {
        super("too many people sign in at this moment", null, false, false);
    }
}
