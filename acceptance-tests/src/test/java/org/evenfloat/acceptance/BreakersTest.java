// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay module in a whole server: breakers and inputs are seen, and the alarm contact is a relay on the line. */
class BreakersTest {

    @TempDir
    private Path folder;

    private static JsonNode relay(JsonNode switchgear, int number) {
        for (JsonNode relay : switchgear.path("relayModules").path(0).path("relays")) {
            if (relay.path("relay").asInt() == number) {
                return relay;
            }
        }
        throw new AssertionError("no relay " + number + " in " + switchgear);
    }

    private static String position(JsonNode switchgear, int breaker) {
        JsonNode seen = switchgear.path("breakers").path(breaker);
        return seen.path("quality").asText() + " " + seen.path("position").asText();
    }

    private static int milliamps(Api api, String string) throws Exception {
        return Math.abs(api.get("strings/" + string).path("currentMilliamps").asInt());
    }

    @Test
    void anOpenBreakerIsSeenAndTheAlarmContactFalls() throws Exception {
        try (Program demo = new Program(
                "demo", "--scenario", Path.of("src/test/resources/scenarios/breakers.yaml").toString(), "--headless",
                "--port", "0", "--folder", folder.toString())) {
            Api api = new Api(demo.awaitText("Bearer", 30));
            JsonNode well = api.await("switchgear", s -> position(s, 0).equals("GOOD CLOSED")
                    && relay(s, 4).path("energised").asBoolean(), 30);
            assertThat(position(well, 1)).isEqualTo("GOOD CLOSED");
            assertThat(relay(well, 4).path("use").asText()).isEqualTo("the alarm contact");
            assertThat(relay(well, 1).path("use").asText()).isEqualTo("breaker Q1");
            assertThat(relay(well, 3).path("energised").asBoolean()).as("buzzer").isFalse();
            assertThat(milliamps(api, "A1")).as("charged").isPositive();

            JsonNode open = api.await("switchgear", s -> position(s, 0).equals("GOOD OPEN"), 60);
            assertThat(position(open, 1)).isEqualTo("GOOD CLOSED");
            api.string("A1", s -> s.path("currentMilliamps").asInt(1) == 0, 20);
            assertThat(milliamps(api, "A2")).as("the other string goes on").isPositive();
            api.await("switchgear", s -> position(s, 0).equals("GOOD CLOSED"), 60);

            api.await("alarms", a -> a.path("general").path("active").asBoolean(), 60);
            api.await("switchgear", s -> !relay(s, 4).path("energised").asBoolean()
                    && relay(s, 3).path("energised").asBoolean(), 20);

            JsonNode silent = api.await("switchgear", s -> position(s, 0).startsWith("MISSING"), 60);
            assertThat(silent.path("relayModules").path(0).path("seenAtMillis").asLong()).as("seen before").isPositive();
            api.await("switchgear", s -> position(s, 0).equals("GOOD CLOSED"), 60);

            JsonNode devices = api.get("lines/L1/modules").path("devices");
            assertThat(devices.path(devices.size() - 1).path("subject").asText()).isEqualTo("AUX1");
            assertThat(devices.path(devices.size() - 1).path("type").asText()).isEqualTo("relays and inputs");
            api.post("lines/L1/work", "{\"kind\":\"scan\"}");
            JsonNode work = api.await("lines/L1/work", w -> w.path("state").asText().equals("DONE"), 60);
            assertThat(work.path("devices").toString()).contains("AUX1", "\"type\":\"relays and inputs\"");
        }
    }
}
