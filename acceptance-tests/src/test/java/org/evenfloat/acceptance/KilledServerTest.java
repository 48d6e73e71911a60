// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server is killed as by kill -9 and started again; the room goes on meanwhile. */
@Isolated("measures time")
class KilledServerTest {

    private static final Pattern PEAK = Pattern.compile("peak ([0-9.]+) mV");
    private static final long SWEEP_MILLIS = 2_000;

    @TempDir
    private Path folder;

    private Program room(String scenario, String wire) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "simulate", Path.of("src/test/resources/scenarios", scenario).toString(), "--folder",
                folder.toString(), "--web-port", "0", "--tell", "1"));
        if (wire.equals("pty")) {
            arguments.add("--pty");
        }
        Program room = new Program(arguments.toArray(String[]::new));
        room.awaitText("ready", 30);
        return room;
    }

    private Program server() throws Exception {
        return new Program("run", folder.resolve("site.yaml").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "pty"})
    void losesAtMostTheSweepInFlightInADischarge(String wire) throws Exception {
        try (Program room = room("outage.yaml", wire)) {
            long last;
            long begun;
            try (Program server = server()) {
                Api api = new Api(server.awaitText("Bearer", 30));
                begun = api.string("A1", s -> s.path("state").asText().equals("DISCHARGE"), 60)
                        .path("stateSinceMillis").asLong();
                last = api.string("A1", s -> s.path("sampledAtMillis").asLong() > begun + 15 * SWEEP_MILLIS, 60)
                        .path("sampledAtMillis").asLong();
                server.kill();
            }
            try (Program again = server()) {
                Api api = new Api(again.awaitText("Bearer", 30));
                JsonNode points = api.get("blocks/A1-1/history?from=" + begun + "&to=" + last + "&points=10000")
                        .path("pointFromMillis");
                List<Long> stored = new ArrayList<>();
                points.forEach(point -> stored.add(point.asLong()));
                assertThat(stored).as("sweeps of the discharge from %d to %d", begun, last).isNotEmpty();
                assertThat(stored.get(0)).isEqualTo(begun);
                assertThat(stored.get(stored.size() - 1)).isGreaterThanOrEqualTo(last - SWEEP_MILLIS);
                for (int i = 1; i < stored.size(); i++) {
                    assertThat(stored.get(i) - stored.get(i - 1)).as("gap before " + stored.get(i))
                            .isLessThanOrEqualTo(SWEEP_MILLIS);
                }
                assertThat(api.get("events?from=0").toString()).contains("SERVER_STARTED", "STRING_STATE");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "pty"})
    void bandIsNeverLeftWhenBackWithinAMinute(String wire) throws Exception {
        try (Program room = room("mismatch.yaml", wire)) {
            try (Program server = server()) {
                Api api = new Api(server.awaitText("Bearer", 30));
                api.string("A1", s -> s.path("phase").asText().equals("CONVERGED"), 120);
                assertThat(api.get("strings/A1").path("largestDutyPermille").asInt())
                        .as("duties are needed, so that losing them would show").isGreaterThan(50);
                room.say("speed 20");
                room.awaitText("speed 20", 10);
                server.kill();
            }
            try (Program again = server()) {
                Api api = new Api(again.awaitText("Bearer", 30));
                room.say("speed 300");
                String told = room.awaitText("peak", 10);
                double worst = 0;
                for (int told300 = 0; told300 < 10; told300++) {
                    Matcher peak = PEAK.matcher(told);
                    assertThat(peak.find()).as(told).isTrue();
                    worst = Math.max(worst, Double.parseDouble(peak.group(1)));
                    told = room.awaitText("peak", 10);
                }
                assertThat(worst).as("largest true deviation from the mean since the kill, mV").isLessThan(10);
                api.string("A1", s -> s.path("phase").asText().equals("CONVERGED"), 30);
            }
        }
    }
}
