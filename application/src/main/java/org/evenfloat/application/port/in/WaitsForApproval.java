// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

/** What somebody wanted needs a second person, who has been asked. Nothing was done yet. Costs no stack trace. */
public final class WaitsForApproval extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long request;

    /**
     * @param message what waits, until when, and who can approve it
     * @param request number of the request
     */
    public WaitsForApproval(String message, long request) {
        super(message, null, false, false);
        this.request = request;
    }

    /** Returns the number by which the second person finds it. */
    public long request() {
        return request;
    }
}
