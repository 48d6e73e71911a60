// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.in.SignIn.Answer;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Verb;

/** Coming in and going out: who asks, signing in and out, and making the first administrator. */
final class AccessResource {

    static final String BASE = Route.BASE + "/access";
    static final String STATE = BASE + "/state";

    /** Longest password that is looked at, in UTF-16 units; what is allowed is decided further in. */
    static final int MOST_PASSWORD = 1_024;

    private static final int MOST_NAME = 64;
    static final int MOST_CODE = 32;

    private final Admission admission;
    private final Doorman doorman;
    private final int bodyBytes;

    AccessResource(Admission admission, Doorman doorman, int bodyBytes) {
        this.admission = admission;
        this.doorman = doorman;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.openGet(STATE, this::state),
                Route.openPost(BASE + "/sign-in", this::signIn),
                Route.openPost(BASE + "/claim", this::claim),
                Route.post(BASE + "/sign-out", Verb.CHANGE_OWN_ACCESS, this::signOut));
    }

    private void state(Context context) {
        new Query(context).check();
        answer(context, doorman.who(context));
    }

    private void answer(Context context, Optional<Who> who) {
        boolean claimed = admission.signIn().claimed();
        String scheme = context.req().getScheme();
        Optional<Boolean> secondFactor = who.map(Who::actor)
                .filter(actor -> actor.kind() == Actor.Kind.PERSON && !actor.guest())
                .map(admission.own()::hasSecondFactor);
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeBooleanField("claimed", claimed);
            json.writeStringField("scheme", scheme);
            json.writeStringField("elsewhere", admission.elsewhere().button().orElse(null));
            json.writeBooleanField("signedIn", who.isPresent());
            if (who.isPresent()) {
                write(json, who.get(), secondFactor.orElse(null));
            }
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Who who, Boolean secondFactor) throws IOException {
        json.writeStringField("kind", who.actor().kind().name());
        json.writeStringField("user", who.actor().name());
        GrantsFields.write(json, who.actor().grants());
        if (secondFactor == null) {
            json.writeNullField("secondFactor");
        } else {
            json.writeBooleanField("secondFactor", secondFactor);
        }
        json.writeStringField("csrf", who.session().isEmpty() ? null : SessionCookie.token(who.session()));
        json.writeObjectFieldStart("verbs");
        for (Verb verb : Verb.values()) {
            json.writeStringField(verb.name(), verb.least().word());
        }
        json.writeEndObject();
    }

    private void signIn(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{\"user\": \"eva\", \"password\": \"…\"}");
        String user = body.secret("user", MOST_NAME);
        String password = body.secret("password", MOST_PASSWORD);
        String code = body.has("code") ? body.secret("code", MOST_CODE) : "";
        body.finish();
        query.check();
        String before = SessionCookie.of(context);
        Answer answer = admission.signIn().signIn(user, password, code, Doorman.from(context));
        switch (answer.verdict()) {
            case WELCOME -> welcome(context, before, answer);
            case CODE_WANTED -> throw new Refused(403, answer.sentence(), List.of(
                    "code: " + (code.isEmpty() ? "nothing" : "not a good one")
                            + " - the code that your authenticator shows now"));
            case WAIT -> {
                context.header("Retry-After", Long.toString(seconds(answer)));
                throw new Refused(429, answer.sentence());
            }
            default -> throw new Refused(401, answer.sentence());
        }
    }

    private static long seconds(SignIn.Answer answer) {
        return Math.max(1, (answer.waitMillis() + 999) / 1000);
    }

    /** The session that the browser had before ends: whoever has put it there gains nothing. */
    private void welcome(Context context, String before, Answer answer) {
        if (before != null && !before.equals(answer.session())) {
            admission.signIn().signOut(before);
        }
        SessionCookie.give(context, answer.session());
        answer(context, doorman.bySession(answer.session(), Doorman.from(context)));
    }

    private void signOut(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody.of(context, query, bodyBytes, "{}").finish();
        query.check();
        Who who = Who.of(context);
        if (who.actor().kind() != Actor.Kind.PERSON) {
            throw new Refused(409, "Only a person who has signed in can sign out; a token is good until it is removed.");
        }
        admission.signIn().signOut(who.session());
        SessionCookie.take(context);
        answer(context, Optional.empty());
    }

    private void claim(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(
                context, query, bodyBytes, "{\"code\": \"ABCD-EFGH\", \"user\": \"eva\", \"password\": \"…\"}");
        String code = body.secret("code", MOST_CODE);
        String user = body.secret("user", MOST_NAME);
        String password = body.secret("password", MOST_PASSWORD);
        body.finish();
        query.check();
        List<String> problems = admission.signIn().claim(code, user, password, Doorman.from(context));
        if (!problems.isEmpty()) {
            throw Refused.badRequest(problems);
        }
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeBooleanField("claimed", true);
            json.writeStringField("user", user);
            json.writeEndObject();
        });
    }
}
