// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.evenfloat.domain.access.AuditEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guards and breakers over the API: what is told, what is asked for, what is refused. */
class ProtectionTest {

    private static final String PATH = "/api/v1/protection";
    private static final String Q1 = PATH + "/breakers/Q1/";

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

    private JsonNode get(String path) {
        HttpResponse<String> response = served.get(PATH + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Served.json(response);
    }

    private void refused(String path, String body, String... problems) {
        HttpResponse<String> response = served.post(path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        JsonNode told = Served.json(response).path("problems");
        assertThat(told).as(told.toString()).hasSize(problems.length);
        for (int i = 0; i < problems.length; i++) {
            assertThat(told.get(i).asText()).startsWith(problems[i]);
        }
        assertThat(room.protection.asked).as(body).isEmpty();
    }

    private String lastWritten() {
        AuditEntry last = room.people.audit.get(room.people.audit.size() - 1);
        return last.verb() + " " + last;
    }

    @Test
    void tellsWhatTheGuardHasFound() {
        JsonNode hot = get("").path("strings").get(0);
        assertThat(hot.path("stage").asText()).isEqualTo("TRIP");
        assertThat(hot.path("sentence").asText())
                .isEqualTo("block A1-2 is 13.1 K above the air, limit 10.0 K, and rises by 0.8 K/h");
        assertThat(hot.path("decisive").path("block").asText()).isEqualTo("A1-2");
        assertThat(hot.path("decisive").path("correctedCelsius").asDouble()).as("three decimals").isEqualTo(38.0);
        assertThat(hot.path("faultySensors").toString()).isEqualTo("[\"A1-3\"]");
        assertThat(hot.path("lost").toString()).isEqualTo("[\"NO_CAPACITY\"]");
    }

    @Test
    void whatIsNotKnownIsNullAndNeverANumber() {
        JsonNode unknown = get("").path("strings").get(1);
        for (String name : new String[] {
            "breaker", "decisive", "limit", "referenceCelsius", "currentRatio", "leadHours", "steppedAt", "learntBy"}) {
            assertThat(unknown.path(name).isNull()).as(name).isTrue();
        }
        assertThat(get("/strings/A1/rises").path("riseCentikelvins").toString()).isEqualTo("[40,1310,null,52]");
        assertThat(get("/strings/A2/rises").path("riseCentikelvins").toString()).as("before a sample").isEqualTo("[]");
        assertThat(served.get(PATH + "/strings/Z9/rises").statusCode()).isEqualTo(404);
        assertThat(served.get(PATH + "/breakers/Z9/past").statusCode()).isEqualTo(404);
    }

    @Test
    void passesOnWhatPeopleWant() {
        HttpResponse<String> veto = served.post(Q1 + "veto", "{\"minutes\":10,\"reason\":\"I stand beside it\"}");
        assertThat(veto.statusCode()).as(veto.body()).isEqualTo(200);
        assertThat(Served.json(veto).path("text").asText())
                .isEqualTo("The trip of breaker Q1 is put off for 10 min, once.");
        assertThat(lastWritten()).contains("VETO_TRIP", "10 min", "I stand beside it");
        served.post(Q1 + "trip", "{\"confirm\":\"Q1\",\"reason\":\"smoke\"}");
        assertThat(lastWritten()).contains("TRIP_BREAKER", "smoke");
        served.post(Q1 + "saw", "{\"opened\":false}");
        assertThat(lastWritten()).contains("did not see it open");
        assertThat(room.protection.asked).hasSize(3);
    }

    @Test
    void refusesWhatIsNotAllowedAllAtOnce() {
        refused(Q1 + "trip", "{\"confirm\":\"q1\",\"more\":1}", "confirm: \"q1\" - \"Q1\", the id of the breaker",
                "reason: nothing - 1 to 500 characters", "body: more - only the fields confirm, reason");
        refused(Q1 + "veto", "{\"minutes\":31,\"reason\":\" \"}", "minutes: 31 - a whole number, 1 to 30",
                "reason: \" \" - 1 to 500 characters");
        refused(Q1 + "release", "{\"reason\":\"" + "x".repeat(501) + "\"}", "reason: \"xxx");
        refused(Q1 + "arm", "{\"seen\":-1}", "seen: -1 - a whole number, 0 to 200", "reason: nothing");
        refused(Q1 + "saw", "{\"opened\":\"yes\"}", "opened: \"yes\" - true or false");
        refused(Q1 + "abandon", "{\"reason\":\"x\"}", "body: reason - no fields");
        assertThat(served.post(PATH + "/breakers/Q9/abandon", "{}").statusCode()).isEqualTo(404);
        assertThat(served.post(PATH + "/strings/Z9/learn-anew", "{\"reason\":\"x\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhyItWasNotDone() {
        room.protection.refusal = Optional.of("The veto was used.");
        HttpResponse<String> response = served.post(Q1 + "veto", "{\"minutes\":10,\"reason\":\"x\"}");
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Served.json(response).path("detail").asText()).isEqualTo("The veto was used.");
        HttpResponse<String> unread = served.post(Q1 + "arm", "{\"seen\":0,\"reason\":\"x\"}");
        assertThat(unread.statusCode()).isEqualTo(409);
        assertThat(Served.json(unread).path("detail").asText()).startsWith("seen: 0 - 1, as often as");
    }

    @Test
    void exportsABlackBoxByItsName() {
        HttpResponse<byte[]> box = served.send(
                served.authorized(PATH + "/black-boxes/A1-2025-11-22.zip"), BodyHandlers.ofByteArray());
        assertThat(box.body()).isEqualTo(GuardRoom.BOX);
        assertThat(box.headers().firstValue("Content-Disposition")).contains(
                "attachment; filename=\"A1-2025-11-22.zip\"");
        assertThat(served.get(PATH + "/black-boxes/other.zip").statusCode()).isEqualTo(404);
    }
}
