// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API says about the present. */
class NowTest {

    private final Room room = new Room(2, 4);
    private Served served;

    @BeforeEach
    void start() throws Exception {
        served = new Served(room);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void tellsWhatIsInstalled() {
        JsonNode site = Served.json(served.get("/api/v1/site"));
        assertThat(site.path("name").asText()).isEqualTo("Café Nord");
        assertThat(site.path("timeZone").asText()).isEqualTo("Europe/Berlin");
        JsonNode string = site.at("/batteries/0/strings/0");
        assertThat(string.path("cells").asInt()).isEqualTo(24);
        assertThat(string.path("capacityMilliampHours").asInt()).isEqualTo(100_000);
        assertThat(string.path("moduleType").asText()).isEqualTo("C20");
        assertThat(string.path("blockCount").asInt()).isEqualTo(4);
        assertThat(string.at("/blocks/2").toString())
                .isEqualTo("{\"id\":\"A1-3\",\"number\":3,\"line\":\"L1\",\"address\":3,\"label\":\"\"}");
        assertThat(string.at("/currentSensor/address").asInt()).isEqualTo(9_001);
        assertThat(string.path("currentZeroMilliamps").isNull()).isTrue();
        assertThat(site.at("/batteries/0/strings/1/currentSensor").isNull()).isTrue();
        assertThat(site.at("/sensors/0/unit").asText()).isEqualTo("mA");
    }

    @Test
    void saysNullInsteadOfZeroBeforeTheFirstSweep() {
        JsonNode status = Served.json(served.get("/api/v1/strings")).at("/strings/0");
        assertThat(status.path("state").asText()).isEqualTo("UNKNOWN");
        for (String name : List.of(
                "sampledAtMillis", "sampledAt", "stateSince", "totalMillivolts", "meanMillivolts", "lowestMillivolts",
                "lowestBlock", "highestMillivolts", "highestBlock", "spreadMillivolts", "currentMilliamps",
                "ambientCentidegrees", "targetMillivolts", "convergedSince")) {
            assertThat(status.has(name)).as(name).isTrue();
            assertThat(status.path(name).isNull()).as(name).isTrue();
        }
    }

    @Test
    void tellsAStringAtAGlanceWithUnitsInItsNames() {
        room.measure("A2", 13_600);
        JsonNode status = Served.json(served.get("/api/v1/strings/A2"));
        assertThat(status.path("id").asText()).isEqualTo("A2");
        assertThat(status.path("sampledAtMillis").asLong()).isEqualTo(Room.NOW);
        assertThat(status.path("sampledAt").asText()).isEqualTo("2025-11-22T14:03:27+01:00");
        assertThat(status.path("meanMillivolts").asInt()).isEqualTo(13_600);
        assertThat(status.path("spreadMillivolts").asInt()).isEqualTo(3);
        assertThat(status.path("currentMilliamps").asInt()).isEqualTo(-36_200);
        assertThat(status.path("ambientCentidegrees").isNull()).isTrue();
        assertThat(status.at("/excluded/0/block").asText()).isEqualTo("A2-1");
        assertThat(Served.json(served.get("/api/v1/strings")).at("/strings/1")).isEqualTo(status);
    }

    @Test
    void showsOnlyMissingValuesAsNullAndNamesEveryQuality() {
        room.measure("A1", 13_600);
        room.mark("A1", MeasurementKind.VOLTAGE, 1, Quality.SUSPECT);
        room.mark("A1", MeasurementKind.VOLTAGE, 2, Quality.STALE);
        room.mark("A1", MeasurementKind.VOLTAGE, 3, Quality.MISSING);
        JsonNode image = Served.json(served.get("/api/v1/strings/A1/image"));
        assertThat(image.at("/kinds/voltage").toString())
                .isEqualTo("{\"unit\":\"mV\",\"values\":[13600,13601,13602,null],\"quality\":[0,1,2,3]}");
        assertThat(image.at("/kinds/temperature").toString())
                .isEqualTo("{\"unit\":\"0.01 °C\",\"values\":[2530,2531,2532,2533],\"quality\":[0,0,0,0]}");
        assertThat(image.at("/kinds/resistance/unit").asText()).isEqualTo("µΩ");
        assertThat(image.at("/kinds/duty/unit").asText()).isEqualTo("permille");
        assertThat(image.path("qualityLegend").toString())
                .isEqualTo("[\"GOOD\",\"SUSPECT\",\"STALE\",\"MISSING\"]");
        assertThat(image.path("blocks").toString()).isEqualTo("[\"A1-1\",\"A1-2\",\"A1-3\",\"A1-4\"]");
        assertThat(image.path("sampledAt").asText()).isEqualTo("2025-11-22T14:03:27+01:00");
    }

    @Test
    void saysWhereTheIdsAreWhenAStringIsUnknown() {
        for (String path : List.of("/api/v1/strings/Z9", "/api/v1/strings/Z9/image?x=1")) {
            HttpResponse<String> response = served.get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            JsonNode problem = Served.json(response);
            assertThat(problem.path("detail").asText()).contains("GET /api/v1/site");
            assertThat(problem.at("/problems/0").asText()).isEqualTo("string: Z9 - id of a string of the site");
        }
    }

    @Test
    void packsBigAnswersAndLeavesSmallOnesAlone() {
        HttpResponse<String> small =
                served.send(served.authorized("/api/v1/strings/A1").header("Accept-Encoding", "gzip"));
        assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
        HttpResponse<byte[]> packed = served.send(
                served.authorized("/api/v1/openapi.json").header("Accept-Encoding", "gzip"),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(TextFile.bytes("openapi.json").length / 4);
        assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    }

    @Test
    void hidesFaultsFromTheClient() {
        room.fault = new IllegalStateException("secret inside");
        HttpResponse<String> response = served.get("/api/v1/strings");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret", "Exception", "evenfloat.adapters");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }
}
