// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewStrings;

/** How the server itself is doing, for people and for whatever restarts or reports it. Open to everybody. */
final class HealthResource {

    static final String PATH = Route.BASE + "/health";

    private final ViewHealth health;
    private final ViewStrings strings;

    HealthResource(ViewHealth health, ViewStrings strings) {
        this.health = health;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(Route.openGet(PATH, this::health));
    }

    private void health(Context context) {
        new Query(context).check();
        Health now = health.health();
        ZoneId zone = strings.site().timeZone();
        context.status(now.good() ? 200 : 503);
        Json.answer(context, written(now, zone));
    }

    static Json.Writing written(Health now, ZoneId zone) {
        return json -> {
            json.writeStartObject();
            json.writeBooleanField("good", now.good());
            json.writeArrayFieldStart("problems");
            for (String problem : problems(now)) {
                json.writeString(problem);
            }
            json.writeEndArray();
            json.writeStringField("version", now.version());
            Instants.write(json, "startedAt", now.startedAtMillis(), zone);
            Instants.write(json, "now", now.nowMillis(), zone);
            json.writeNumberField("speed", now.speed());
            json.writeArrayFieldStart("lines");
            for (Health.LineHealth line : now.lines()) {
                write(json, line, zone);
            }
            json.writeEndArray();
            write(json, now.history());
            json.writeEndObject();
        };
    }

    private static List<String> problems(Health now) {
        List<String> problems = new ArrayList<>();
        now.lines().stream()
                .filter(line -> !line.up())
                .forEach(line -> problems.add("line " + line.line() + ": " + line.problem()));
        if (!now.history().working()) {
            problems.add("history: " + now.history().problem());
        }
        return problems;
    }

    private static void write(JsonGenerator json, Health.LineHealth line, ZoneId zone) throws IOException {
        json.writeStartObject();
        json.writeStringField("line", line.line());
        json.writeBooleanField("up", line.up());
        json.writeStringField("problem", line.up() ? null : line.problem());
        json.writeNumberField("sweeps", line.sweeps());
        Instants.writeUnlessZero(json, "lastSweepAt", line.lastSweepAtMillis(), zone);
        if (line.sweeps() == 0) {
            json.writeNullField("sweepMillis");
        } else {
            json.writeNumberField("sweepMillis", line.sweepMillis());
        }
        json.writeNumberField("modules", line.modules());
        json.writeNumberField("missing", line.missing());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Health.HistoryHealth history) throws IOException {
        json.writeObjectFieldStart("history");
        json.writeBooleanField("working", history.working());
        json.writeStringField("problem", history.working() ? null : history.problem());
        json.writeNumberField("waiting", history.waiting());
        json.writeNumberField("lost", history.lost());
        json.writeEndObject();
    }
}
