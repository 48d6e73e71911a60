// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.evenfloat.application.port.out.HistoryFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmTuningTest {

    private static final String PATH = "/api/v1/alarms";

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

    private static JsonNode row(JsonNode answer, String definition) {
        for (JsonNode row : answer.path("limits")) {
            if (row.path("definition").asText().equals(definition)) {
                return row;
            }
        }
        throw new AssertionError(definition);
    }

    @Test
    void tellsWhereEachLimitComesFrom() {
        JsonNode answer = Served.json(served.get(PATH + "/limits?string=A1"));
        assertThat(row(answer, "block-voltage-low-warning")).hasToString("{\"definition\":\"block-voltage-low-warning\","
                + "\"dimension\":\"VOLTAGE\",\"side\":\"LOW\",\"level\":\"WARNING\",\"standard\":{\"limit\":\"13.2 V\","
                + "\"deadband\":\"60 mV\",\"onDelay\":\"1 min\",\"offDelay\":\"1 min\",\"state\":\"on\"},"
                + "\"string\":{\"limit\":\"13.3 V\",\"deadband\":null,\"onDelay\":null,\"offDelay\":null,\"state\":null},"
                + "\"inForce\":{\"limit\":\"13.3 V\",\"deadband\":\"60 mV\",\"onDelay\":\"1 min\",\"offDelay\":\"1 min\","
                + "\"state\":\"on\"},\"source\":\"string A1\","
                + "\"standardSource\":\"our choice for lead-acid, nickel and lithium cells each; the data sheet of the"
                + " battery decides\",\"lockedInLine\":null,\"blocks\":[]}");
        assertThat(row(answer, "block-temperature-high-alarm").path("blocks")).hasToString("[{\"block\":\"A1-2\","
                + "\"own\":{\"limit\":null,\"deadband\":null,\"onDelay\":null,\"offDelay\":null,\"state\":\"off\"},"
                + "\"inForce\":{\"limit\":\"45 °C\",\"deadband\":\"1 K\",\"onDelay\":\"1 min\",\"offDelay\":\"1 min\","
                + "\"state\":\"off\"},\"source\":\"block A1-2\"}]");
        JsonNode ofProfile = row(answer, "string-voltage-low-alarm");
        assertThat(ofProfile.at("/standard/limit").asText()).as("2.21 V by 6 cells").isEqualTo("13.26 V");
        assertThat(ofProfile.path("source").asText()).isEqualTo("profile vrla-agm: its data sheet");
        assertThat(ofProfile.path("standardSource").asText()).isEqualTo("profile vrla-agm: its data sheet");
        assertThat(row(answer, "block-weak-warning").at("/standard/limit").asText()).isEqualTo("3.5 %");
        assertThat(row(answer, "module-lost").at("/standard/limit").isNull()).isTrue();
        assertThat(Served.json(served.get(PATH + "/limits?string=A2")).path("string").asText()).isEqualTo("A2");
        assertThat(served.get(PATH + "/limits?string=A9").statusCode()).isEqualTo(400);
    }

    @Test
    void triesALimitOnTheHistory() {
        JsonNode answer = Served.json(served.post(PATH + "/backtest",
                "{\"definition\":\"block-voltage-high-warning\",\"block\":\"A1-3\",\"limit\":\"12 V\",\"onDelay\":\"0 s\","
                        + "\"days\":1}"));
        assertThat(answer.path("toMillis").asLong() - answer.path("fromMillis").asLong()).isEqualTo(86_400_000);
        assertThat(answer.path("resolution").asText()).contains("most of the time");
        assertThat(answer.path("total").isInt()).as(answer.toString()).isTrue();
        assertThat(answer.at("/now/total").asInt()).isZero();
        assertThat(room.questionsAboutRanges.get(0).blocks()).containsExactly("A1-3");
    }

    @Test
    void tellsAllThatIsWrongWithATrial() {
        HttpResponse<String> response = served.post(PATH + "/backtest", "{\"definition\":\"module-lost\",\"string\":\"A9\","
                + "\"days\":401,\"x\":1}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Served.json(response).path("problems")).hasSize(4);
        assertThat(response.body()).contains("module-lost (not in the history)", "string: A9", "days: 401");
        response = served.post(PATH + "/backtest", "{\"definition\":\"block-voltage-high-warning\",\"limit\":\"12 X\","
                + "\"deadband\":\"\",\"onDelay\":\"-1 s\"}");
        assertThat(Served.json(response).path("problems")).as(response.body()).hasSize(4);
        assertThat(room.questionsAboutRanges).isEmpty();
    }

    @Test
    void saysWhenTheHistoryCannotBeRead() {
        room.historyFailure = new HistoryFailure("the disk is gone", null);
        assertThat(served.post(PATH + "/backtest", "{\"definition\":\"block-voltage-high-warning\",\"string\":\"A1\"}")
                .statusCode()).isEqualTo(503);
        room.historyFailure = null;
        assertThat(served.post(PATH + "/backtest", "{\"definition\":\"block-voltage-high-warning\",\"string\":\"A1\"}")
                .statusCode()).as("the place is free again").isEqualTo(200);
    }
}
