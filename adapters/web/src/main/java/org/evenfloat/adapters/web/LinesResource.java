// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.evenfloat.application.port.in.Health.LineHealth;
import org.evenfloat.application.port.in.ViewLines;
import org.evenfloat.application.port.in.ViewLines.Counts;
import org.evenfloat.application.port.in.ViewLines.Line;
import org.evenfloat.application.port.in.ViewStrings;

/** The lines at a glance. */
final class LinesResource {

    private final ViewLines lines;
    private final ViewStrings strings;

    LinesResource(ViewLines lines, ViewStrings strings) {
        this.lines = lines;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(Route.get(Route.BASE + "/lines", this::lines));
    }

    private void lines(Context context) {
        new Query(context).check();
        ZoneId zone = strings.site().timeZone();
        List<Line> all = lines.lines();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("lines");
            for (Line line : all) {
                write(json, line, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Line line, ZoneId zone) throws IOException {
        LineHealth health = line.health();
        json.writeStartObject();
        json.writeStringField("line", health.line());
        json.writeStringField("serialPort", line.serialPort());
        json.writeStringField("host", line.host());
        Json.number(json, "port", line.port());
        json.writeNumberField("baud", line.baud());
        json.writeNumberField("sweepPeriodMillis", line.sweepPeriodMillis());
        json.writeBooleanField("up", health.up());
        json.writeStringField("problem", health.up() ? null : health.problem());
        json.writeNumberField("sweeps", health.sweeps());
        Instants.writeUnlessZero(json, "lastSweepAt", health.lastSweepAtMillis(), zone);
        Json.number(json, "sweepMillis", health.sweeps() > 0, (int) health.sweepMillis());
        json.writeNumberField("modules", health.modules());
        json.writeNumberField("missing", health.missing());
        if (line.counts().isEmpty()) {
            json.writeNullField("counts");
        } else {
            write(json, line.counts().get());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Counts counts) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("asked", counts.asked());
        json.writeNumberField("answered", counts.answered());
        json.writeNumberField("lost", counts.lost());
        json.writeNumberField("corrupt", counts.corrupt());
        json.writeNumberField("late", counts.late());
        json.writeEndObject();
    }
}
