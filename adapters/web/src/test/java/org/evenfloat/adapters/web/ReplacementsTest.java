// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.evenfloat.application.port.in.AnswerReplacement.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplacementsTest {

    private static final String PATH = "/api/v1/replacements/A1-2";

    private final Room room = new Room(1, 4);
    private Served served;

    @BeforeEach
    void start() throws Exception {
        room.questions.add(new Question("A1-2", "0000BEEF", "0000CAFE", Room.NOW));
        served = new Served(room);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void listsQuestionsAndTakesAnAnswer() {
        assertThat(served.get("/api/v1/replacements").body())
                .isEqualTo("{\"replacements\":[{\"block\":\"A1-2\",\"oldSerial\":\"0000BEEF\","
                        + "\"newSerial\":\"0000CAFE\",\"sinceMillis\":1763816607000,"
                        + "\"since\":\"2025-11-22T14:03:27+01:00\"}]}");
        HttpResponse<String> taken = served.post(PATH, "{\"replaced\": \"block\"}");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).isEqualTo("{\"block\":\"A1-2\",\"replaced\":\"block\"}");
        assertThat(room.answers).containsExactly("A1-2 BLOCK");
        HttpResponse<String> again = served.post(PATH, "{\"replaced\": \"module\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Served.json(again).path("detail").asText()).isEqualTo("No question waits for block A1-2.");
    }

    @Test
    void saysWhatIsWrongWithABodyAndTakesNothing() {
        Map<String, String> wrong = Map.of(
                "", "body: empty - {\"replaced\": \"module\" or \"block\"}",
                "{", "body: not JSON - {\"replaced\": \"module\" or \"block\"}",
                "[]", "body: not an object - {\"replaced\": \"module\" or \"block\"}",
                "{}", "replaced: nothing - \"module\" or \"block\"",
                "{\"replaced\":7}", "replaced: 7 - \"module\" or \"block\"",
                "{\"replaced\":\"Block\"}", "replaced: \"Block\" - \"module\" or \"block\"",
                "{\"replaced\":\"block\",\"by\":1}", "body: by - only the field replaced",
                "{\"replaced\":\"block\",\"replaced\":\"module\"}",
                "body: not JSON - {\"replaced\": \"module\" or \"block\"}",
                "{\"replaced\":\"block\"} x", "body: not JSON - {\"replaced\": \"module\" or \"block\"}");
        wrong.forEach((body, problem) -> {
            HttpResponse<String> response = served.post(PATH, body);
            assertThat(response.statusCode()).as(body).isEqualTo(400);
            assertThat(Served.json(response).at("/problems/0").asText()).as(body).isEqualTo(problem);
        });
        assertThat(room.answers).isEmpty();
    }

    @Test
    void namesAnUnknownBlockAndABadAnswerTogether() {
        HttpResponse<String> response = served.post("/api/v1/replacements/Z1", "{\"replaced\":null}");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Served.json(response).path("problems").toString())
                .isEqualTo("[\"block: Z1 - id of a block of the site\","
                        + "\"replaced: null - \\\"module\\\" or \\\"block\\\"\"]");
    }

    @Test
    void readsNoMoreThanTheLimitOfABody() {
        String big = " ".repeat(64 * 1024) + "{\"replaced\":\"block\"}";
        assertThat(served.post(PATH, big).statusCode()).isEqualTo(413);
        byte[] bytes = big.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> chunked = served.send(served.authorized(PATH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(room.answers).isEmpty();
    }

    @Test
    void wantsJson() {
        HttpResponse<String> response = served.send(served.authorized(PATH)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"replaced\":\"block\"}")));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(room.answers).isEmpty();
    }
}
