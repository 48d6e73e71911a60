// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.out.HistoryFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final long DAY = 86_400_000;

    private final Room room = new Room(1, 4);
    private Served served;

    @BeforeEach
    void start() throws Exception {
        served = new Served(room);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static List<String> problems(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        List<String> problems = new ArrayList<>();
        Served.json(response).path("problems").forEach(problem -> problems.add(problem.asText()));
        return problems;
    }

    @Test
    void showsColumnsAndNullWherePointsAreEmpty() {
        JsonNode history = Served.json(served.get("/api/v1/blocks/A1-2/history?from=1000&to=9000&points=2"));
        assertThat(history.path("points").asInt()).isEqualTo(2);
        assertThat(history.path("from").asText()).isEqualTo("1970-01-01T01:00:01+01:00");
        assertThat(history.path("pointFromMillis").toString()).isEqualTo("[1000,3000]");
        assertThat(history.path("pointToMillis").toString()).isEqualTo("[2000,9000]");
        assertThat(history.at("/kinds/voltage").toString())
                .isEqualTo("{\"unit\":\"mV\",\"count\":[1,0],\"min\":[13600,null],\"mean\":[13610,null],"
                        + "\"max\":[13620,null]}");
        assertThat(history.at("/kinds/duty/mean").toString()).isEqualTo("[0,0]");
    }

    @Test
    void asksForTheLastDayUnlessToldOtherwise() {
        served.get("/api/v1/blocks/A1-1/history");
        served.get("/api/v1/blocks/A1-1/history?to=2025-11-22T00:00:00Z");
        served.get("/api/v1/blocks/A1-1/history?from=2025-11-22T14:03:26%2B01:00&points=10000");
        served.get("/api/v1/blocks/A1-1/history?to=5");
        assertThat(room.asked).containsExactly(
                new Room.Asked("A1-1", Room.NOW - DAY, Room.NOW, 1_000),
                new Room.Asked("A1-1", 1_763_769_600_000L - DAY, 1_763_769_600_000L, 1_000),
                new Room.Asked("A1-1", Room.NOW - 1_000, Room.NOW, 10_000),
                new Room.Asked("A1-1", 0, 5, 1_000));
    }

    @Test
    void listsEverythingWrongAtOnceAndAsksNothing() {
        HttpResponse<String> response =
                served.get("/api/v1/blocks/A1-1/history?form=1&from=yesterday&to=1&to=2&points=10001");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problems(response)).containsExactly(
                "form: unknown parameter - from, to, points",
                "to: 2 values - " + Instants.ALLOWED + ", once",
                "from: yesterday - " + Instants.ALLOWED,
                "points: 10001 - a whole number from 1 to 10000");
        assertThat(room.asked).isEmpty();
    }

    @Test
    void namesAnUnknownBlockTogetherWithWrongParameters() {
        HttpResponse<String> response = served.get("/api/v1/blocks/A1-99/history?points=0&from=9&to=8");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(problems(response)).containsExactly(
                "block: A1-99 - id of a block of the site", "from: 9 - not after to, which is 8",
                "points: 0 - a whole number from 1 to 10000");
    }

    @Test
    void tellsEventsNewestFirst() {
        JsonNode events = Served.json(served.get("/api/v1/events?limit=7"));
        assertThat(room.asked).containsExactly(new Room.Asked(null, Room.NOW - 30 * DAY, Room.NOW, 7));
        assertThat(events.at("/events/0").toString())
                .isEqualTo("{\"atMillis\":1763816606995,\"at\":\"2025-11-22T14:03:26.995+01:00\","
                        + "\"kind\":\"MODULE_LOST\",\"subject\":\"A1-3\",\"text\":\"Block 3 is silent.\"}");
        assertThat(events.at("/events/1/subject").isNull()).isTrue();
    }

    @Test
    void refusesABadLimitOfEvents() {
        assertThat(problems(served.get("/api/v1/events?limit=ten&points=3"))).containsExactly(
                "points: unknown parameter - from, to, limit", "limit: ten - a whole number from 1 to 5000");
    }

    @Test
    void passesOnWhatToDoWhenTheHistoryCannotBeRead() {
        room.historyFailure = new HistoryFailure("The disk is full; free some space.", new IOException("x"));
        for (String path : List.of("/api/v1/events", "/api/v1/blocks/A1-1/history")) {
            HttpResponse<String> response = served.get(path);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Served.json(response).path("detail").asText()).endsWith("The disk is full; free some space.");
        }
    }
}
