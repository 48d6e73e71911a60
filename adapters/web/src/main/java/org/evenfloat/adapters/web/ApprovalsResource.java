// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenfloat.application.port.in.ApproveRequests.Request;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.domain.access.Verb;

/** What waits for a second person, his answer, and what needs one at all. */
final class ApprovalsResource {

    private static final String BASE = Route.BASE + "/approvals";
    private static final String POLICY = BASE + "/policy";

    private final Admission admission;
    private final ViewStrings strings;
    private final int bodyBytes;

    ApprovalsResource(Admission admission, ViewStrings strings, int bodyBytes) {
        this.admission = admission;
        this.strings = strings;
        this.bodyBytes = bodyBytes;
    }

    List<Route> routes() {
        return List.of(
                Route.get(BASE, this::list),
                Route.get(POLICY, Verb.MANAGE_APPROVALS, this::policy),
                Route.post(POLICY, Verb.MANAGE_APPROVALS, this::decide),
                Route.post(BASE + "/{id}/approve", Verb.APPROVE, context -> answer(context, true)),
                Route.post(BASE + "/{id}/refuse", Verb.APPROVE, context -> answer(context, false)));
    }

    private void list(Context context) {
        new Query(context).check();
        List<Request> all = admission.approvals().requests();
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("approvals");
            for (Request request : all) {
                write(json, request, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Request request, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", request.id());
        json.writeStringField("who", request.who());
        json.writeStringField("verb", request.verb().name());
        json.writeStringField("words", request.verb().words());
        json.writeStringField("role", request.verb().least().word());
        json.writeStringField("target", request.target());
        json.writeStringField("wanted", request.wanted());
        Instants.write(json, "askedAt", request.askedAtMillis(), zone);
        Instants.write(json, "untilAt", request.untilMillis(), zone);
        json.writeStringField("state", request.state().name());
        json.writeStringField("by", request.by().isEmpty() ? null : request.by());
        json.writeStringField("told", request.told().isEmpty() ? null : request.told());
        json.writeEndObject();
    }

    private void answer(Context context, boolean approves) throws IOException {
        AccountAnswers.empty(context, bodyBytes);
        String id = context.pathParam("id");
        Optional<Request> answered = id.matches("[0-9]{1,18}")
                ? answered(context, Long.parseLong(id), approves) : Optional.empty();
        if (answered.isEmpty()) {
            throw new Refused(404, "No request " + Query.quoted(id) + " waits; it may have been answered already.");
        }
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> write(json, answered.get(), zone));
    }

    private Optional<Request> answered(Context context, long id, boolean approves) {
        return approves ? admission.approvals().approve(Who.asks(context), id)
                : admission.approvals().refuse(Who.asks(context), id);
    }

    private void policy(Context context) {
        new Query(context).check();
        answerPolicy(context, admission.secondPerson().verbs(Who.asks(context)));
    }

    private void answerPolicy(Context context, Set<Verb> verbs) {
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("verbs");
            for (Verb verb : new TreeSet<>(verbs)) {
                json.writeString(verb.name());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("possible");
            for (Verb verb : new TreeSet<>(admission.secondPerson().possible())) {
                json.writeStartObject();
                json.writeStringField("verb", verb.name());
                json.writeStringField("words", verb.words());
                json.writeStringField("role", verb.least().word());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void decide(Context context) throws IOException {
        Query query = new Query(context);
        JsonBody body = JsonBody.of(context, query, bodyBytes, "{\"verbs\": [\"RESET_ADDRESSES\"]}");
        Set<String> names = admission.secondPerson().possible().stream().map(Verb::name)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> wanted = body.texts("verbs", Verb.values().length, names::contains, String.join(", ", names));
        body.finish();
        query.check();
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        wanted.forEach(name -> verbs.add(Verb.valueOf(name)));
        List<String> problems = admission.secondPerson().require(Who.asks(context), verbs);
        if (!problems.isEmpty()) {
            throw Refused.badRequest(problems);
        }
        answerPolicy(context, verbs);
    }
}
