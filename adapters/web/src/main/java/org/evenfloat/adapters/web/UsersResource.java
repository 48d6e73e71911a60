// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;

/** Users, for those who manage them. Nothing that is secret leaves. */
final class UsersResource {

    private static final String BASE = Route.BASE + "/users";
    private static final String ONE = BASE + "/{name}";
    private static final int MOST_NAME = 64;

    private final ManageUsers users;
    private final GrantsFields grants;
    private final ViewStrings strings;
    private final int bodyBytes;

    UsersResource(ManageUsers users, GrantsFields grants, ViewStrings strings, int bodyBytes) {
        this.users = users;
        this.grants = grants;
        this.strings = strings;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.get(BASE, Verb.MANAGE_USERS, this::list),
                Route.post(BASE, Verb.MANAGE_USERS, this::add),
                Route.post(ONE + "/grant", Verb.MANAGE_USERS, this::grant),
                Route.post(ONE + "/disable", Verb.MANAGE_USERS, context -> disable(context, true)),
                Route.post(ONE + "/enable", Verb.MANAGE_USERS, context -> disable(context, false)),
                Route.post(ONE + "/password", Verb.MANAGE_USERS, this::password),
                Route.post(ONE + "/remove", Verb.MANAGE_USERS, this::remove));
    }

    private void list(Context context) {
        new Query(context).check();
        List<User> all = users.users(Who.asks(context));
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("users");
            for (User user : all) {
                write(json, user, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, User user, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", user.name());
        GrantsFields.write(json, user.grants());
        json.writeBooleanField("disabled", user.disabled());
        json.writeBooleanField("emergency", user.emergency());
        json.writeBooleanField("secondFactor", !user.secondFactor().isEmpty());
        Instants.write(json, "createdAt", user.createdAtMillis(), zone);
        Instants.write(json, "passwordAt", user.passwordAtMillis(), zone);
        json.writeEndObject();
    }

    private void add(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(
                context, query, bodyBytes, "{\"name\": \"eva\", \"role\": \"operate\", \"password\": \"…\"}");
        String name = body.secret("name", MOST_NAME);
        Grants given = grants.read(body, query);
        String password = body.secret("password", AccessResource.MOST_PASSWORD);
        boolean emergency = body.yes("emergency");
        body.finish();
        query.check();
        answer(context, users.add(Who.asks(context), name, given, password, emergency), name);
    }

    private static void answer(Context context, List<String> problems, String name) {
        AccountAnswers.done(context, problems, "user", name);
    }

    private void grant(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body =
                JsonBody.of(context, query, bodyBytes, "{\"role\": \"view\", \"strings\": {\"A1\": \"service\"}}");
        Grants given = grants.read(body, query);
        body.finish();
        query.check();
        String name = context.pathParam("name");
        answer(context, users.grant(Who.asks(context), name, given), name);
    }

    private void disable(Context context, boolean disabled) throws IOException {
        AccountAnswers.empty(context, bodyBytes);
        String name = context.pathParam("name");
        answer(context, users.disable(Who.asks(context), name, disabled), name);
    }

    private void password(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{\"password\": \"…\"}");
        String password = body.secret("password", AccessResource.MOST_PASSWORD);
        body.finish();
        query.check();
        String name = context.pathParam("name");
        answer(context, users.resetPassword(Who.asks(context), name, password), name);
    }

    private void remove(Context context) throws IOException {
        AccountAnswers.empty(context, bodyBytes);
        String name = context.pathParam("name");
        answer(context, users.remove(Who.asks(context), name), name);
    }
}
