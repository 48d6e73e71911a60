// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.evenfloat.application.port.in.Health;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void isOpenToEverybodyAndGoodWhenAllIsWell() throws Exception {
        try (Served served = new Served(new Room(1, 1))) {
            HttpResponse<String> response = served.send(served.request("/api/v1/health"));
            assertThat(response.statusCode()).isEqualTo(200);
            JsonNode health = Served.json(response);
            assertThat(health.path("good").asBoolean()).isTrue();
            assertThat(health.path("problems")).isEmpty();
            assertThat(health.path("now").asText()).isEqualTo("2025-11-22T14:03:27+01:00");
            assertThat(health.at("/lines/0/sweepMillis").asInt()).isEqualTo(740);
        }
    }

    @Test
    void saysWhyItIsNotGood() throws Exception {
        Room room = new Room(1, 1);
        room.health = new Health(
                "0.1.0", Room.NOW, Room.NOW, 60,
                List.of(new Health.LineHealth("L1", false, "The port is gone.", 0, 0, 0, 8, 8)),
                new Health.HistoryHealth(false, "The disk is full.", 12, 3));
        try (Served served = new Served(room)) {
            HttpResponse<String> response = served.send(served.request("/api/v1/health"));
            assertThat(response.statusCode()).isEqualTo(503);
            JsonNode health = Served.json(response);
            assertThat(health.path("good").asBoolean()).isFalse();
            assertThat(health.path("problems").toString())
                    .isEqualTo("[\"line L1: The port is gone.\",\"history: The disk is full.\"]");
            assertThat(health.at("/lines/0/lastSweepAt").isNull()).isTrue();
            assertThat(health.at("/lines/0/sweepMillis").isNull()).isTrue();
            assertThat(health.at("/history/lost").asInt()).isEqualTo(3);
            assertThat(health.path("speed").asInt()).isEqualTo(60);
        }
    }
}
