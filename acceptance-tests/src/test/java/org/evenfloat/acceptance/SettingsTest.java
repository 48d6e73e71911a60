// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Settings of the real server on a simulated room: refused, applied live, rolled back, over restarts and kill -9. */
@Execution(ExecutionMode.CONCURRENT)
class SettingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DEVIATION = Pattern.compile("true deviation ([0-9.]+) mV");
    private static final String GOOD = """
            {"version": 0, "why": "racks were moved", "changes": {"site.name": "Nord", "strings.A1.name": "Upper rack",
            "blocks.A1-7.label": "Rack 4, shelf 2", "strings.A1.equalizing": "off"}}""";

    @TempDir
    private Path folder;

    private Path siteFile;

    @BeforeEach
    void place() {
        siteFile = folder.resolve("site.yaml");
    }

    /** Starts a room whose site file leaves names and equalizing to the settings. */
    private Program room() throws Exception {
        Program room = new Program("simulate", "src/test/resources/scenarios/mismatch.yaml", "--folder",
                folder.toString(), "--web-port", "0", "--tell", "1");
        room.awaitText("ready", 30);
        String text = Files.readString(siteFile);
        Files.writeString(siteFile, text.replaceAll("(?m)^ +(name|equalizing|resistance-period): .*\n", ""));
        return room;
    }

    private Program server() throws Exception {
        return new Program("run", siteFile.toString());
    }

    private static Api api(Program server) throws Exception {
        return new Api(server.awaitText("Bearer", 30));
    }

    private static JsonNode done(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void assertChanged(Api api) throws Exception {
        JsonNode site = api.get("site");
        assertThat(site.path("name").asText()).isEqualTo("Nord");
        JsonNode string = site.at("/batteries/0/strings/0");
        assertThat(string.path("name").asText()).isEqualTo("Upper rack");
        assertThat(string.path("equalizing").asBoolean()).isFalse();
        assertThat(string.at("/blocks/6/label").asText()).isEqualTo("Rack 4, shelf 2");
        assertThat(api.get("settings").path("version").asInt()).isEqualTo(1);
    }

    private static double deviation(Program room) throws Exception {
        String told = room.awaitText("true deviation", 10);
        Matcher matcher = DEVIATION.matcher(told);
        assertThat(matcher.find()).as(told).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static void awaitDeviation(Program room, boolean above, double millivolts, int seconds) throws Exception {
        double last = 0;
        for (int i = 0; i < seconds; i++) {
            last = deviation(room);
            if (above == last > millivolts) {
                return;
            }
        }
        assertThat(last).as("true deviation, mV, " + (above ? "above " : "not above ") + millivolts).isNull();
    }

    @Test
    void aBadChangeIsRefusedWithAllItsProblems() throws Exception {
        try (Program room = room(); Program server = server()) {
            Api api = api(server);
            JsonNode before = api.get("settings");
            HttpResponse<String> answer = api.posted("settings/apply", "{\"version\":0,\"why\":\"\",\"changes\":{"
                    + "\"strings.A1.equalizing\":\"maybe\",\"strings.A1.nam\":\"x\",\"site.name\":\"Nord\","
                    + "\"lines.L1.resistance-period\":\"5 min\",\"blocks.A1-1.label\":\"" + "x".repeat(41) + "\"}}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).path("problems")).extracting(JsonNode::asText).hasSize(5)
                    .anySatisfy(problem -> assertThat(problem).contains("maybe", "on or off"))
                    .anySatisfy(problem -> assertThat(problem).contains("strings.A1.nam", "nearest: strings.A1.name"))
                    .anySatisfy(problem -> assertThat(problem).contains("5 min", "off, or a time such as 12 h"))
                    .anySatisfy(problem -> assertThat(problem).contains("at most 40 characters"))
                    .anySatisfy(problem -> assertThat(problem).startsWith("why: nothing"));
            assertThat(api.get("settings")).isEqualTo(before);
            assertThat(folder.resolve("data/settings")).doesNotExist();
        }
    }

    @Test
    void aGoodChangeIsAppliedLiveAndSurvivesKillAndIsRolledBack() throws Exception {
        try (Program room = room()) {
            try (Program server = server()) {
                Api api = api(server);
                api.string("A1", s -> s.path("phase").asText().equals("CONVERGED"), 120);
                assertThat(api.get("strings/A1").path("largestDutyPermille").asInt())
                        .as("duties are needed, so that losing them would show").isGreaterThan(50);
                awaitDeviation(room, false, 10, 30);
                try (Stream<String> stream = api.stream()) {
                    assertThat(done(api.posted("settings/apply", GOOD)).path("version").asInt()).isEqualTo(1);
                    assertThat(stream.filter(line -> line.startsWith("data:")).filter(line -> line.contains("Upper rack"))
                                    .findFirst())
                            .as("the stream says the new names").isPresent();
                }
                assertChanged(api);
                api.string("A1", s -> s.path("phase").asText().equals("OFF")
                        && s.path("largestDutyPermille").asInt() == 0, 10);
                awaitDeviation(room, true, 15, 60);
                assertThat(api.get("events?from=0").toString()).contains("SETTINGS_CHANGED", "EQUALIZING_SWITCHED");
                server.kill();
            }
            try (Program again = server()) {
                Api api = api(again);
                assertChanged(api);
                api.string("A1", s -> s.path("goodBlocks").asInt() > 0, 30);
                assertThat(api.get("strings/A1").path("phase").asText()).isEqualTo("OFF");
                done(api.posted("settings/roll-back", "{\"version\":1,\"to\":0,\"why\":\"back in place\"}"));
                assertThat(api.get("site").path("name").asText()).isEqualTo("Evenfloat");
                api.string("A1", s -> s.path("largestDutyPermille").asInt() > 0, 30);
                again.kill();
            }
            try (Program third = server()) {
                Api api = api(third);
                assertThat(api.get("settings").path("version").asInt()).isEqualTo(2);
                assertThat(api.get("site").at("/batteries/0/strings/0/name").asText()).isEqualTo("A1");
                awaitDeviation(room, false, 10, 120);
                assertThat(api.get("settings/versions").path("versions")).extracting(v -> v.path("why").asText())
                        .containsExactly("back in place", "racks were moved");
            }
        }
    }

    @Test
    void nothingAnsweredIsLostByAKillAtOnce() throws Exception {
        try (Program room = room()) {
            for (int round = 0; round < 3; round++) {
                try (Program server = server()) {
                    Api api = api(server);
                    assertThat(api.get("settings").path("version").asInt()).isEqualTo(round);
                    done(api.posted("settings/apply", "{\"version\":" + round + ",\"why\":\"round\",\"changes\":{"
                            + "\"site.name\":\"Round " + round + "\"}}"));
                    server.kill();
                }
            }
            try (Program server = server()) {
                assertThat(api(server).get("site").path("name").asText()).isEqualTo("Round 2");
            }
        }
    }

    @Test
    void commandsWorkWhileTheServerIsStoppedAndTheSiteFileWins() throws Exception {
        try (Program room = room()) {
            Path file = folder.resolve("labels.yaml");
            Files.writeString(file, """
                    evenfloat-settings: 1
                    settings:
                      blocks.A1-1.label: S/N 4711
                      strings.A1.name: Upper rack
                    """);
            assertThat(command(0, "import", siteFile.toString(), file.toString(), "--why", "labels"))
                    .contains("blocks.A1-1.label: default → \"S/N 4711\"", "version 1 is in force");
            Files.writeString(file, "evenfloat-settings: 1\nsettings:\n  strings.A1.equalizing: x\n  a.b: c\n");
            assertThat(command(2, "import", siteFile.toString(), file.toString(), "--why", "bad"))
                    .contains("line 3, strings.A1.equalizing: \"x\" - allowed: on or off", "\"a.b\": unknown key");
            assertThat(command(0, "history", siteFile.toString())).contains("1  ", "2 changed  labels");
            assertThat(command(0, "export", siteFile.toString())).contains("\n  blocks.A1-1.label: S/N 4711  # ");
            try (Program server = server()) {
                Api api = api(server);
                assertThat(api.get("site").at("/batteries/0/strings/0/blocks/0/label").asText()).isEqualTo("S/N 4711");
                assertThat(command(4, "show", siteFile.toString())).contains("the server runs", "/api/v1/settings");
            }
            Files.writeString(siteFile, Files.readString(siteFile).replace("- id: A1\n", "- id: A1\n        name: Fixed\n"));
            assertThat(command(0, "show", siteFile.toString())).contains(
                    "  strings.A1.name: Fixed  (given in the site file, line ", "* blocks.A1-1.label: S/N 4711",
                    "- strings.A1.name: Upper rack  (kept, without effect)");
            assertThat(command(0, "roll-back", siteFile.toString(), "--to", "0", "--why", "back")).contains("version 2");
            assertThat(command(2, "roll-back", siteFile.toString(), "--to", "9", "--why", "back")).contains("to: 9 - ");
        }
    }

    private static String command(int exitCode, String... arguments) throws Exception {
        String[] words = Stream.concat(Stream.of("settings"), Stream.of(arguments)).toArray(String[]::new);
        try (Program command = new Program(words)) {
            String told = command.end(60);
            assertThat(command.exitCode()).as(told).isEqualTo(exitCode);
            return told;
        }
    }
}
