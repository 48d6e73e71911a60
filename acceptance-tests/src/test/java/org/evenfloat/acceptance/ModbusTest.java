// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.evenfloat.simulator.wire.transport.PseudoTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server process, read by the MODBUS clients of others. */
@Isolated("measures time")
class ModbusTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MODULES = Path.of("target/tools/node_modules");
    private static final int NOT_KNOWN = 0xFFFF;

    @TempDir
    private Path folder;

    private static int port(Program program) throws InterruptedException {
        return Integer.parseInt(program.awaitText("MODBUS  ", 60).replaceAll(".* -p (\\d+) .*", "$1"));
    }

    private Program demo() throws IOException {
        return new Program("demo", "--scenario", "fresh", "--headless", "--port", "0", "--folder", folder.toString());
    }

    private String site(String modbus) throws IOException {
        return Files.writeString(folder.resolve("site.yaml"), SmallSite.TEXT + "modbus: " + modbus + "\n").toString();
    }

    @Test
    void mbpollReadsTheMapsOverTcp() throws Exception {
        try (Program demo = demo()) {
            Api api = new Api(demo.awaitText("Bearer", 60));
            Mbpoll mbpoll = Mbpoll.tcp(port(demo));
            JsonNode string = api.string("A1", s -> s.path("goodBlocks").asInt() > 0, 30);
            int blocks = string.path("goodBlocks").asInt();
            Awaitility.await().atMost(Duration.ofSeconds(20))
                    .until(() -> mbpoll.registers(10_000, 1).get(10_000) != NOT_KNOWN);

            Map<Integer, Integer> bacs = mbpoll.registers(1000, 59);
            assertThat(bacs.get(1000) & 1).as("running").isEqualTo(1);
            assertThat(bacs.get(1003)).isEqualTo(api.get("strings").path("strings").size());
            assertThat(bacs.get(1012) * 10).as("mean voltage, mV").isBetween(11_000, 15_000);
            assertThat(bacs.get(1055)).as("string 10 is not installed").isZero();
            Map<Integer, Integer> ups = mbpoll.registers(97, 54);
            assertThat(ups.get(109)).isEqualTo(0x4000);
            assertThat(ups.get(134)).isEqualTo(1);
            assertThat(ups.get(110)).isEqualTo(NOT_KNOWN);

            Map<Integer, Integer> header = mbpoll.registers(2000, 4);
            assertThat(header.get(2000)).isEqualTo(0x4546);
            assertThat(header.get(2001)).isEqualTo(1);
            int lowest = string.path("lowestMillivolts").asInt();
            int highest = string.path("highestMillivolts").asInt();
            Map<Integer, Integer> some = mbpoll.registers(10_000, 8 * Math.min(blocks, 15));
            for (int block = 0; block < Math.min(blocks, 15); block++) {
                assertThat(some.get(10_000 + 8 * block)).as("block %s, mV", block + 1)
                        .isBetween(lowest - 100, highest + 100);
                assertThat(some.get(10_006 + 8 * block) & 0xF).as("quality").isZero();
            }
        }
    }

    @Test
    void modbusSerialAndPymodbusReadIt() throws Exception {
        ExternalTool.require(Tool.there("node"), "node", "nodejs");
        ExternalTool.require(Files.isDirectory(MODULES.resolve("modbus-serial")), "modbus-serial for node",
                "none: npm install --prefix acceptance-tests/target/tools modbus-serial");
        ExternalTool.require(Tool.run("/usr/bin/python3", "-c", "import pymodbus").isEmpty(), "pymodbus",
                "python3-pymodbus");
        try (Program demo = demo()) {
            String port = Integer.toString(port(demo));
            JsonNode node = JSON.readTree(Tool.run("node", "src/test/resources/modbus/read.js", MODULES.toString(), port,
                    "1003", "2"));
            assertThat(node.path("holding")).isEqualTo(node.path("input"));
            assertThat(node.path("holding").path(0).asInt()).as("strings").isPositive();
            assertThat(node.path("identity").path("0").asText()).isEqualTo("Evenfloat");
            assertThat(node.path("refused").asInt()).as("exception").isEqualTo(2);

            String told = Tool.run("/usr/bin/python3", "src/test/resources/modbus/read.py", port, "1003", "2");
            JsonNode python = JSON.readTree(told.substring(told.indexOf('{')));
            assertThat(python.path("holding")).isEqualTo(node.path("holding"));
            assertThat(python.path("refused").asInt()).as("exception").isEqualTo(2);
            assertThat(IntStream.range(0, 24).map(i -> python.path("coils").path(i).asInt()).sum())
                    .as("only the communication with the UPS is lost").isEqualTo(1);
            assertThat(python.path("coils").path(19).asInt()).isEqualTo(1);
        }
    }

    @Test
    void onlyWhoMayWritesAndItStandsInTheAudit() throws Exception {
        String site = site("{ enabled: true, port: 0, writers: [{ name: plc-1, address: 127.0.0.1,"
                + " may: [acknowledge, equalizing] }] }");
        try (Program server = new Program("run", site)) {
            Api api = new Api(server.awaitText("Bearer", 60));
            Mbpoll mbpoll = Mbpoll.tcp(port(server));
            api.await("alarms", a -> a.path("general").path("active").asBoolean(), 60);
            Awaitility.await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(mbpoll.registers(1002, 1).get(1002)).isNotZero());
            assertThat(mbpoll.registers(2012, 1).get(2012)).as("unacknowledged").isPositive();
            assertThat(mbpoll.coil(9201, true)).as("muting is not allowed to it").contains("Illegal function");
            assertThat(mbpoll.coil(9200, true)).contains("Written 1");
            Awaitility.await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(mbpoll.registers(2012, 1).get(2012)).isZero());
            assertThat(api.get("alarms").toString()).contains("plc-1");
            assertThat(mbpoll.coil(9210, false)).contains("Written 1");
            Awaitility.await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(mbpoll.registers(9210, 1).get(9210)).isZero());
            assertThat(api.get("settings").toString()).contains("asked for by plc-1");
        }
        try (Program audit = new Program("audit", "show", site)) {
            assertThat(audit.end(60)).contains("plc-1", "modbus 127.0.0.1", "ACKNOWLEDGE_ALARMS", "CHANGE_SETTINGS");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {19_200, 115_200})
    void mbpollReadsTheMapsOverRtu(int baud) throws Exception {
        try (PseudoTerminal near = new PseudoTerminal(); PseudoTerminal far = new PseudoTerminal();
                Wire there = new Wire(near, far); Wire back = new Wire(far, near);
                Program server = new Program("run", site("{ enabled: true, port: off, serial: [{ port: " + near.path()
                        + ", baud: " + baud + ", parity: none }] }"))) {
            server.awaitText("ready", 60);
            Mbpoll mbpoll = Mbpoll.rtu(far.path(), baud);
            Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(
                    () -> assertThat(mbpoll.registers(1003, 2)).containsEntry(1003, 1).containsEntry(1004, 4));
            assertThat(mbpoll.registers(109, 1)).containsEntry(109, 0x4000);
        }
    }

    /** Carries bytes from one terminal to the other. */
    private static final class Wire implements AutoCloseable {

        private final Thread thread;
        private volatile boolean cut;

        Wire(PseudoTerminal from, PseudoTerminal to) {
            thread = new Thread(() -> carry(from, to));
            thread.setDaemon(true);
            thread.start();
        }

        private void carry(PseudoTerminal from, PseudoTerminal to) {
            byte[] bytes = new byte[512];
            try {
                while (!cut) {
                    int count = from.read(bytes, 20);
                    if (count > 0) {
                        to.write(Arrays.copyOf(bytes, count));
                    }
                }
            } catch (IOException closed) {
                // that is how it ends
            }
        }

        @Override
        public void close() throws InterruptedException {
            cut = true;
            thread.join();
        }
    }
}
