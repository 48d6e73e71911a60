// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.util.function.BooleanSupplier;
import org.evenfloat.domain.access.Actor;

/**
 * Who sends a request, as the gate has found out.
 *
 * @param actor who
 * @param session secret of his session; empty for a script
 * @param still whether he would still be let in, asked later: an answer that goes on for hours has to end with his
 *     session
 */
record Who(Actor actor, String session, BooleanSupplier still) {

    private static final String ATTRIBUTE = "evenfloat.who";

    /** Notes it for whatever looks at the request after the gate. */
    void note(Context context) {
        context.attribute(ATTRIBUTE, this);
    }

    /** Returns the actor. A request that the gate let through without one is a fault of this server. */
    static Actor asks(Context context) {
        return of(context).actor();
    }

    /** Returns who sends a request that is not open to everybody. */
    static Who of(Context context) {
        Who who = context.attribute(ATTRIBUTE);
        if (who == null) {
            throw new IllegalStateException("nobody asks for " + context.path());
        }
        return who;
    }
}
