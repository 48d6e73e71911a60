// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport.State;
import org.evenfloat.application.port.in.WorkOnLines.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineWorkTest {

    private static final String LINE = "/api/v1/lines/L1";

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

    private void refused(String path, String body, String... problems) {
        HttpResponse<String> response = served.post(LINE + path, body);
        assertThat(response.statusCode()).as(body).isEqualTo(400);
        JsonNode told = Served.json(response).path("problems");
        assertThat(told).as(body).hasSize(problems.length);
        for (int i = 0; i < problems.length; i++) {
            assertThat(told.get(i).asText()).isEqualTo(problems[i]);
        }
        assertThat(room.desk.asked).as(body).isEmpty();
    }

    @Test
    void showsTheLines() {
        JsonNode lines = Served.json(served.get("/api/v1/lines")).path("lines");
        assertThat(lines.get(0).toString()).isEqualTo("{\"line\":\"L1\",\"serialPort\":\"/dev/ttyUSB0\",\"host\":null,"
                + "\"port\":null,\"baud\":19200,\"sweepPeriodMillis\":2000,\"up\":true,\"problem\":null,\"sweeps\":30,"
                + "\"lastSweepAtMillis\":1763816607000,\"lastSweepAt\":\"2025-11-22T14:03:27+01:00\","
                + "\"sweepMillis\":740,\"modules\":8,\"missing\":1,\"counts\":{\"asked\":900,\"answered\":890,"
                + "\"lost\":6,\"corrupt\":3,\"late\":1}}");
        assertThat(lines.get(1).path("host").asText()).isEqualTo("10.0.0.7");
        assertThat(lines.get(1).path("sweepMillis").isNull()).isTrue();
        assertThat(lines.get(1).path("problem").asText()).isEqualTo("not swept yet");
        room.desk.countsKnown = false;
        assertThat(Served.json(served.get("/api/v1/lines")).at("/lines/0/counts").isNull()).isTrue();
    }

    @Test
    void saysThatNothingWasDoneYet() {
        JsonNode work = Served.json(served.get(LINE + "/work"));
        assertThat(work.path("state").asText()).isEqualTo("NONE");
        assertThat(work.path("kind").isNull()).isTrue();
        assertThat(work.path("startedAt").isNull()).isTrue();
        assertThat(work.path("devices")).isEmpty();
    }

    @Test
    void startsEveryKindAndStopsIt() {
        Map<String, String> orders = Map.of(
                "{\"kind\":\"scan\"}", "L1 Scan[]",
                "{\"kind\":\"line-check\"}", "L1 Check[rounds=10]",
                "{\"kind\":\"line-check\",\"rounds\":1000}", "L1 Check[rounds=1000]",
                "{\"kind\":\"addressing\"}", "L1 Addressing[firstAddress=0, lastAddress=0]",
                "{\"kind\":\"addressing\",\"firstAddress\":1,\"lastAddress\":64}",
                "L1 Addressing[firstAddress=1, lastAddress=64]",
                "{\"kind\":\"reset-addresses\",\"confirm\":\"RESET\"}", "L1 Reset[]");
        orders.forEach((body, order) -> {
            HttpResponse<String> response = served.post(LINE + "/work", body);
            assertThat(response.statusCode()).as(body).isEqualTo(200);
            assertThat(Served.json(response).path("kind").asText()).isEqualTo(Served.json(body).path("kind").asText());
            assertThat(Served.json(response).path("state").asText()).isEqualTo("RUNNING");
            assertThat(room.desk.asked).last().isEqualTo(order);
        });
        HttpResponse<String> stopped = served.post(LINE + "/work/stop", "{}");
        assertThat(Served.json(stopped).path("state").asText()).isEqualTo("STOPPED");
        assertThat(room.desk.asked).last().isEqualTo("stop L1");
    }

    @Test
    void showsProgressAndResults() {
        room.desk.fillReport(new LineOrder.Scan(), State.DONE);
        assertThat(served.get(LINE + "/work").body()).isEqualTo("{\"line\":\"L1\",\"kind\":\"scan\","
                + "\"state\":\"DONE\",\"startedAtMillis\":1763816607000,\"startedAt\":\"2025-11-22T14:03:27+01:00\","
                + "\"endedAtMillis\":1763816607009,\"endedAt\":\"2025-11-22T14:03:27.009+01:00\",\"done\":3,"
                + "\"total\":4,\"text\":\"Half way.\",\"nextAddress\":5,\"nextSubject\":\"A1-5\","
                + "\"devices\":[{\"address\":1,\"subject\":\"A1-1\",\"serial\":\"2A000001\",\"type\":\"C20\","
                + "\"typeFits\":true,\"firmware\":\"1.04\",\"mark\":\"expected\"},"
                + "{\"address\":2,\"subject\":\"A1-2\",\"serial\":null,\"type\":null,\"typeFits\":null,"
                + "\"firmware\":null,\"mark\":\"missing\"},"
                + "{\"address\":null,\"subject\":null,\"serial\":\"2A000009\",\"type\":\"C20\",\"typeFits\":null,"
                + "\"firmware\":\"1.04\",\"mark\":\"no-address\"}],"
                + "\"checks\":[{\"address\":1,\"subject\":\"A1-1\",\"sent\":10,\"lost\":1,\"corrupt\":2,"
                + "\"minMillis\":4.1,\"meanMillis\":4.25,\"maxMillis\":9.0},"
                + "{\"address\":2,\"subject\":\"A1-2\",\"sent\":10,\"lost\":10,\"corrupt\":0,\"minMillis\":null,"
                + "\"meanMillis\":null,\"maxMillis\":null}],"
                + "\"given\":[{\"address\":4,\"subject\":\"A1-4\",\"serial\":\"2A000004\",\"kept\":false}]}");
    }

    @Test
    void refusesWhatIsNotAllowedWithAllProblems() {
        refused("/work", "{\"kind\":\"dance\",\"rounds\":1}",
                "kind: \"dance\" - \"scan\", \"line-check\", \"addressing\" or \"reset-addresses\"",
                "body: rounds - only the fields kind");
        refused("/work", "{\"kind\":\"line-check\",\"rounds\":1001}", "rounds: 1001 - a whole number, 1 to 1000");
        refused("/work", "{\"kind\":\"reset-addresses\"}",
                "confirm: nothing - \"RESET\", to really take the address from every device on the line");
        refused("/work", "{\"kind\":\"reset-addresses\",\"confirm\":\"reset\"}",
                "confirm: \"reset\" - \"RESET\", to really take the address from every device on the line");
        refused("/work", "{\"kind\":\"addressing\",\"firstAddress\":5}",
                "lastAddress: nothing - a whole number, 1 to 65279");
        refused("/work", "{\"kind\":\"addressing\",\"firstAddress\":5,\"lastAddress\":4}",
                "lastAddress: 4 - not below firstAddress, 5");
        refused("/work/stop", "{\"now\":true}", "body: now - no fields");
        refused("/blink", "{\"address\":0,\"seconds\":256}",
                "address: 0 - a whole number, 1 to 65279", "seconds: 256 - a whole number, 0 to 255");
        refused("/assign", "{\"serial\":\"xyz\",\"address\":65280}",
                "serial: \"xyz\" - up to eight hexadecimal digits, as printed on the module",
                "address: 65280 - a whole number, 0 to 65279");
        refused("/assign", "[]", "body: not an object - {\"serial\": \"2A000007\", \"address\": 7}");
    }

    @Test
    void blinksAndAssigns() {
        assertThat(served.post(LINE + "/blink", "{\"address\":7}").body()).isEqualTo(
                "{\"line\":\"L1\",\"address\":7,\"seconds\":30,\"text\":\"Said of blink L1 7 30.\"}");
        assertThat(served.post(LINE + "/assign", "{\"serial\":\"2a000007\",\"address\":0}").body()).isEqualTo(
                "{\"line\":\"L1\",\"serial\":\"2A000007\",\"address\":0,\"text\":\"Said of assign L1 2a000007 0.\"}");
    }

    @Test
    void saysWhyNotAndThatALineIsDown() {
        room.desk.verdict = Verdict.REFUSED;
        HttpResponse<String> busy = served.post(LINE + "/work", "{\"kind\":\"scan\"}");
        assertThat(busy.statusCode()).isEqualTo(409);
        assertThat(Served.json(busy).path("detail").asText()).isEqualTo("Said of L1 Scan[].");
        assertThat(served.post(LINE + "/blink", "{\"address\":7}").statusCode()).isEqualTo(409);
        room.desk.verdict = Verdict.LINE_DOWN;
        assertThat(served.post(LINE + "/work", "{\"kind\":\"scan\"}").statusCode()).isEqualTo(503);
        assertThat(served.post(LINE + "/assign", "{\"serial\":\"7\",\"address\":7}").statusCode()).isEqualTo(503);
        assertThat(served.get("/api/v1/lines/L9/work").statusCode()).isEqualTo(404);
        assertThat(served.post("/api/v1/lines/L9/work", "{\"kind\":\"scan\"}").statusCode()).isEqualTo(404);
    }
}
