// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.evenfloat.application.port.in.ChangeSettings.Verdict;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final String PATH = "/api/v1/settings";
    private static final String DONE = "{\"version\":7,\"changes\":[{\"key\":\"site.name\",\"before\":null,"
            + "\"after\":\"Süd\",\"default\":\"Nord\"}]}";

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
        HttpResponse<String> response = served.post(PATH + path, body);
        assertThat(response.statusCode()).as(body).isEqualTo(400);
        JsonNode told = Served.json(response).path("problems");
        assertThat(told).as(told.toString()).hasSize(problems.length);
        for (int i = 0; i < problems.length; i++) {
            assertThat(told.get(i).asText()).startsWith(problems[i]);
        }
    }

    @Test
    void listsEverySettingWithItsValueDefaultAndLock() {
        assertThat(served.get(PATH).body()).isEqualTo("{\"version\":7,\"base\":6,\"atMillis\":1763816607000,"
                + "\"at\":\"2025-11-22T14:03:27+01:00\",\"who\":\"anna\",\"from\":\"web 10.0.0.7\",\"why\":\"moved\","
                + "\"changeCount\":1,\"withoutEffect\":[\"strings.gone.name\"],\"settings\":["
                + "{\"key\":\"site.name\",\"group\":\"site\",\"subject\":null,\"name\":\"name\","
                + "\"title\":\"Name of the site\",\"kind\":\"text\",\"value\":\"Süd\",\"default\":\"Nord\","
                + "\"given\":true,\"lockedInLine\":null,\"allowed\":\"a text of 1 to 100 characters in one line\","
                + "\"mostCharacters\":100,\"words\":[],\"strings\":[]},"
                + "{\"key\":\"strings.A1.equalizing\",\"group\":\"strings\",\"subject\":\"A1\",\"name\":\"equalizing\","
                + "\"title\":\"Equalizing of string A1\",\"kind\":\"switch\",\"value\":\"on\",\"default\":\"on\","
                + "\"given\":false,\"lockedInLine\":12,\"allowed\":\"on or off\",\"mostCharacters\":null,"
                + "\"words\":[\"on\",\"off\"],\"strings\":[\"A1\"]}]}");
    }

    @Test
    void tellsVersionsAndWhatEachChanged() {
        assertThat(Served.json(served.get(PATH + "/versions?before=9&limit=3")).at("/versions/0/why").asText())
                .isEqualTo("moved");
        assertThat(room.settings.asked).containsExactly("versions 9 3");
        assertThat(Served.json(served.get(PATH + "/versions/7")).at("/changes/0/after").asText()).isEqualTo("Süd");
        for (String number : new String[] {"8", "0", "-1", "x", "99999999999999999999"}) {
            assertThat(served.get(PATH + "/versions/" + number).statusCode()).as(number).isEqualTo(404);
        }
        room.settings.failure = new SettingsFailure("the disk is gone");
        HttpResponse<String> response = served.get(PATH + "/versions");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("the disk is gone");
        assertThat(served.get(PATH + "/versions?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void givesAndTakesAFile() {
        HttpResponse<String> file = served.get(PATH + "/export");
        assertThat(file.body()).isEqualTo(room.settings.text());
        assertThat(file.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/yaml; charset=utf-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("evenfloat-settings.yaml");
        assertThat(served.post(PATH + "/import/check", "{\"yaml\":\"a\\nb\"}").body()).isEqualTo(DONE);
        assertThat(served.post(PATH + "/import", "{\"yaml\":\"a\",\"version\":7,\"why\":\"w\"}").body()).isEqualTo(DONE);
        assertThat(room.settings.asked).containsExactly(
                "console checks text a\nb", "console checks text a", "console applies text a against 7: w");
        String large = "x".repeat(900_000);
        assertThat(served.post(PATH + "/import/check", "{\"yaml\":\"" + large + "\"}").statusCode()).isEqualTo(200);
        assertThat(served.post(PATH + "/import/check", "{\"yaml\":\"" + large.repeat(5) + "\"}").statusCode())
                .isEqualTo(413);
        room.settings.verdict = Verdict.INVALID;
        refused("/import/check", "{\"yaml\":\"a\"}", "line 1: a - allowed: b");
        refused("/import", "{\"yaml\":7}", "version: nothing", "yaml: 7 - a text", "why: nothing - a text");
    }

    @Test
    void checksWithoutChanging() {
        assertThat(served.post(PATH + "/check", "{\"changes\":{\"site.name\":\"Ost\"}}").body()).isEqualTo(
                "{\"version\":7,\"changes\":[{\"key\":\"site.name\",\"before\":\"Süd\",\"after\":\"Ost\","
                        + "\"default\":\"Nord\"}]}");
        refused("/check", "{\"changes\":{\"x\":\"y\",\"strings.A1.equalizing\":\"off\"}}",
                "\"x\": unknown key - allowed: ", "strings.A1.equalizing: \"off\" - allowed: only \"on\", which the site"
                        + " file gives in line 12");
        refused("/check", "{\"changes\":[]}", "changes: [] - an object");
        refused("/check", "{\"changes\":{\"a\":[1]},\"b\":1}", "changes.a: [1] - a text", "body: b - only the fields");
    }

    @Test
    void appliesAndRollsBack() {
        String order = "{\"version\":7,\"changes\":{\"site.name\":null,\"a\":true,\"b\":\"c\"},\"why\":\"w\"}";
        assertThat(served.post(PATH + "/apply", order).body()).isEqualTo(DONE);
        assertThat(served.post(PATH + "/roll-back", "{\"version\":7,\"to\":0,\"why\":\"w\"}").body()).isEqualTo(DONE);
        assertThat(room.settings.asked).containsExactly(
                "console applies {site.name=Optional.empty, a=Optional[true], b=Optional[c]} against 7: w",
                "console rolls back from 7 to 0: w");
        room.settings.verdict = Verdict.OUTDATED;
        assertThat(served.post(PATH + "/apply", order).statusCode()).isEqualTo(409);
        room.settings.verdict = Verdict.NOT_KEPT;
        assertThat(served.post(PATH + "/apply", order).statusCode()).isEqualTo(503);
        room.settings.verdict = Verdict.INVALID;
        refused("/apply", order, "a: b - allowed: c");
        refused("/roll-back", "{}", "version: nothing", "to: nothing", "why: nothing");
    }

    @Test
    void theStreamSaysHelloAgainWhenANameHasChanged() throws Exception {
        try (Events events = served.stream()) {
            assertThat(events.next("hello").json().path("site").asText()).isEqualTo("Café Nord");
            Site site = room.site;
            room.site = new Site("Süd", site.timeZone(), site.lines(), site.batteries(), site.sensors());
            assertThat(events.next("hello").json().path("site").asText()).isEqualTo("Süd");
        }
        assertThat(Served.json(served.get("/api/v1/site")).at("/batteries/0/strings/0/blocks/0/label").asText())
                .isEmpty();
    }
}
