// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The demo of commissioning: modules without an address get theirs by their buttons while the others are swept. */
class AddressingTest {

    private static final String WORK = "lines/L1/work";

    @Test
    void aTechnicianAddressesFourModulesInTheDemo() throws Exception {
        try (Program demo = new Program(
                "demo", "--scenario", "addressing", "--headless", "--port", "0", "--speed", "20")) {
            Api api = new Api(demo.awaitText("Bearer", 30));
            api.string("A1", s -> s.path("goodBlocks").asInt() == 12, 30);
            assertThat(api.post(WORK, "{\"kind\":\"scan\"}")).isEqualTo(200);
            JsonNode scanned = api.await(WORK, w -> w.path("state").asText().equals("DONE"), 30);
            assertThat(count(scanned, "no-address")).as(scanned.toString()).isEqualTo(4);
            assertThat(count(scanned, "missing")).isEqualTo(4);

            long sweeps = api.get("health").at("/lines/0/sweeps").asLong();
            assertThat(api.post(WORK, "{\"kind\":\"addressing\"}")).isEqualTo(200);
            assertThat(api.post(WORK, "{\"kind\":\"scan\"}")).isEqualTo(409);
            JsonNode given = api.await(WORK, w -> !w.path("state").asText().equals("RUNNING"), 60);
            assertThat(given.path("state").asText()).as(given.toString()).isEqualTo("DONE");
            assertThat(given.path("given")).hasSize(4);
            assertThat(given.at("/given/0/subject").asText()).isEqualTo("A1-5");
            assertThat(given.at("/given/3/subject").asText()).isEqualTo("A1-8");
            assertThat(api.get("health").at("/lines/0/sweeps").asLong()).as("swept meanwhile").isGreaterThan(sweeps);
            api.string("A1", s -> s.path("goodBlocks").asInt() == 16, 30);
            assertThat(api.get("replacements").path("replacements")).as("every module is where it was").isEmpty();
        }
    }

    private static int count(JsonNode work, String mark) {
        int count = 0;
        for (JsonNode device : work.path("devices")) {
            count += device.path("mark").asText().equals(mark) ? 1 : 0;
        }
        return count;
    }
}
