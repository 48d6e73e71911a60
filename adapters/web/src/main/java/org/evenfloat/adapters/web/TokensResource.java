// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.ManageUsers.NewToken;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.Verb;

/** Tokens of scripts, for those who manage them. A token itself is told once, when it is made. */
final class TokensResource {

    private static final String BASE = Route.BASE + "/tokens";
    private static final int MOST_NAME = 64;
    private static final int MOST_DAYS = 731;

    private final ManageUsers users;
    private final GrantsFields grants;
    private final ViewStrings strings;
    private final int bodyBytes;

    TokensResource(ManageUsers users, GrantsFields grants, ViewStrings strings, int bodyBytes) {
        this.users = users;
        this.grants = grants;
        this.strings = strings;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.get(BASE, Verb.MANAGE_TOKENS, this::list),
                Route.post(BASE, Verb.MANAGE_TOKENS, this::add),
                Route.post(BASE + "/{name}/remove", Verb.MANAGE_TOKENS, this::remove));
    }

    private void list(Context context) {
        new Query(context).check();
        List<ScriptToken> all = users.tokens(Who.asks(context));
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("tokens");
            for (ScriptToken token : all) {
                write(json, token, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, ScriptToken token, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", token.name());
        GrantsFields.write(json, token.grants());
        json.writeStringField("createdBy", token.createdBy());
        Instants.write(json, "createdAt", token.createdAtMillis(), zone);
        Instants.write(json, "expiresAt", token.expiresAtMillis(), zone);
        json.writeEndObject();
    }

    private void add(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(
                context, query, bodyBytes, "{\"name\": \"scada\", \"role\": \"view\", \"days\": 365}");
        String name = body.secret("name", MOST_NAME);
        Grants given = grants.read(body, query);
        int days = body.whole("days", 1, MOST_DAYS, null);
        body.finish();
        query.check();
        NewToken made = users.addToken(Who.asks(context), name, given, days);
        if (!made.problems().isEmpty()) {
            throw Refused.badRequest(made.problems());
        }
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("token", made.token());
            json.writeEndObject();
        });
    }

    private void remove(Context context) throws IOException {
        AccountAnswers.empty(context, bodyBytes);
        String name = context.pathParam("name");
        AccountAnswers.done(context, users.removeToken(Who.asks(context), name), "name", name);
    }
}
