// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireLeds;
import org.evenfloat.simulator.wire.fault.LostAnswers;
import org.evenfloat.simulator.wire.fault.UnpluggedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A technician's day on a line that a running server sweeps. */
@Timeout(120)
class CommissioningTest {

    private static final long SEED = Long.getLong("seed", 20_261_125L);
    private static final String WORK = "lines/L1/work";

    @TempDir
    private Path folder;

    private static List<String> column(JsonNode list, String name) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.path(name).asText()));
        return texts;
    }

    @Test
    void scansAddressesAndTestsALineWhileItIsSwept() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2, 0, 0); ServedLine server = new ServedLine(line, 4, folder)) {
            server.await("strings/A1", string -> string.path("goodBlocks").asInt() == 2);
            server.post(WORK, "{\"kind\":\"scan\"}", 200);
            JsonNode scanned = server.awaitWork("DONE");
            assertThat(column(scanned.path("devices"), "mark")).containsExactly(
                    "expected", "expected", "missing", "missing", "no-address", "no-address");
            assertThat(column(scanned.path("devices"), "type")).startsWith("C20");

            JsonNode begun = server.post(WORK, "{\"kind\":\"addressing\"}", 200);
            assertThat(begun.path("state").asText()).isEqualTo("RUNNING");
            server.post(WORK, "{\"kind\":\"scan\"}", 409);
            server.post("lines/L1/assign", "{\"serial\":\"2A000001\",\"address\":9}", 409);
            JsonNode waits = server.await(WORK, work -> work.path("nextAddress").asInt() == 3);
            assertThat(waits.path("nextSubject").asText()).isEqualTo("A1-3");
            long before = server.sweeps();
            server.await("lines", lines -> lines.at("/lines/0/sweeps").asLong() >= before + 2);
            line.modules.get(3).press();
            server.await(WORK, work -> work.path("nextAddress").asInt() == 4);
            line.modules.get(2).press();
            JsonNode given = server.awaitWork("DONE");
            assertThat(line.modules).extracting(WireDevice::address).containsExactly(1, 2, 4, 3);
            assertThat(column(given.path("given"), "serial")).containsExactly("2A000004", "2A000003");
            server.await("strings/A1", string -> string.path("goodBlocks").asInt() == 4);
            assertThat(line.modules).extracting(WireDevice::leds).doesNotContain(WireLeds.RED_GREEN);

            server.post(WORK, "{\"kind\":\"line-check\",\"rounds\":20}", 200);
            JsonNode checked = server.awaitWork("DONE");
            assertThat(column(checked.path("checks"), "sent")).containsExactly("20", "20", "20", "20");
            assertThat(column(checked.path("checks"), "lost")).containsOnly("0");
            assertThat(checked.at("/checks/0/meanMillis").asDouble()).isPositive();
            String events = server.get("events").toString();
            assertThat(events).contains("ADDRESS_GIVEN", "LINE_WORK_STARTED", "LINE_WORK_ENDED", "2A000004 has address 3");
            assertThat(events).doesNotContain("INTERNAL_FAULT");
        }
    }

    @Test
    void countsLossesAndStopsOnRequest() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2); ServedLine server = new ServedLine(line, 2, folder)) {
            server.await("strings/A1", string -> string.path("goodBlocks").asInt() == 2);
            LostAnswers lost = new LostAnswers(0.3, SEED);
            line.line.add(lost);
            server.post(WORK, "{\"kind\":\"line-check\",\"rounds\":1000}", 200);
            server.await(WORK, work -> work.path("done").asInt() >= 60);
            JsonNode stopped = server.post("lines/L1/work/stop", "{}", 200);
            assertThat(stopped.path("state").asText()).isEqualTo("STOPPED");
            assertThat(lost.happened()).as("seed " + SEED).isPositive();
            assertThat(stopped.at("/checks/0/lost").asInt() + stopped.at("/checks/1/lost").asInt())
                    .as("seed " + SEED).isPositive();
        }
    }

    @Test
    void blinksAndGivesAnAddressBack() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2); ServedLine server = new ServedLine(line, 2, folder)) {
            server.await("strings/A1", string -> string.path("goodBlocks").asInt() == 2);
            server.post("lines/L1/blink", "{\"address\":2,\"seconds\":60}", 200);
            assertThat(line.modules.get(1).leds()).isEqualTo(WireLeds.RED_GREEN);
            server.post("lines/L1/blink", "{\"address\":2,\"seconds\":0}", 200);
            assertThat(line.modules.get(1).leds()).isNotEqualTo(WireLeds.RED_GREEN);
            server.post("lines/L1/blink", "{\"address\":9}", 409);
            JsonNode taken = server.post("lines/L1/assign", "{\"serial\":\"2A000002\",\"address\":1}", 409);
            assertThat(taken.path("detail").asText()).contains("2A000001 has address 1 (A1-1)");
            server.post("lines/L1/assign", "{\"serial\":\"2A000002\",\"address\":0}", 200);
            assertThat(line.modules.get(1).address()).isZero();
            server.post(WORK, "{\"kind\":\"reset-addresses\",\"confirm\":\"RESET\"}", 200);
            assertThat(server.awaitWork("DONE").path("text").asText()).contains("2 devices have no address now");
            assertThat(line.modules).extracting(WireDevice::address).containsOnly(0);
            assertThat(server.get("events").toString()).contains("ADDRESSES_RESET", "2A000002 has no address now");
        }
    }

    @Test
    void leavesNoModuleInAddressingModeWhenItStops() throws Exception {
        try (TestLine line = new TestLine(false, 1, 0)) {
            try (ServedLine server = new ServedLine(line, 2, folder)) {
                server.post(WORK, "{\"kind\":\"addressing\"}", 200);
                server.await(WORK, work -> work.path("nextAddress").asInt() == 2);
                server.await(WORK, work -> line.modules.get(1).leds() == WireLeds.RED_GREEN);
            }
            assertThat(line.modules.get(1).leds()).isEqualTo(WireLeds.RED_FLASHING);
        }
    }

    @Test
    void aLineThatIsDownIsSaidToBe() throws Exception {
        try (TestLine line = new TestLine(false, 1); ServedLine server = new ServedLine(line, 1, folder)) {
            server.await("strings/A1", string -> string.path("goodBlocks").asInt() == 1);
            UnpluggedLine unplugged = new UnpluggedLine(UnpluggedLine.Side.MASTER);
            line.line.add(unplugged);
            unplugged.unplug();
            server.await("lines", lines -> !lines.at("/lines/0/up").asBoolean());
            assertThat(server.post(WORK, "{\"kind\":\"scan\"}", 503).path("detail").asText()).isNotEmpty();
            server.post("lines/L1/blink", "{\"address\":1}", 503);
        }
    }

    @Test
    void calibratesAModuleAndRemembersItOverARestart() throws Exception {
        try (TestLine line = new TestLine(false, 1, 2)) {
            try (ServedLine server = new ServedLine(line, 2, folder)) {
                server.await("lines/L1/modules", answer -> !answer.at("/devices/1/serial").isNull());
                JsonNode now = server.post("blocks/A1-2/calibration",
                        "{\"voltagePoints\":[{\"shownMillivolts\":13620,\"trueMillivolts\":13634}],"
                                + "\"temperature\":{\"shownCentidegrees\":2500,\"trueCentidegrees\":2450}}", 200);
                assertThat(now.path("serial").asText()).isEqualTo("2A000002");
                assertThat(now.path("offsetMicrovolts").asInt()).isEqualTo(14_000);
                JsonNode image = server.await("strings/A1/image",
                        answer -> answer.at("/kinds/voltage/values/1").asInt() == 13_634);
                assertThat(image.at("/kinds/voltage/values/0").asInt()).isEqualTo(13_620);
                assertThat(image.at("/kinds/temperature/values/1").asInt()).isEqualTo(2_450);
                JsonNode wild = server.post("blocks/A1-2/calibration",
                        "{\"voltagePoints\":[{\"shownMillivolts\":13634,\"trueMillivolts\":14634}]}", 400);
                assertThat(wild.at("/problems/0").asText()).contains("-272 to 272 mV");
                server.await("events", events -> events.toString().contains("CALIBRATION_CHANGED"));
            }
            try (ServedLine server = new ServedLine(line, 2, folder)) {
                server.await("strings/A1/image", answer -> answer.at("/kinds/voltage/values/1").asInt() == 13_634);
                assertThat(column(server.get("calibrations").path("calibrations"), "block")).containsExactly("A1-2");
                server.post("blocks/A1-2/calibration", "{\"reset\":true}", 200);
                server.await("strings/A1/image", answer -> answer.at("/kinds/voltage/values/1").asInt() == 13_620);
            }
        }
    }
}
