// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.measure.HistoryRanges;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.ModuleAddress;
import org.evenfloat.domain.topology.Sensor;
import org.evenfloat.domain.topology.Site;

/** What was measured on all blocks of a string, one kind at a time, as a chart with a line for each wants it. */
final class StringHistoryResource {

    private static final long DEFAULT_MILLIS = Duration.ofHours(24).toMillis();
    private static final int DEFAULT_POINTS = 500;

    /** Answers at a time: each may take tens of megabytes and a core. */
    private static final int AT_A_TIME = 2;

    private static final int PATIENCE_SECONDS = 5;

    private final ReadHistory history;
    private final ViewStrings strings;
    private final ViewHealth health;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    StringHistoryResource(ReadHistory history, ViewStrings strings, ViewHealth health) {
        this.history = history;
        this.strings = strings;
        this.health = health;
    }

    List<Route> routes() {
        return List.of(Route.get(Route.BASE + "/strings/{id}/history", this::string));
    }

    private void string(Context context) throws HistoryFailure, IOException, InterruptedException {
        String id = context.pathParam("id");
        Site site = strings.site();
        Optional<BatteryString> string = site.string(id);
        Query query = new Query(context, "kind", "from", "to", "points");
        MeasurementKind kind = kind(query);
        Period period = Period.of(query, health.health().nowMillis(), DEFAULT_MILLIS);
        int blocks = string.map(BatteryString::size).orElse(0);
        int wrong = query.wrongSoFar();
        int points = query.number(
                "points", 1, RangeQuestion.MAX_POINTS, Math.min(DEFAULT_POINTS, RangeQuestion.mostPoints(blocks)));
        if (query.wrongSoFar() == wrong && points > RangeQuestion.mostPoints(blocks)) {
            query.wrong("points", Integer.toString(points), "a whole number from 1 to "
                    + RangeQuestion.mostPoints(blocks) + " for the " + blocks + " blocks of string " + id);
        }
        query.check(string.isPresent(), "string", id, "id of a string of the site");
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            context.header("Retry-After", "10");
            throw new Refused(503, "Histories of whole strings are being read already. Ask again in a while.");
        }
        try {
            answer(context, site, string.orElseThrow(), kind, period, points);
        } finally {
            places.release();
        }
    }

    private static MeasurementKind kind(Query query) {
        List<String> names = Arrays.stream(MeasurementKind.values()).map(ImageJson::name).toList();
        return MeasurementKind.values()[names.indexOf(query.word("kind", names, names.get(0)))];
    }

    private void answer(
            Context context, Site site, BatteryString string, MeasurementKind kind, Period period, int points)
            throws HistoryFailure, IOException {
        List<String> blocks = string.blocks().stream().map(Block::id).toList();
        List<String> sensors = new ArrayList<>();
        int current = column(site, string.currentSensor(), blocks.size(), sensors);
        int ambient = column(site, string.ambientSensor(), blocks.size(), sensors);
        HistoryRanges ranges = history.ranges(
                new RangeQuestion(blocks, kind, sensors, period.fromMillis(), period.toMillis(), points));
        Json.stream(context, json -> {
            json.writeStartObject();
            json.writeStringField("string", string.id());
            json.writeStringField("kind", ImageJson.name(kind));
            json.writeStringField("unit", kind.unit());
            period.write(json, site.timeZone());
            json.writeNumberField("points", ranges.points());
            ImageJson.blocks(json, string);
            HistoryResource.column(json, "pointFromMillis", ranges.fromMillis());
            HistoryResource.column(json, "pointToMillis", ranges.toMillis());
            json.writeArrayFieldStart("series");
            for (int column = 0; column < blocks.size(); column++) {
                write(json, ranges, column);
            }
            json.writeEndArray();
            json.writeFieldName("currentMilliamps");
            write(json, ranges, current);
            json.writeFieldName("ambientCentidegrees");
            write(json, ranges, ambient);
            json.writeEndObject();
        });
    }

    /** Asks for a sensor, too, and returns its column; negative when there is none. */
    private static int column(Site site, Optional<ModuleAddress> address, int blocks, List<String> sensors) {
        Optional<String> id = address.flatMap(at -> site.sensors().stream()
                .filter(sensor -> sensor.address().equals(at)).map(Sensor::id).findFirst());
        id.ifPresent(sensors::add);
        return id.isPresent() ? blocks + sensors.size() - 1 : -1;
    }

    private static void write(JsonGenerator json, HistoryRanges ranges, int column) throws IOException {
        if (column < 0) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        write(json, "min", ranges, ranges.min(), column);
        write(json, "max", ranges, ranges.max(), column);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, HistoryRanges ranges, int[][] values, int column)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (int point = 0; point < values.length; point++) {
            if (ranges.measured(point, column)) {
                json.writeNumber(values[point][column]);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }
}
