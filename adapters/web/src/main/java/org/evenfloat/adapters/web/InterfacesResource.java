// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.evenfloat.application.northbound.PointQuestion;
import org.evenfloat.application.northbound.PublishedPoints;
import org.evenfloat.application.northbound.SeenPoint;
import org.evenfloat.application.northbound.SeenPoints;
import org.evenfloat.application.port.in.ViewInterfaces;
import org.evenfloat.application.port.in.ViewInterfaces.SeenInterface;
import org.evenfloat.application.port.in.ViewInterfaces.State;
import org.evenfloat.application.port.in.ViewStrings;

/** The protocols by which others read the site: how they are doing, what stands where, and what their clients see. */
final class InterfacesResource {

    private static final String PATH = Route.BASE + "/interfaces";
    private static final int USUAL_POINTS = 100;
    private static final int LONGEST_SEARCH = 100;
    /** Maps of large sites are megabytes. */
    private static final int MAPS_AT_A_TIME = 2;

    private final ViewInterfaces interfaces;
    private final ViewStrings strings;
    private final Semaphore places = new Semaphore(MAPS_AT_A_TIME);

    InterfacesResource(ViewInterfaces interfaces, ViewStrings strings) {
        this.interfaces = interfaces;
        this.strings = strings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::interfaces),
                Route.get(PATH + "/{protocol}/map", this::map),
                Route.get(PATH + "/{protocol}/view", this::view));
    }

    private void interfaces(Context context) {
        new Query(context).check();
        List<SeenInterface> all = interfaces.interfaces();
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, InterfaceJson.written(all, zone));
    }

    /** Refuses what is not known, or off. */
    private String protocol(Context context, Query query) {
        String id = context.pathParam("protocol");
        List<SeenInterface> all = interfaces.interfaces();
        Optional<SeenInterface> asked = all.stream().filter(each -> each.id().equals(id)).findFirst();
        if (asked.isEmpty()) {
            throw new Refused(404, "There is no such protocol; GET " + PATH + " lists all.", List.of("protocol: "
                    + Query.quoted(id) + " - " + String.join(", ", all.stream().map(SeenInterface::id).toList())));
        }
        query.check();
        if (asked.get().state() == State.OFF) {
            throw new Refused(409, asked.get().name() + " is off. Put " + id
                    + ": { enabled: true } into the site file and start the server anew.");
        }
        return id;
    }

    private void map(Context context) throws IOException {
        Query query = new Query(context, "as");
        String form = query.word("as", List.of("csv", "json", "md"), "json");
        String id = protocol(context, query);
        if (!places.tryAcquire()) {
            context.header("Retry-After", "5");
            throw new Refused(503, "Maps are being read already. Ask again in a while.");
        }
        try {
            PublishedPoints map = interfaces.map(id).orElseThrow();
            context.header("Content-Disposition", "attachment; filename=\"evenfloat-" + id + "." + form + "\"");
            switch (form) {
                case "csv" -> lines(context, "text/csv; charset=utf-8", map.csv(), "\r\n");
                case "md" -> lines(context, "text/markdown; charset=utf-8", map.markdown(), "\n");
                default -> Json.stream(context, json -> write(json, map));
            }
        } finally {
            places.release();
        }
    }

    private static void lines(Context context, String type, Stream<String> lines, String end) throws IOException {
        context.contentType(type);
        OutputStream out = context.outputStream();
        for (String line : (Iterable<String>) lines::iterator) {
            out.write((line + end).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(JsonGenerator json, PublishedPoints map) throws IOException {
        json.writeStartArray();
        for (List<String> row : map.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                String column = map.head().get(i);
                if (map.numbers().contains(column)) {
                    json.writeNumberField(column, Long.parseLong(row.get(i)));
                } else {
                    json.writeStringField(column, row.get(i));
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void view(Context context) {
        Query query = new Query(context, "search", "known", "from", "count");
        String search = query.text("search", LONGEST_SEARCH);
        boolean known = query.word("known", List.of("true", "false"), "false").equals("true");
        int from = query.number("from", 0, Integer.MAX_VALUE, 0);
        int count = query.number("count", 1, ViewInterfaces.MOST_POINTS, USUAL_POINTS);
        String id = protocol(context, query);
        SeenPoints seen = interfaces.points(id, new PointQuestion(search, known, from, count)).orElseThrow();
        ZoneId zone = strings.site().timeZone();
        Json.answer(context, json -> {
            json.writeStartObject();
            json.writeNumberField("image", seen.image());
            Instants.writeUnlessZero(json, "at", seen.atMillis(), zone);
            json.writeNumberField("matching", seen.matching());
            json.writeNumberField("from", from);
            json.writeArrayFieldStart("points");
            for (SeenPoint point : seen.points()) {
                write(json, point);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, SeenPoint point) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", point.address());
        json.writeStringField("part", point.part());
        json.writeStringField("subject", point.subject());
        json.writeStringField("name", point.name());
        json.writeStringField("form", point.form());
        json.writeStringField("scale", point.scale());
        json.writeStringField("raw", point.raw());
        json.writeStringField("value", point.value());
        json.writeStringField("quality", point.quality().name());
        json.writeStringField("words", point.words());
        json.writeEndObject();
    }
}
