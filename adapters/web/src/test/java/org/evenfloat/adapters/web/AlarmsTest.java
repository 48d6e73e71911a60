// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.domain.alarm.AlarmTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alarms over the API, in front of the real desk. */
class AlarmsTest {

    private static final String PATH = "/api/v1/alarms";
    private static final long DAY = 86_400_000;

    private final Room room = new Room(2, 4);
    private final AlarmRoom alarms = room.alarms;
    private Served served;

    @BeforeEach
    void start() throws Exception {
        served = new Served(room);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = served.get(PATH + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Served.json(response);
    }

    private void done(String path, String body) {
        HttpResponse<String> response = served.post(PATH + path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"version\":" + alarms.version() + "}");
    }

    private static List<String> problems(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        List<String> problems = new ArrayList<>();
        Served.json(response).path("problems").forEach(problem -> problems.add(problem.asText()));
        return problems;
    }

    @Test
    void nothingStands() {
        assertThat(served.get(PATH).body()).isEqualTo("{\"version\":1,\"atMillis\":1763816607000,"
                + "\"at\":\"2025-11-22T14:03:27+01:00\",\"general\":{\"active\":false,\"buzzing\":false,\"muted\":false},"
                + "\"flood\":false,\"failure\":\"\",\"counts\":{\"URGENT\":{\"standing\":0,\"unacknowledged\":0},"
                + "\"HIGH\":{\"standing\":0,\"unacknowledged\":0},\"LOW\":{\"standing\":0,\"unacknowledged\":0}},"
                + "\"standing\":[],\"hidden\":[],\"more\":0}");
    }

    @Test
    void whatStandsIsToldWithAllThatPeopleNeed() {
        alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
        alarms.raise(AlarmRoom.WEAK, 213, 100);
        JsonNode all = get("");
        assertThat(all.at("/general").toString()).isEqualTo("{\"active\":true,\"buzzing\":true,\"muted\":false}");
        assertThat(all.at("/counts/URGENT/standing").asInt()).isEqualTo(1);
        assertThat(all.at("/counts/HIGH").toString()).isEqualTo("{\"standing\":1,\"unacknowledged\":1}");
        assertThat(all.at("/standing/0/id").asText()).as("the most urgent first").isEqualTo(AlarmRoom.WEAK);
        assertThat(all.at("/standing/0/dimension").asText()).isEqualTo("SHARE");
        assertThat(all.at("/standing/0/valueText").asText()).isEqualTo("21.3 %");
        assertThat(all.at("/standing/0/sentence").asText())
                .isEqualTo("Block A1-2 gives way in the discharge: 21.3 % below its string, limit 10 %.");
        assertThat(all.at("/standing/1").toString()).isEqualTo("{\"id\":\"block-voltage-low-alarm/A1-1\","
                + "\"definition\":\"block-voltage-low-alarm\",\"subject\":\"A1-1\",\"scope\":\"BLOCK\",\"strings\":[\"A1\"],"
                + "\"priority\":\"HIGH\",\"level\":\"ALARM\",\"state\":\"UNACKNOWLEDGED\",\"active\":true,"
                + "\"wantsAcknowledgement\":true,\"latching\":false,\"sequence\":1,\"firstOut\":true,"
                + "\"raisedAtMillis\":1763816607000,\"raisedAt\":\"2025-11-22T14:03:27+01:00\","
                + "\"changedAtMillis\":1763816607000,\"changedAt\":\"2025-11-22T14:03:27+01:00\","
                + "\"value\":12210,\"limit\":12600,\"dimension\":\"VOLTAGE\",\"valueText\":\"12.210 V\","
                + "\"limitText\":\"12.6 V\",\"sentence\":\"Voltage of block A1-1 is low in float: 12.210 V, limit 12.6 V.\","
                + "\"cause\":\"A shorted cell, lost charge or sulfation, or a charger that is set too low.\","
                + "\"consequence\":\"The block is not full, and its string gives less than it should.\","
                + "\"response\":\"Watch its resistance; if it is still low after 24 h of float, plan a replacement.\","
                + "\"raises\":1,\"chattering\":false,\"stale\":false,\"acknowledgedBy\":null,\"acknowledgedAtMillis\":null,"
                + "\"acknowledgedAt\":null,\"comment\":null,\"hidings\":[]}");
        JsonNode one = get("?limit=1");
        assertThat(one.path("standing")).hasSize(1);
        assertThat(one.path("more").asInt()).isEqualTo(1);
        assertThat(one.at("/counts/HIGH/standing").asInt()).as("counted all the same").isEqualTo(1);
        assertThat(problems(served.get(PATH + "?limit=1001"))).containsExactly(
                "limit: 1001 - a whole number from 1 to 1000");
        alarms.nowMillis += DAY + 1;
        assertThat(get("").at("/standing/1/stale").asBoolean()).isTrue();
    }

    @Test
    void everyRowOfTheTableIsTold() {
        JsonNode rows = get("/definitions").path("definitions");
        assertThat(rows).hasSize(AlarmTable.all().size());
        assertThat(rows.get(0).toString()).isEqualTo("{\"id\":\"block-voltage-low-warning\",\"signal\":\"BLOCK_VOLTAGE\","
                + "\"scope\":\"BLOCK\",\"side\":\"LOW\",\"level\":\"WARNING\",\"priority\":\"LOW\","
                + "\"dimension\":\"VOLTAGE\","
                + "\"latching\":false,\"suppressedIn\":[\"BOOST\",\"RECHARGE\",\"DISCHARGE\",\"REST\"],"
                + "\"general\":false,\"meaning\":\"Voltage of a block is low in float\","
                + "\"cause\":\"A shorted cell, lost charge or sulfation, or a charger that is set too low.\","
                + "\"consequence\":\"The block is not full, and its string gives less than it should.\","
                + "\"response\":\"Watch its resistance; if it is still low after 24 h of float, plan a replacement.\","
                + "\"standard\":\"float voltage of the battery profile - 70 mV a cell"
                + " (nickel cells -60 mV, lithium cells -70 mV)\","
                + "\"source\":\"our choice for lead-acid, nickel and lithium cells each;"
                + " the data sheet of the battery decides\"}");
    }

    @Test
    void peopleDoSomethingAboutThem() {
        alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
        done("/mute", "{}");
        assertThat(get("").at("/general/muted").asBoolean()).isTrue();
        done("/acknowledge", "{\"alarms\":[\"" + AlarmRoom.LOW + "\"],\"comment\":\"on its way\"}");
        JsonNode known = get("").at("/standing/0");
        assertThat(known.path("state").asText()).isEqualTo("ACKNOWLEDGED");
        assertThat(known.path("acknowledgedBy").asText()).isEqualTo("console");
        assertThat(known.path("acknowledgedAt").asText()).isEqualTo("2025-11-22T14:03:27+01:00");
        assertThat(known.path("comment").asText()).isEqualTo("on its way");
        done("/shelve", "{\"alarms\":[\"" + AlarmRoom.LOW + "\"],\"minutes\":60,\"reason\":\"being replaced\"}");
        done("/out-of-service", "{\"alarms\":[\"" + AlarmRoom.LOW + "\"],\"reason\":\"work order 4711\"}");
        JsonNode hidden = get("");
        assertThat(hidden.path("standing")).isEmpty();
        assertThat(hidden.at("/hidden/0/hidings").toString()).isEqualTo("[{\"reason\":\"SHELVED\",\"who\":\"console\","
                + "\"why\":\"being replaced\",\"sinceMillis\":1763816607000,\"since\":\"2025-11-22T14:03:27+01:00\","
                + "\"untilMillis\":1763820207000,\"until\":\"2025-11-22T15:03:27+01:00\"},{\"reason\":\"OUT_OF_SERVICE\","
                + "\"who\":\"console\",\"why\":\"work order 4711\",\"sinceMillis\":1763816607000,"
                + "\"since\":\"2025-11-22T14:03:27+01:00\",\"untilMillis\":null,\"until\":null}]");
        done("/unshelve", "{\"alarms\":[\"" + AlarmRoom.LOW + "\"]}");
        done("/in-service", "{\"alarms\":[\"" + AlarmRoom.LOW + "\"]}");
        assertThat(get("").at("/standing/0/state").asText()).isEqualTo("UNACKNOWLEDGED");
        alarms.latched();
        assertThat(get("").at("/standing/0/state").asText()).isIn("UNACKNOWLEDGED", "LATCHED_ACKNOWLEDGED");
        done("/reset", "{\"alarms\":[\"" + AlarmRoom.WEAK + "\"]}");
        assertThat(get("").path("standing")).hasSize(1);
    }

    @Test
    void whatIsWrongIsToldAtOnceAndNothingIsDone() {
        alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
        String state = alarms.state();
        assertThat(problems(served.post(PATH + "/acknowledge",
                "{\"alarms\":[\"" + AlarmRoom.LOW + "\",\"block-voltage-low-alarm/B9\",\"" + AlarmRoom.WEAK + "\"]}")))
                .hasSize(2).allSatisfy(problem -> assertThat(problem).contains(" - allowed: "));
        assertThat(problems(served.post(PATH + "/shelve", "{\"alarms\":[7],\"minutes\":43201,\"why\":\"x\"}")))
                .containsExactly(
                        "alarms[0]: 7 - ids of alarms, DEFINITION/SUBJECT",
                        "minutes: 43201 - a whole number, 1 to 43200",
                        "reason: nothing - a text of at most 200 characters",
                        "body: why - only the fields alarms, minutes, reason");
        assertThat(problems(served.post(PATH + "/out-of-service", "{\"alarms\":[],\"reason\":\" \"}"))).containsExactly(
                "alarms: 0 - allowed: 1 to 1000", "reason: nothing - allowed: 1 to 200 characters in one line");
        assertThat(problems(served.post(PATH + "/unshelve", "{\"alarms\":[\"" + AlarmRoom.LOW + "\"]}")))
                .containsExactly(AlarmRoom.LOW + ": is not - allowed: a shelved alarm");
        assertThat(problems(served.post(PATH + "/mute", "{\"alarms\":[]}"))).containsExactly(
                "body: alarms - no fields");
        assertThat(alarms.state()).isEqualTo(state);
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
        alarms.kept = false;
        HttpResponse<String> response =
                served.post(PATH + "/acknowledge", "{\"alarms\":[\"" + AlarmRoom.LOW + "\"]}");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Served.json(response).path("detail").asText()).startsWith("It is done, but cannot be kept");
        assertThat(room.people.audit.get(room.people.audit.size() - 1).after()).contains("not kept on the disk");
    }

    @Test
    void theHistoryTellsWhatHappened() {
        alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
        alarms.raise(AlarmRoom.WEAK, 213, 100);
        alarms.nowMillis -= 1_000;
        alarms.gone(AlarmRoom.LOW, 12_700, 12_600);
        JsonNode history = get("/history?definition=block-voltage-low-alarm,line-down&subject=A1-1");
        assertThat(history.path("more").asBoolean()).isFalse();
        assertThat(history.path("records")).hasSize(2);
        assertThat(history.at("/records/0").toString()).isEqualTo("{\"number\":3,\"atMillis\":1763816606000,"
                + "\"at\":\"2025-11-22T14:03:26+01:00\",\"definition\":\"block-voltage-low-alarm\",\"subject\":\"A1-1\","
                + "\"action\":\"RETURN\",\"state\":\"RETURNED\",\"priority\":\"HIGH\",\"value\":12700,\"limit\":12600,"
                + "\"valueText\":\"12.700 V\",\"limitText\":\"12.6 V\",\"who\":\"server\",\"comment\":null,"
                + "\"untilMillis\":null,\"until\":null,"
                + "\"sentence\":\"Gone: voltage of block A1-1 is low in float; now 12.700 V.\"}");
        JsonNode two = get("/history?limit=2&from=1763816606000&to=2025-11-22T14:03:27%2B01:00&before=4");
        assertThat(two.path("records")).hasSize(2);
        assertThat(two.path("more").asBoolean()).isTrue();
        assertThat(get("/history?before=2").path("records")).hasSize(1);
        assertThat(alarms.questions.get(0)).isEqualTo(new AlarmQuestion(
                Room.NOW - 7 * DAY, Room.NOW, Long.MAX_VALUE, Set.of("block-voltage-low-alarm", "line-down"),
                Set.of("A1-1"), 200));
    }

    @Test
    void theHistoryCanBeTakenAlongAsATable() {
        alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
        alarms.raise("block-deviation-low-alarm/A1-3", -700, -600);
        done("/acknowledge", "{\"alarms\":[\"" + AlarmRoom.LOW + "\"],\"comment\":\"=cmd,\\\"x\\\"\"}");
        HttpResponse<String> table = served.get(PATH + "/history?format=csv");
        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.headers().firstValue("Content-Disposition").orElse("")).contains("evenfloat-alarms.csv");
        assertThat(table.body().split("\r\n")).containsExactly(
                "number,at,definition,subject,action,state,priority,value,limit,who,comment,until,sentence",
                "3,2025-11-22T14:03:27+01:00,block-voltage-low-alarm,A1-1,ACKNOWLEDGE,ACKNOWLEDGED,HIGH,12.210 V,12.6 V,"
                        + "console,\"'=cmd,\"\"x\"\"\",,\"Acknowledged by console: voltage of block A1-1 is low in float;"
                        + " =cmd,\"\"x\"\".\"",
                "2,2025-11-22T14:03:27+01:00,block-deviation-low-alarm,A1-3,RAISE,UNACKNOWLEDGED,HIGH,-700 mV,-600 mV,"
                        + "server,,,\"Block A1-3 is far below its string: -700 mV, limit -600 mV.\"",
                "1,2025-11-22T14:03:27+01:00,block-voltage-low-alarm,A1-1,RAISE,UNACKNOWLEDGED,HIGH,12.210 V,12.6 V,"
                        + "server,,,\"Voltage of block A1-1 is low in float: 12.210 V, limit 12.6 V.\"");
    }

    @Test
    void badQuestionsAreRefusedWhole() {
        assertThat(problems(served.get(PATH + "/history?definition=x,,line-down&limit=10001&format=xml&string=A1")))
                .containsExactly(
                        "string: unknown parameter - from, to, before, definition, subject, limit, format",
                        "definition: x - ids of rows of GET /api/v1/alarms/definitions, separated by commas",
                        "definition: nothing - ids of rows of GET /api/v1/alarms/definitions, separated by commas",
                        "limit: 10001 - a whole number from 1 to 10000", "format: xml - json, csv");
        assertThat(problems(served.get(PATH + "/kpi?days=0"))).containsExactly(
                "days: 0 - a whole number from 1 to 366");
        assertThat(alarms.questions).isEmpty();
    }

    @Test
    void figuresTellHowGoodTheAlarmsAre() {
        alarms.nowMillis -= 2 * DAY;
        alarms.raise(AlarmRoom.WEAK, 213, 100);
        for (int i = 0; i < 3; i++) {
            alarms.nowMillis += 10_000;
            alarms.raise(AlarmRoom.LOW, 12_210, 12_600);
            alarms.gone(AlarmRoom.LOW, 12_700, 12_600);
        }
        alarms.nowMillis = Room.NOW;
        JsonNode kpi = get("/kpi?days=3");
        assertThat(kpi.path("days").asInt()).isEqualTo(3);
        assertThat(kpi.path("raises").asInt()).isEqualTo(4);
        assertThat(kpi.at("/perTenMinutes/most").asInt()).isEqualTo(4);
        assertThat(kpi.at("/perTenMinutes/mean").asDouble()).isEqualTo(4 / (3 * 144.0));
        assertThat(kpi.path("floodShare").asDouble()).isZero();
        assertThat(kpi.path("perDay")).extracting(day -> day.path("raises").asInt()).containsExactly(0, 4, 0);
        assertThat(kpi.at("/top/0").toString()).isEqualTo("{\"id\":\"" + AlarmRoom.LOW + "\",\"definition\":"
                + "\"block-voltage-low-alarm\",\"subject\":\"A1-1\",\"raises\":3}");
        assertThat(kpi.path("chattering").toString()).isEqualTo("[\"" + AlarmRoom.LOW + "\"]");
        assertThat(kpi.path("stale")).extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(AlarmRoom.WEAK, AlarmRoom.LOW);
        assertThat(kpi.path("priorities").toString()).isEqualTo("{\"URGENT\":1,\"HIGH\":3,\"LOW\":0}");
        assertThat(get("/kpi?days=1").path("stale")).as("what came before the time counts too").hasSize(2);
    }

    @Test
    void aHistoryThatCannotBeReadIsSaid() {
        alarms.failure = new AlarmStoreFailure("Permission denied; see who owns the folder.", null);
        for (String path : List.of("/history", "/history?format=csv", "/kpi")) {
            HttpResponse<String> response = served.get(PATH + path);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(Served.json(response).path("detail").asText()).endsWith("see who owns the folder.");
        }
        assertThat(served.get(PATH).statusCode()).as("what stands is known without a disk").isEqualTo(200);
    }
}
