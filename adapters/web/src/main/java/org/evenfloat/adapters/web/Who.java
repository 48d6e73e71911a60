// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import org.evenfloat.domain.access.Actor;

/** Who sends a request, as the gate has found out. */
final class Who {

    private static final String ATTRIBUTE = "evenfloat.actor";

    private Who() {}

    /** Notes it for whatever looks at the request after the gate. */
    static void asks(Context context, Actor actor) {
        context.attribute(ATTRIBUTE, actor);
    }

    /** Returns the actor. A request that the gate let through without one is a fault of this server. */
    static Actor asks(Context context) {
        Actor actor = context.attribute(ATTRIBUTE);
        if (actor == null) {
            throw new IllegalStateException("nobody asks for " + context.path());
        }
        return actor;
    }
}
