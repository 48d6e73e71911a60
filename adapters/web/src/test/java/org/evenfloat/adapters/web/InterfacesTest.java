// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterfacesTest {

    private static final String PATH = "/api/v1/interfaces";

    private final Room room = new Room(1, 2);

    @Test
    void saysHowEachProtocolIsDoing() throws Exception {
        try (Served served = new Served(room)) {
            JsonNode all = Served.json(served.get(PATH)).path("interfaces");
            assertThat(all).hasSize(2);
            JsonNode wire = all.get(0);
            assertThat(wire.path("id").asText()).isEqualTo("wire");
            assertThat(wire.path("state").asText()).isEqualTo("SERVING");
            assertThat(wire.path("problem").isNull()).isTrue();
            JsonNode status = wire.path("status");
            assertThat(status.path("requests").asInt()).isEqualTo(12);
            assertThat(status.path("refused").asInt()).isEqualTo(2);
            assertThat(status.path("connections").isNull()).isTrue();
            assertThat(status.path("writers").get(0).path("may").toString()).isEqualTo("[\"acknowledge\",\"mute\"]");
            assertThat(status.path("clients").get(0).path("lastAtMillis").asLong()).isEqualTo(Room.NOW - 3_000);
            assertThat(status.path("clients").get(1).path("lastAt").isNull()).isTrue();
            assertThat(status.path("lastError").path("atMillis").asLong()).isEqualTo(Room.NOW - 60_000);
            assertThat(all.get(1).path("state").asText()).isEqualTo("OFF");
            assertThat(all.get(1).path("status").isNull()).isTrue();
            room.wires.problem = "somebody else has it";
            JsonNode failed = Served.json(served.get(PATH)).path("interfaces").get(0);
            assertThat(failed.path("state").asText()).isEqualTo("FAILED");
            assertThat(failed.path("problem").asText()).isEqualTo("127.0.0.1:7: somebody else has it");
        }
    }

    @Test
    void aMapIsTakenAlongInEachForm() throws Exception {
        try (Served served = new Served(room)) {
            for (Map.Entry<String, String> each : Map.of(
                    "csv", "address,name\r\n1,voltage\r\n2,\"a, \"\"quoted\"\" name\"\r\n",
                    "md", "| address | name |\n|---|---|\n| 1 | voltage |\n| 2 | a, \"quoted\" name |\n",
                    "json", "[{\"address\":1,\"name\":\"voltage\"},{\"address\":2,\"name\":\"a, \\\"quoted\\\" name\"}]")
                    .entrySet()) {
                HttpResponse<String> answer = served.get(PATH + "/wire/map?as=" + each.getKey());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(each.getValue());
                assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                        value -> assertThat(value).contains("evenfloat-wire." + each.getKey()));
            }
            assertThat(served.get(PATH + "/wire/map?as=pdf").body()).contains("as: pdf - csv, json, md");
        }
    }

    @Test
    void whatAClientSeesComesInPages() throws Exception {
        try (Served served = new Served(room)) {
            JsonNode seen = Served.json(served.get(PATH + "/wire/view?search=A1-1%20voltage&from=20&count=10&known=true"));
            assertThat(room.wires.asked).isEqualTo("A1-1 voltage known 20 10");
            assertThat(seen.path("matching").asInt()).isEqualTo(2);
            assertThat(seen.path("image").asInt()).isEqualTo(7);
            assertThat(seen.path("points").get(0).path("value").asText()).isEqualTo("13500 mV");
            assertThat(seen.path("points").get(1).path("quality").asText()).isEqualTo("MISSING");
            served.get(PATH + "/wire/view");
            assertThat(room.wires.asked).isEqualTo(" all 0 100");
        }
    }

    @Test
    void whatCannotBeAskedIsRefusedWithAllThatIsWrong() throws Exception {
        try (Served served = new Served(room)) {
            HttpResponse<String> wrong = served.get(
                    PATH + "/wire/view?count=501&from=-1&search=" + "x".repeat(101) + "&page=1&known=perhaps");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("count: 501", "from: -1", "at most 100 characters",
                    "page: unknown parameter", "known: perhaps");
            HttpResponse<String> unknown = served.get(PATH + "/telex/view");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.body()).contains("telex - wire, smoke");
            HttpResponse<String> off = served.get(PATH + "/smoke/map");
            assertThat(off.statusCode()).isEqualTo(409);
            assertThat(off.body()).contains("SMOKE is off. Put smoke: { enabled: true } into the site file");
        }
    }
}
