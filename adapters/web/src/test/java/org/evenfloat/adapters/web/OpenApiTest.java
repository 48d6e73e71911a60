// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.evenfloat.application.port.in.AnswerReplacement.Question;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.Test;

/** The description of the API says what the API does. */
class OpenApiTest {

    private final JsonNode document =
            Served.json(new String(TextFile.bytes("openapi.json"), StandardCharsets.UTF_8));

    @Test
    void describesEveryRouteAndNothingElse() {
        Set<String> described = new TreeSet<>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(
                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Room room = new Room(1, 1);
        Set<String> served = new TreeSet<>();
        List<Route> routes;
        try (ImageFeed feed = new ImageFeed(room, room, room.alarms.news(room), WebLimits.NORMAL, () -> {})) {
            routes = room.api()
                    .routes(feed, endPoint -> {}, new Doorman(WebAccess.random(), room.people, true), WebLimits.NORMAL);
        }
        routes.forEach(route -> served.add(route.method().name() + " " + route.path()));
        assertThat(served).hasSize(99).isEqualTo(described);
        for (Route route : routes) {
            JsonNode operation = document.path("paths").path(route.path())
                    .path(route.method().name().toLowerCase(Locale.ROOT));
            assertThat(operation.path("x-verb").asText()).as(route.path())
                    .isEqualTo(route.verb().map(Verb::name).orElse(""));
            assertThat(operation.path("x-role").asText()).as(route.path())
                    .isEqualTo(route.verb().map(verb -> verb.least().word()).orElse(""));
            assertThat(operation.path("security").isEmpty() && operation.has("security")).as(route.path())
                    .isEqualTo(route.open());
        }
    }

    @Test
    void describesEveryAnswerFieldByField() throws Exception {
        Room room = new Room(2, 3);
        room.measure("A1", 13_500);
        room.mark("A1", MeasurementKind.VOLTAGE, 1, Quality.MISSING);
        room.questions.add(new Question("A1-2", "0000BEEF", "0000CAFE", Room.NOW));
        Schema schema = new Schema(document);
        try (Served served = new Served(room); Events events = served.stream()) {
            for (List<String> pair : List.of(
                    List.of("/site", "/site"), List.of("/strings", "/strings"),
                    List.of("/strings/A1", "/strings/{id}"), List.of("/strings/A2", "/strings/{id}"),
                    List.of("/strings/A1/image", "/strings/{id}/image"),
                    List.of("/blocks/A1-1/history", "/blocks/{id}/history"),
                    List.of("/strings/A1/history", "/strings/{id}/history"),
                    List.of("/strings/A2/history", "/strings/{id}/history"), List.of("/events", "/events"),
                    List.of("/health", "/health"), List.of("/replacements", "/replacements"),
                    List.of("/lines", "/lines"), List.of("/lines/L1/work", "/lines/{lineId}/work"),
                    List.of("/calibrations", "/calibrations"), List.of("/switchgear", "/switchgear"),
                    List.of("/lines/L1/modules", "/lines/{lineId}/modules"), List.of("/system", "/system"),
                    List.of("/system/log", "/system/log"), List.of("/audit", "/audit"),
                    List.of("/audit/check", "/audit/check"), List.of("/settings", "/settings"),
                    List.of("/settings/versions", "/settings/versions"),
                    List.of("/alarms/limits?string=A1", "/alarms/limits"),
                    List.of("/settings/versions/7", "/settings/versions/{number}"))) {
                HttpResponse<String> response = served.get("/api/v1" + pair.get(0));
                assertThat(response.statusCode()).isEqualTo(200);
                JsonNode described = document.path("paths").path("/api/v1" + pair.get(1))
                        .at("/get/responses/200/content/application~1json/schema");
                assertThat(schema.problems(described, Served.json(response))).as(pair.get(0)).isEmpty();
            }
            for (List<String> triple : List.of(
                    List.of("/lines/L1/work", "/lines/{lineId}/work", "{\"kind\":\"scan\"}"),
                    List.of("/lines/L1/work/stop", "/lines/{lineId}/work/stop", "{}"),
                    List.of("/lines/L1/blink", "/lines/{lineId}/blink", "{\"address\":7}"),
                    List.of("/lines/L1/assign", "/lines/{lineId}/assign", "{\"serial\":\"7\",\"address\":7}"),
                    List.of("/blocks/A1-1/calibration", "/blocks/{blockId}/calibration", "{\"reset\":true}"),
                    List.of("/alarms/backtest", "/alarms/backtest",
                            "{\"definition\":\"block-voltage-low-warning\",\"string\":\"A1\",\"limit\":\"14 V\"}"),
                    List.of("/settings/check", "/settings/check", "{\"changes\":{\"site.name\":\"x\"}}"),
                    List.of("/settings/apply", "/settings/apply",
                            "{\"version\":7,\"changes\":{\"site.name\":\"x\"},\"why\":\"y\"}"),
                    List.of("/settings/roll-back", "/settings/roll-back", "{\"version\":7,\"to\":5,\"why\":\"y\"}"),
                    List.of("/settings/import/check", "/settings/import/check", "{\"yaml\":\"x\"}"),
                    List.of("/settings/import", "/settings/import",
                            "{\"version\":7,\"yaml\":\"x\",\"why\":\"y\"}"))) {
                HttpResponse<String> response = served.post("/api/v1" + triple.get(0), triple.get(2));
                JsonNode described = document.path("paths").path("/api/v1" + triple.get(1))
                        .at("/post/responses/200/content/application~1json/schema");
                assertThat(schema.problems(described, Served.json(response))).as(triple.get(0)).isEmpty();
            }
            JsonNode answered = document.path("paths").path("/api/v1/replacements/{blockId}")
                    .at("/post/responses/200/content/application~1json/schema");
            HttpResponse<String> response = served.post("/api/v1/replacements/A1-2", "{\"replaced\":\"block\"}");
            assertThat(schema.problems(answered, Served.json(response))).isEmpty();
            assertThat(schema.problems("HelloEvent", events.next("hello").json())).isEmpty();
            assertThat(schema.problems("ImageEvent", events.next("image").json())).isEmpty();
            assertThat(schema.problems("ChangeEvent", change(room, served))).isEmpty();
            assertThat(schema.problems("Problem", Served.json(served.get("/api/v1/site?x")))).isEmpty();
            assertThat(served.get("/api/v1/openapi.json").body()).contains("\"openapi\": \"3.1.0\"");
        }
    }

    @Test
    void describesTheInterfacesFieldByField() throws Exception {
        Schema schema = new Schema(document);
        try (Served served = new Served(new Room(1, 2))) {
            for (List<String> pair : List.of(
                    List.of("", ""), List.of("/wire/map", "/{protocol}/map"), List.of("/wire/view", "/{protocol}/view"))) {
                JsonNode described = document.path("paths").path("/api/v1/interfaces" + pair.get(1))
                        .at("/get/responses/200/content/application~1json/schema");
                assertThat(schema.problems(described, Served.json(served.get("/api/v1/interfaces" + pair.get(0)))))
                        .as(pair.get(0)).isEmpty();
            }
        }
    }

    @Test
    void describesTheAlarmsFieldByField() throws Exception {
        Room room = new Room(2, 3);
        room.alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
        room.alarms.shelved();
        room.alarms.latched();
        room.alarms.raise("line-down/L1", 1, 0);
        Schema schema = new Schema(document);
        try (Served served = new Served(room); Events events = served.stream()) {
            assertThat(schema.problems("AlarmsEvent", events.next("alarms").json())).isEmpty();
            for (String path : List.of("", "/definitions", "/history", "/kpi")) {
                JsonNode described = document.path("paths").path("/api/v1/alarms" + path)
                        .at("/get/responses/200/content/application~1json/schema");
                assertThat(schema.problems(described, Served.json(served.get("/api/v1/alarms" + path)))).as(path).isEmpty();
            }
            for (List<String> pair : List.of(
                    List.of("acknowledge", "{\"alarms\":[\"line-down/L1\"]}"),
                    List.of("reset", "{\"alarms\":[\"" + AlarmRoom.WEAK + "\"],\"comment\":\"x\"}"),
                    List.of("shelve", "{\"alarms\":[\"line-down/L1\"],\"minutes\":1,\"reason\":\"x\"}"),
                    List.of("unshelve", "{\"alarms\":[\"line-down/L1\"]}"),
                    List.of("out-of-service", "{\"alarms\":[\"line-down/L1\"],\"reason\":\"x\"}"),
                    List.of("in-service", "{\"alarms\":[\"line-down/L1\"]}"), List.of("mute", "{}"))) {
                JsonNode operation = document.path("paths").path("/api/v1/alarms/" + pair.get(0)).path("post");
                JsonNode body = operation.at("/requestBody/content/application~1json/schema");
                assertThat(schema.problems(body, Served.json(pair.get(1)))).as(pair.toString()).isEmpty();
                JsonNode described = operation.at("/responses/200/content/application~1json/schema");
                HttpResponse<String> response = served.post("/api/v1/alarms/" + pair.get(0), pair.get(1));
                assertThat(schema.problems(described, Served.json(response))).as(pair.toString()).isEmpty();
            }
        }
    }

    @Test
    void describesTheProtectionFieldByField() throws Exception {
        Room room = new Room(2, 4);
        Schema schema = new Schema(document);
        try (Served served = new Served(room)) {
            for (List<String> pair : List.of(
                    List.of("", ""), List.of("/strings/A1/rises", "/strings/{id}/rises"),
                    List.of("/strings/A2/rises", "/strings/{id}/rises"),
                    List.of("/breakers/Q1/past", "/breakers/{id}/past"), List.of("/black-boxes", "/black-boxes"))) {
                HttpResponse<String> response = served.get("/api/v1/protection" + pair.get(0));
                assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                JsonNode described = document.path("paths").path("/api/v1/protection" + pair.get(1))
                        .at("/get/responses/200/content/application~1json/schema");
                assertThat(schema.problems(described, Served.json(response))).as(pair.get(0)).isEmpty();
            }
            for (List<String> pair : List.of(
                    List.of("trip", "{\"confirm\":\"Q1\",\"reason\":\"x\"}"),
                    List.of("veto", "{\"minutes\":1,\"reason\":\"x\"}"), List.of("arm", "{\"seen\":1,\"reason\":\"x\"}"),
                    List.of("shadow", "{\"reason\":\"x\"}"), List.of("prove", "{\"confirm\":\"Q1\"}"),
                    List.of("saw", "{\"opened\":false}"), List.of("abandon", "{}"))) {
                JsonNode operation = document.path("paths")
                        .path("/api/v1/protection/breakers/{id}/" + pair.get(0)).path("post");
                JsonNode body = operation.at("/requestBody/content/application~1json/schema");
                assertThat(schema.problems(body, Served.json(pair.get(1)))).as(pair.toString()).isEmpty();
                JsonNode described = operation.at("/responses/200/content/application~1json/schema");
                HttpResponse<String> response = served.post("/api/v1/protection/breakers/Q1/" + pair.get(0), pair.get(1));
                assertThat(schema.problems(described, Served.json(response))).as(pair.toString()).isEmpty();
            }
        }
    }

    private static JsonNode change(Room room, Served served) throws IOException {
        try (Events events = ChangeStreamTest.changes(served)) {
            events.next("image");
            events.next("image");
            room.sweep("A1", 13_501); // the value that was missing comes back: values and qualities change
            return events.next("change").json();
        }
    }

    @Test
    void theCheckItselfFindsWhatIsNotDescribed() {
        Schema schema = new Schema(document);
        assertThat(schema.problems("BlockRemark", Served.json("{\"block\":1,\"more\":2}")))
                .containsExactlyInAnyOrder(
                        "/remark is missing", "/block is 1, described as \"string\"", "/more is not described");
    }
}
