// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The promise of the demo: an aged string comes together within hours, and does not without equalizing. */
class DemoTest {

    private static final double LIMIT_HOURS = 2.8;

    @Test
    void agedStringConverges() throws Exception {
        try (Program demo = new Program(
                "demo", "--scenario", "aged", "--headless", "--port", "0", "--speed", "max")) {
            Api api = new Api(demo.awaitText("Bearer", 30));
            JsonNode first = api.get("health");
            JsonNode early = api.string("A1", s -> s.path("goodBlocks").asInt() == 64, 20);
            assertThat(early.path("spreadMillivolts").asInt()).isPositive();
            JsonNode converged = api.string("A1", s -> s.path("phase").asText().equals("CONVERGED"), 150);
            double hours = (converged.path("convergedSinceMillis").asLong() - first.path("startedAtMillis").asLong())
                    / 3_600_000.0;
            assertThat(hours).as("hours until all blocks had been within 10 mV for 15 min").isLessThan(LIMIT_HOURS);
            JsonNode history = api.get("blocks/A1-1/history?from=0&points=10000");
            assertThat(history.path("points").asInt()).isGreaterThan(100);
        }
    }

    /** Each wants port 1502 and 1161; when the second looks, the first has not begun to listen there. */
    @Test
    void demosThatBeginTogetherBothRun() throws Exception {
        try (Program one = new Program("demo", "--headless", "--port", "0", "--exit-at-end");
                Program other = new Program("demo", "--headless", "--port", "0", "--exit-at-end")) {
            one.awaitText("SNMP ", 60);
            other.awaitText("SNMP ", 60);
        }
    }

    @Test
    @Tag("soak")
    void agedStringStaysApartWithoutEqualizing() throws Exception {
        try (Program demo = new Program(
                "demo", "--scenario", "aged", "--headless", "--port", "0", "--speed", "max", "--no-equalize",
                "--exit-at-end")) {
            String told = demo.end(400);
            String last = told.lines().filter(line -> line.contains("spread")).reduce("", (a, b) -> b);
            assertThat(last).contains("off");
            int spread = Integer.parseInt(last.replaceAll(".*spread +(\\d+) mV.*", "$1"));
            assertThat(spread).as(last).isGreaterThan(50);
        }
    }
}
