// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Verb;

/** The sessions of everybody, and the end of one, which its own user may bring about too. */
final class SessionsResource {

    private final Admission admission;
    private final ViewStrings strings;
    private final int bodyBytes;

    SessionsResource(Admission admission, ViewStrings strings, int bodyBytes) {
        this.admission = admission;
        this.strings = strings;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Route.BASE + "/sessions", Verb.MANAGE_SESSIONS, this::list),
                Route.post(Route.BASE + "/sessions/{id}/end", Verb.MANAGE_SESSIONS, this::end),
                Route.post(AccessResource.BASE + "/sessions/{id}/end", Verb.CHANGE_OWN_ACCESS, this::end));
    }

    private void list(Context context) {
        new Query(context).check();
        AccountAnswers.sessions(
                context, admission.users().sessions(Who.asks(context)), strings.site().timeZone());
    }

    private void end(Context context) throws IOException {
        AccountAnswers.empty(context, bodyBytes);
        String id = context.pathParam("id");
        AccountAnswers.done(context, admission.users().endSession(Who.asks(context), id), "session", id);
    }
}
