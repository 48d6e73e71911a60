// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.evenfloat.application.port.in.WorkOnLines.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalibrationsTest {

    private static final String PATH = "/api/v1/blocks/A1-2/calibration";

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

    private void refused(String body, String... problems) {
        HttpResponse<String> response = served.post(PATH, body);
        assertThat(response.statusCode()).as(body).isEqualTo(400);
        JsonNode told = Served.json(response).path("problems");
        assertThat(told).as(told.toString()).hasSize(problems.length);
        for (int i = 0; i < problems.length; i++) {
            assertThat(told.get(i).asText()).startsWith(problems[i]);
        }
        assertThat(room.desk.asked).as(body).isEmpty();
    }

    @Test
    void listsWhatIsCalibrated() {
        assertThat(served.get("/api/v1/calibrations").body()).isEqualTo("{\"calibrations\":[{\"block\":\"A1-1\","
                + "\"serial\":\"0000BEEF\",\"gainMillionths\":1001000,\"offsetMicrovolts\":-3500,"
                + "\"temperatureOffsetCentidegrees\":40,\"calibratedAtMillis\":1763816607000,"
                + "\"calibratedAt\":\"2025-11-22T14:03:27+01:00\"}]}");
    }

    @Test
    void takesPointsAndAnswersGainAndOffset() {
        HttpResponse<String> one = served.post(PATH, "{\"voltagePoints\":[{\"shownMillivolts\":13610,"
                + "\"trueMillivolts\":13624}],\"temperature\":{\"shownCentidegrees\":2500,\"trueCentidegrees\":2460}}");
        assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
        assertThat(Served.json(one).path("offsetMicrovolts").asInt()).isEqualTo(14_000);
        assertThat(Served.json(one).path("temperatureOffsetCentidegrees").asInt()).isEqualTo(-40);
        HttpResponse<String> two = served.post(PATH, "{\"voltagePoints\":["
                + "{\"shownMillivolts\":12000,\"trueMillivolts\":12000},"
                + "{\"shownMillivolts\":13600,\"trueMillivolts\":13616}]}");
        assertThat(Served.json(two).path("gainMillionths").asInt()).isEqualTo(1_010_000);
        HttpResponse<String> reset = served.post(PATH, "{\"reset\":true}");
        assertThat(Served.json(reset).path("gainMillionths").asInt()).isEqualTo(1_000_000);
        assertThat(Served.json(reset).path("calibratedAt").isNull()).isTrue();
        assertThat(room.desk.asked).hasSize(3);
    }

    @Test
    void refusesWhatIsNotAllowed() {
        refused("{}", "body: nothing - {\"voltagePoints\": [");
        refused("{\"reset\":false}", "reset: false - true");
        refused("{\"reset\":true,\"temperature\":{\"shownCentidegrees\":1,\"trueCentidegrees\":1}}",
                "body: reset with points - ");
        refused("{\"voltagePoints\":[]}", "voltagePoints: [] - an array of 1 to 2 objects");
        refused("{\"voltagePoints\":[7,{\"shownMillivolts\":1.5,\"gain\":2}],\"x\":1}",
                "voltagePoints[0]: 7 - an object",
                "voltagePoints[0].shownMillivolts: nothing - a whole number, 1 to 30000",
                "voltagePoints[0].trueMillivolts: nothing - a whole number, 1 to 30000",
                "voltagePoints[1].shownMillivolts: 1.5 - a whole number, 1 to 30000",
                "voltagePoints[1].trueMillivolts: nothing - a whole number, 1 to 30000",
                "voltagePoints[1]: gain - only the fields shownMillivolts, trueMillivolts",
                "body: x - only the fields reset, temperature, voltagePoints");
        refused("{\"voltagePoints\":[{\"shownMillivolts\":12000,\"trueMillivolts\":13000}]}",
                "voltagePoints: they make an offset of 1000.0 mV - allowed: -272 to 272 mV");
    }

    @Test
    void saysThatABlockIsUnknownOrNothingCouldBeKept() {
        assertThat(served.post("/api/v1/blocks/Z1/calibration", "{\"reset\":true}").statusCode()).isEqualTo(404);
        room.desk.verdict = Verdict.REFUSED;
        HttpResponse<String> response = served.post(PATH, "{\"reset\":true}");
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Served.json(response).path("detail").asText()).isEqualTo("history: disk is full");
    }
}
