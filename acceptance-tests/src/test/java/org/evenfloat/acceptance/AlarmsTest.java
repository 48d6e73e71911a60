// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Alarms of the real server on a simulated room: a block that gives way, and everything over kill -9. */
@Execution(ExecutionMode.CONCURRENT)
class AlarmsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEAK = "block-weak-warning/A1-6";
    private static final long FAILED_MILLIVOLTS = 10_500;

    @TempDir
    private Path folder;

    private Program room(String scenario) throws Exception {
        Program room = new Program("simulate", scenario, "--folder", folder.toString(), "--web-port", "0", "--tell", "1");
        room.awaitText("ready", 30);
        return room;
    }

    private Program server() throws Exception {
        return new Program("run", folder.resolve("site.yaml").toString());
    }

    private static Api api(Program server) throws Exception {
        return new Api(server.awaitText("Bearer", 30));
    }

    private static JsonNode find(JsonNode alarms, String list, String id) {
        for (JsonNode alarm : alarms.path(list)) {
            if (alarm.path("id").asText().equals(id)) {
                return alarm;
            }
        }
        return null;
    }

    private static JsonNode standing(Api api, String id, int seconds) {
        return find(api.await("alarms", alarms -> find(alarms, "standing", id) != null, seconds), "standing", id);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aWeakBlockIsToldBeforeItFailsAcknowledgedWhileActiveAndItsRecoveryToldOnce() throws Exception {
        try (Program room = room("weak-block"); Program server = server()) {
            Api api = api(server);
            JsonNode alarm = standing(api, WEAK, 120);
            assertThat(alarm.path("sentence").asText()).matches(
                    "Block A1-6 gives way in the discharge: [0-9.]+ % below its string, limit 3\\.5 %[.;].*");
            assertThat(alarm.path("value").asInt()).as("1/1000").isBetween(36, 400);
            assertThat(alarm.path("response").asText()).contains("replace the block");
            long raised = alarm.path("raisedAtMillis").asLong();
            done(api.posted("alarms/acknowledge", "{\"alarms\":[\"" + WEAK + "\"],\"comment\":\"spare is ordered\"}"));
            JsonNode acknowledged = find(api.get("alarms"), "standing", WEAK);
            assertThat(acknowledged.path("state").asText()).isEqualTo("ACKNOWLEDGED");
            assertThat(acknowledged.path("active").asBoolean()).isTrue();
            assertThat(acknowledged.path("comment").asText()).isEqualTo("spare is ordered");

            long failed = api.string("A1", s -> s.path("lowestMillivolts").asLong() < FAILED_MILLIVOLTS
                    && s.path("lowestBlock").asInt() == 6, 120).path("sampledAtMillis").asLong();
            assertThat(raised).as("warned before it fell below 10.5 V").isLessThan(failed);

            api.await("alarms", alarms -> {
                JsonNode one = find(alarms, "standing", WEAK);
                return one != null && one.path("state").asText().equals("LATCHED_ACKNOWLEDGED");
            }, 120);
            done(api.posted("alarms/reset", "{\"alarms\":[\"" + WEAK + "\"],\"comment\":\"replaced\"}"));
            assertThat(find(api.get("alarms"), "standing", WEAK)).isNull();
            List<String> told = new ArrayList<>();
            api.get("alarms/history?from=0&definition=block-weak-warning&subject=A1-6").path("records")
                    .forEach(record -> told.add(record.path("action").asText()));
            assertThat(told).containsExactly("RESET", "RETURN", "ACKNOWLEDGE", "RAISE");
        }
    }

    /** What stands and what is hidden, with what people said. */
    private static TreeMap<String, String> all(JsonNode alarms) {
        TreeMap<String, String> all = new TreeMap<>();
        for (String list : List.of("standing", "hidden")) {
            for (JsonNode alarm : alarms.path(list)) {
                List<String> hidings = new ArrayList<>();
                alarm.path("hidings").forEach(hiding -> hidings.add(hiding.path("reason").asText() + " "
                        + hiding.path("why").asText() + " " + hiding.path("untilMillis").asLong()));
                all.put(alarm.path("id").asText(), alarm.path("state").asText() + " " + alarm.path("sequence").asLong()
                        + " " + alarm.path("raisedAtMillis").asLong() + " " + alarm.path("comment").asText() + hidings);
            }
        }
        return all;
    }

    @Test
    void afterAKillEverythingIsThereAndDelaysHaveRunOn() throws Exception {
        long tenMinutes = 600_000;
        try (Program room = room(Path.of("src/test/resources/scenarios/mismatch.yaml").toString())) {
            TreeMap<String, String> before;
            long set;
            try (Program server = server()) {
                Api api = api(server);
                api.string("A1", s -> s.path("state").asText().equals("FLOAT"), 60);
                done(api.posted("settings/apply", "{\"version\":0,\"why\":\"test\",\"changes\":{"
                        + "\"strings.A1.alarms.block-temperature-high-warning.limit\":\"15 °C\","
                        + "\"strings.A1.alarms.block-temperature-high-warning.on-delay\":\"0 ms\"}}"));
                standing(api, "block-temperature-high-warning/A1-3", 60);
                done(api.posted("alarms/acknowledge",
                        "{\"alarms\":[\"block-temperature-high-warning/A1-1\"],\"comment\":\"warm day\"}"));
                done(api.posted("alarms/shelve", "{\"alarms\":[\"block-temperature-high-warning/A1-2\"],\"minutes\":43200,"
                        + "\"reason\":\"sensor is bad\"}"));
                done(api.posted("alarms/out-of-service",
                        "{\"alarms\":[\"module-lost/A1-4\"],\"reason\":\"work order 17\"}"));
                done(api.posted("settings/apply", "{\"version\":1,\"why\":\"test\",\"changes\":{"
                        + "\"strings.A1.alarms.block-temperature-high-alarm.limit\":\"16 °C\","
                        + "\"strings.A1.alarms.block-temperature-high-alarm.on-delay\":\"10 min\"}}"));
                set = api.get("strings/A1").path("sampledAtMillis").asLong();
                long sampled = set;
                api.string("A1", s -> s.path("sampledAtMillis").asLong() > sampled + tenMinutes / 10, 60);
                before = all(api.get("alarms"));
                assertThat(before).containsKeys("block-temperature-high-warning/A1-2", "module-lost/A1-4");
                assertThat(before).doesNotContainKey("block-temperature-high-alarm/A1-1");
                server.kill();
            }
            try (Program again = server()) {
                Api api = api(again);
                assertThat(all(api.get("alarms"))).containsAllEntriesOf(before);
                JsonNode late = standing(api, "block-temperature-high-alarm/A1-1", 120);
                assertThat(late.path("raisedAtMillis").asLong() - set).as("its delay went on over the kill")
                        .isBetween(tenMinutes - 30_000, tenMinutes + 60_000);
                assertThat(all(api.get("alarms"))).containsAllEntriesOf(before);
                again.kill();
            }
        }
    }

    @Test
    void badInputIsRefusedWithAllProblemsAndNothingIsSaved() throws Exception {
        try (Program room = room(Path.of("src/test/resources/scenarios/mismatch.yaml").toString());
                Program server = server()) {
            Api api = api(server);
            JsonNode before = api.get("settings");
            HttpResponse<String> answer = api.posted("settings/apply", "{\"version\":0,\"why\":\"test\",\"changes\":{"
                    + "\"strings.A1.alarms.block-temperature-high-warning.limit\":\"50 °C\","
                    + "\"strings.A1.alarms.block-voltage-low-warning.limit\":\"13 parsec\","
                    + "\"strings.A1.alarms.block-voltage-low-warning.on-delay\":\"-5 s\","
                    + "\"blocks.A9-99.alarms.block-voltage-low-warning.limit\":\"13 V\"}}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).path("problems")).extracting(JsonNode::asText).hasSize(4)
                    .anySatisfy(problem -> assertThat(problem).contains("13 parsec"))
                    .anySatisfy(problem -> assertThat(problem).contains("-5 s"))
                    .anySatisfy(problem -> assertThat(problem).contains("A9-99"))
                    .anySatisfy(problem -> assertThat(problem).contains("50 °C", "block-temperature-high-alarm"));
            assertThat(api.get("settings")).isEqualTo(before);
            HttpResponse<String> acknowledge = api.posted("alarms/acknowledge",
                    "{\"alarms\":[\"block-voltage-low-alarm/A9-99\",\"nonsense\"]}");
            assertThat(acknowledge.statusCode()).isEqualTo(400);
            assertThat(JSON.readTree(acknowledge.body()).path("problems")).hasSize(2);
        }
    }
}
