// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.evenfloat.application.port.out.HistoryFailure;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.measure.MeasurementKind;
import org.junit.jupiter.api.Test;

class StringHistoryTest {

    private static final long DAY = 86_400_000;

    private static List<String> problems(HttpResponse<String> response) {
        List<String> problems = new ArrayList<>();
        Served.json(response).path("problems").forEach(problem -> problems.add(problem.asText()));
        return problems;
    }

    @Test
    void showsASeriesForEveryBlockAndSensor() throws Exception {
        Room room = new Room(2, 2);
        try (Served served = new Served(room)) {
            JsonNode history =
                    Served.json(served.get("/api/v1/strings/A1/history?kind=temperature&from=1000&to=9000&points=3"));
            assertThat(history.toString()).isEqualTo("{\"string\":\"A1\",\"kind\":\"temperature\",\"unit\":\"0.01 °C\","
                    + "\"fromMillis\":1000,\"from\":\"1970-01-01T01:00:01+01:00\",\"toMillis\":9000,"
                    + "\"to\":\"1970-01-01T01:00:09+01:00\",\"points\":3,\"blocks\":[\"A1-1\",\"A1-2\"],"
                    + "\"pointFromMillis\":[1000,2000,3000],\"pointToMillis\":[1999,2999,3999],"
                    + "\"series\":[{\"min\":[0,1,null],\"max\":[7,8,null]},{\"min\":[100,101,null],\"max\":[107,108,null]}],"
                    + "\"currentMilliamps\":{\"min\":[200,201,null],\"max\":[207,208,null]},"
                    + "\"ambientCentidegrees\":null}");
            assertThat(Served.json(served.get("/api/v1/strings/A2/history")).path("currentMilliamps").isNull()).isTrue();
        }
    }

    @Test
    void asksForTheVoltagesOfTheLastDayUnlessToldOtherwise() throws Exception {
        Room room = new Room(1, 2);
        try (Served served = new Served(room)) {
            served.get("/api/v1/strings/A1/history");
            served.get("/api/v1/strings/A1/history?kind=duty&to=5&points=2000");
        }
        List<String> blocks = List.of("A1-1", "A1-2");
        List<String> sensors = List.of("A1-current");
        assertThat(room.questionsAboutRanges).containsExactly(
                new RangeQuestion(blocks, MeasurementKind.VOLTAGE, sensors, Room.NOW - DAY, Room.NOW, 500),
                new RangeQuestion(blocks, MeasurementKind.DUTY, sensors, 0, 5, 2_000));
    }

    @Test
    void refusesMorePointsThanItHoldsInMemory() throws Exception {
        Room room = new Room(1, 600);
        try (Served served = new Served(room)) {
            HttpResponse<String> response = served.get("/api/v1/strings/A1/history?points=1667");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(problems(response)).containsExactly(
                    "points: 1667 - a whole number from 1 to 1666 for the 600 blocks of string A1");
            assertThat(room.questionsAboutRanges).isEmpty();
            assertThat(served.get("/api/v1/strings/A1/history?points=1666").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void listsEverythingWrongAtOnce() throws Exception {
        try (Served served = new Served(new Room(1, 2))) {
            HttpResponse<String> response =
                    served.get("/api/v1/strings/A9/history?kind=power&from=9&to=8&points=2001&step=1");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(problems(response)).containsExactly(
                    "string: A9 - id of a string of the site", "step: unknown parameter - kind, from, to, points",
                    "kind: power - voltage, temperature, resistance, duty", "from: 9 - not after to, which is 8",
                    "points: 2001 - a whole number from 1 to 2000");
        }
    }

    @Test
    void passesOnWhatToDoWhenTheHistoryCannotBeRead() throws Exception {
        Room room = new Room(1, 2);
        room.historyFailure = new HistoryFailure("The disk is full; free some space.", new IOException("x"));
        try (Served served = new Served(room)) {
            for (int i = 0; i < 5; i++) { // more often than there are places
                HttpResponse<String> response = served.get("/api/v1/strings/A1/history");
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(Served.json(response).path("detail").asText()).endsWith("The disk is full; free some space.");
            }
        }
    }

    @Test
    void isPackedForThoseWhoWantIt() throws Exception {
        try (Served served = new Served(new Room(1, 600))) {
            HttpResponse<InputStream> response = served.send(
                    served.authorized("/api/v1/strings/A1/history?points=3").header("Accept-Encoding", "gzip"),
                    BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
            String text = new String(
                    new GZIPInputStream(response.body()).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Served.json(text).path("series")).hasSize(600);
        }
    }
}
