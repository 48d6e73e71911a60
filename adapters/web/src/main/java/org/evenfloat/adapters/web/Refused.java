// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.List;

/** A request that is not served: what the client is told about it. Costs no stack trace. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<String> problems;

    /**
     * @param status HTTP status
     * @param detail one sentence: what is wrong and what to do
     * @param problems all that is wrong, each {@code where: what was given - what is allowed}; may be empty
     */
    Refused(int status, String detail, List<String> problems) {
        super(detail, null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    Refused(int status, String detail) {
        this(status, detail, List.of());
    }

    static Refused badRequest(List<String> problems) {
        return new Refused(400, "The request is not valid; problems lists everything that is wrong with it.", problems);
    }

    int status() {
        return status;
    }

    List<String> problems() {
        return problems;
    }
}
