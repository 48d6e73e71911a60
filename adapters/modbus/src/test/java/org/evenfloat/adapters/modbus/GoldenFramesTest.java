// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.evenfloat.contracts.NorthboundRoom;
import org.evenfloat.domain.measure.Quality;
import org.junit.jupiter.api.Test;

/** Requests and their answers, byte for byte, as they stand in golden-frames.txt. */
class GoldenFramesTest {

    private static final int LEAST = 40;

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                GoldenFramesTest.class.getResourceAsStream("golden-frames.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        }
    }

    @Test
    void everyAnswerIsAsItIsWrittenDown() throws Exception {
        NorthboundRoom room = new NorthboundRoom(2, 10);
        room.voltages(block -> 13_500 + block, Quality.GOOD);
        room.alarms(true, "block-voltage-low-alarm/S1-3", "string-voltage-high-warning/S2");
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(LEAST);
        try (TestServer server = TestServer.of(room.table()); MbapClient client = new MbapClient(server.port())) {
            server.server().show(room.image());
            for (String line : lines) {
                String[] parts = line.split("\\|");
                int unit = Integer.parseInt(parts[0].strip());
                assertThat(client.ask(unit, parts[1].strip())).as(line).isEqualTo(parts[2].replace(" ", ""));
            }
        }
    }
}
