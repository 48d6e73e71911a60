// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.evenfloat.application.port.in.OwnAccess;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Verb;

/** What a person does about his own access: password, second factor, sessions. */
final class OwnAccessResource {

    private static final String BASE = AccessResource.BASE;
    private static final String FACTOR = BASE + "/second-factor";

    private final Admission admission;
    private final ViewStrings strings;
    private final int bodyBytes;

    OwnAccessResource(Admission admission, ViewStrings strings, int bodyBytes) {
        this.admission = admission;
        this.strings = strings;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.post(BASE + "/password", Verb.CHANGE_OWN_ACCESS, this::password),
                Route.post(FACTOR + "/begin", Verb.CHANGE_OWN_ACCESS, this::begin),
                Route.post(FACTOR + "/confirm", Verb.CHANGE_OWN_ACCESS, this::confirm),
                Route.post(FACTOR + "/drop", Verb.CHANGE_OWN_ACCESS, this::drop),
                Route.get(BASE + "/sessions", Verb.CHANGE_OWN_ACCESS, this::sessions));
    }

    private void password(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{\"old\": \"…\", \"new\": \"…\"}");
        String before = body.secret("old", AccessResource.MOST_PASSWORD);
        String now = body.secret("new", AccessResource.MOST_PASSWORD);
        body.finish();
        query.check();
        Who who = Who.of(context);
        answer(context, admission.own().changePassword(who.actor(), who.session(), before, now));
    }

    private static void answer(Context context, List<String> problems) {
        AccountAnswers.done(context, problems, "user", Who.asks(context).name());
    }

    private void begin(Context context) throws IOException {
        AccountAnswers.empty(context, bodyBytes);
        OwnAccess.Enrolment enrolment = admission.own().beginSecondFactor(Who.asks(context));
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField("secret", enrolment.secret());
            json.writeStringField("uri", enrolment.uri());
            json.writeEndObject();
        });
    }

    private void confirm(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{\"code\": \"123456\"}");
        String code = body.secret("code", AccessResource.MOST_CODE);
        body.finish();
        query.check();
        answer(context, admission.own().confirmSecondFactor(Who.asks(context), code));
    }

    private void drop(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{\"password\": \"…\"}");
        String password = body.secret("password", AccessResource.MOST_PASSWORD);
        body.finish();
        query.check();
        answer(context, admission.own().dropSecondFactor(Who.asks(context), password));
    }

    private void sessions(Context context) {
        new Query(context).check();
        AccountAnswers.sessions(
                context, admission.own().ownSessions(Who.asks(context)), strings.site().timeZone());
    }
}
