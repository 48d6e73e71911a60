// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.evenfloat.application.port.in.ManageUsers.Session;

/** Answers that several pieces about users, tokens and sessions give. */
final class AccountAnswers {

    private AccountAnswers() {}

    /** Reads a body that has no fields. */
    static void empty(Context context, int bodyBytes) throws IOException {
        Query query = new Query(context);
        JsonBody.of(context, query, bodyBytes, "{}").finish();
        query.check();
    }

    /** Answers that something was done to what the name says, or refuses with all that was wrong. */
    static void done(Context context, List<String> problems, String what, String name) {
        if (!problems.isEmpty()) {
            throw Refused.badRequest(problems);
        }
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField(what, name);
            json.writeEndObject();
        });
    }

    static void sessions(Context context, List<Session> sessions, ZoneId zone) {
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("sessions");
            for (Session session : sessions) {
                write(json, session, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Session session, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", session.id());
        json.writeStringField("user", session.user());
        json.writeStringField("from", session.from());
        Instants.write(json, "beganAt", session.beganAtMillis(), zone);
        Instants.write(json, "usedAt", session.usedAtMillis(), zone);
        Instants.write(json, "untilAt", session.untilMillis(), zone);
        json.writeEndObject();
    }
}
