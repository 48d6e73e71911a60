// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.domain.event.Event;
import org.evenfloat.domain.measure.HistorySeries;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.topology.Site;

/** What was: values of a block, and events. */
final class HistoryResource {

    private static final long BLOCK_DEFAULT_MILLIS = Duration.ofHours(24).toMillis();
    private static final int BLOCK_DEFAULT_POINTS = 1_000;
    private static final long EVENTS_DEFAULT_MILLIS = Duration.ofDays(30).toMillis();
    private static final int EVENTS_DEFAULT_LIMIT = 200;
    private static final int EVENTS_MAX_LIMIT = 5_000;

    private final ReadHistory history;
    private final ViewStrings strings;
    private final ViewHealth health;

    HistoryResource(ReadHistory history, ViewStrings strings, ViewHealth health) {
        this.history = history;
        this.strings = strings;
        this.health = health;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Route.BASE + "/blocks/{id}/history", this::block),
                Route.get(Route.BASE + "/events", this::events));
    }

    private void block(Context context) throws HistoryFailure {
        String id = context.pathParam("id");
        Site site = strings.site();
        Query query = new Query(context, "from", "to", "points");
        Period period = Period.of(query, health.health().nowMillis(), BLOCK_DEFAULT_MILLIS);
        int points = query.number("points", 1, ReadHistory.MAX_POINTS, BLOCK_DEFAULT_POINTS);
        query.check(Blocks.known(site, id), "block", id, "id of a block of the site");
        HistorySeries series = history.block(id, period.fromMillis(), period.toMillis(), points);
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeStringField("block", id);
            period.write(json, site.timeZone());
            json.writeNumberField("points", series.points());
            column(json, "pointFromMillis", series.fromMillis());
            column(json, "pointToMillis", series.toMillis());
            json.writeObjectFieldStart("kinds");
            for (MeasurementKind kind : MeasurementKind.values()) {
                write(json, kind, series);
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, MeasurementKind kind, HistorySeries series) throws IOException {
        int[] count = series.count()[kind.ordinal()];
        json.writeObjectFieldStart(ImageJson.name(kind));
        json.writeStringField("unit", kind.unit());
        json.writeFieldName("count");
        json.writeArray(count, 0, count.length);
        column(json, "min", series.min()[kind.ordinal()], count);
        column(json, "mean", series.mean()[kind.ordinal()], count);
        column(json, "max", series.max()[kind.ordinal()], count);
        json.writeEndObject();
    }

    static void column(JsonGenerator json, String name, long[] millis) throws IOException {
        json.writeFieldName(name);
        json.writeArray(millis, 0, millis.length);
    }

    private static void column(JsonGenerator json, String name, int[] values, int[] count) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = 0; i < values.length; i++) {
            if (count[i] == 0) {
                json.writeNull();
            } else {
                json.writeNumber(values[i]);
            }
        }
        json.writeEndArray();
    }

    private void events(Context context) throws HistoryFailure {
        ZoneId zone = strings.site().timeZone();
        Query query = new Query(context, "from", "to", "limit");
        Period period = Period.of(query, health.health().nowMillis(), EVENTS_DEFAULT_MILLIS);
        int limit = query.number("limit", 1, EVENTS_MAX_LIMIT, EVENTS_DEFAULT_LIMIT);
        query.check();
        List<Event> events = history.events(period.fromMillis(), period.toMillis(), limit);
        Json.answer(context, json -> {
            json.writeStartObject();
            period.write(json, zone);
            json.writeNumberField("limit", limit);
            json.writeArrayFieldStart("events");
            for (Event event : events) {
                write(json, event, zone);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static void write(JsonGenerator json, Event event, ZoneId zone) throws IOException {
        json.writeStartObject();
        Instants.write(json, "at", event.atMillis(), zone);
        json.writeStringField("kind", event.kind().name());
        json.writeStringField("subject", event.subject().isEmpty() ? null : event.subject());
        json.writeStringField("text", event.text());
        json.writeEndObject();
    }
}
