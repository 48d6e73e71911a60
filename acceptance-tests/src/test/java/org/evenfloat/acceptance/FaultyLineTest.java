// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A line on which one thing after the other goes wrong: each is told once, and nothing else suffers. */
@Isolated("measures time")
class FaultyLineTest {


    /** Events stamped while the wall clock was an hour ahead count too. */
    private static final String EVENTS = "events?from=0&to=4000000000000&limit=1000";

    @TempDir
    private Path folder;

    @Test
    void eachFaultIsToldOnceAndMended() throws Exception {
        try (Program demo = new Program(
                "demo", "--scenario", Path.of("src/test/resources/scenarios/faults.yaml").toString(), "--headless",
                "--port", "0", "--folder", folder.toString())) {
            Api api = new Api(demo.awaitText("Bearer", 30));
            api.await(EVENTS, e -> e.toString().contains("MODULE_LOST"), 30);
            JsonNode image = api.get("strings/A1/image");
            assertThat(image.toString()).as("only the lost block is missing").contains("A1-7");
            assertThat(api.get("strings/A1").path("goodBlocks").asInt()).isBetween(15, 16);

            JsonNode questions = api.await("replacements", q -> q.toString().contains("A1-4"), 30);
            assertThat(questions.toString()).contains("A1-3");
            assertThat(api.post("replacements/A1-3", "{\"replaced\":\"module\"}")).isBetween(200, 204);
            assertThat(api.post("replacements/A1-4", "{\"replaced\":\"block\"}")).isBetween(200, 204);
            api.string("A1", s -> s.path("excluded").toString().contains("A1-4"), 30);

            demo.awaitText("CLOCK_JUMPED", 60);
            api.await(EVENTS, e -> count(e, "CLOCK_JUMPED") == 2, 60);
            JsonNode events = api.get(EVENTS);
            for (String once : List.of(
                    "MODULE_LOST", "MODULE_BACK", "DUPLICATE_ADDRESS", "LINE_DOWN", "LINE_UP")) {
                assertThat(texts(events, once)).as(once).hasSize(once.startsWith("MODULE_") ? moduleNews(events) : 1);
            }
            assertThat(texts(events, "INTERNAL_FAULT")).isEmpty();
            assertThat(api.get("health").path("lines").path(0).path("up").asBoolean()).isTrue();
            long before = api.get("health").path("lines").path(0).path("sweeps").asLong();
            api.await("health", h -> h.path("lines").path(0).path("sweeps").asLong() > before + 5, 20);
            assertThat(api.get("strings/A1").path("state").asText()).isEqualTo("FLOAT");
        }
    }

    /** The lost module is told once; a shared address silences up to two more. */
    private static int moduleNews(JsonNode events) {
        int lost = texts(events, "MODULE_LOST").size();
        assertThat(lost).isBetween(1, 3);
        assertThat(texts(events, "MODULE_BACK")).hasSize(lost);
        return lost;
    }

    private static int count(JsonNode events, String kind) {
        return texts(events, kind).size();
    }

    private static List<String> texts(JsonNode events, String kind) {
        List<String> texts = new ArrayList<>();
        events.path("events").forEach(event -> {
            if (event.path("kind").asText().equals(kind)) {
                texts.add(event.path("text").asText());
            }
        });
        return texts;
    }
}
