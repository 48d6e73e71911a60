// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What goes wrong at the start is said once, with all problems, and by an exit code of its own. */
@Execution(ExecutionMode.CONCURRENT)
class BadInputTest {

    @TempDir
    private Path folder;

    private Path site(String name, int webPort, int linePort) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, """
                evenfloat: 1
                site: { name: Test, time-zone: Europe/Berlin }
                data-folder: data
                web: { address: 127.0.0.1, port: %d }
                lines:
                  - { id: L1, tcp: "127.0.0.1:%d", sweep-period: 2 s }
                batteries:
                  - id: A
                    profile: vrla-agm
                    cells-per-block: 6
                    capacity: 80 Ah
                    module: C20
                    strings:
                      - { id: A1, modules: ["L1: 1-8"] }
                """.formatted(webPort, linePort));
        return file;
    }

    @Test
    void tenMistakesOfASiteFileAreToldAtOnce() throws Exception {
        try (Program check = new Program("check", "src/test/resources/ten-mistakes.yaml")) {
            String told = check.end(30);
            assertThat(check.exitCode()).as(told).isEqualTo(2);
            assertThat(told).contains("10 problems");
            assertThat(told.lines().filter(line -> line.startsWith("line "))).hasSize(10)
                    .allSatisfy(line -> assertThat(line).matches("line \\d+.*: .* - allowed: .*"));
        }
    }

    @Test
    void aRelayWithTwoUsesIsRefused() throws Exception {
        Path file = site("a.yaml", 0, 9);
        Files.writeString(file, Files.readString(file) + """
                relay-modules:
                  - id: AUX1
                    address: "L1: 901"
                    relays: [{ relay: 1, pulse: 500 ms }, { relay: 4 }]
                  - { id: AUX2, address: "L1: 901", relays: [{ relay: 1 }] }
                breakers:
                  - { id: Q1, strings: [A1], trip: AUX1/4 }
                  - { id: Q2, strings: [A1], trip: AUX3/1 }
                alarm-contacts: { relay: AUX1/4 }
                """);
        try (Program check = new Program("check", file.toString())) {
            String told = check.end(30);
            assertThat(check.exitCode()).as(told).isEqualTo(2);
            assertThat(told).contains("4 problems",
                    "relay-modules[1].address: \"L1: 901\": L1:901 is relay module AUX1",
                    "breakers[1].strings[0]: \"A1\", which breaker Q1 disconnects already",
                    "breakers[1].trip: \"AUX3/1\" of an unknown relay module",
                    "alarm-contacts.relay: \"AUX1/4\", which belongs to breaker Q1 already");
        }
    }

    @Test
    void portInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Program server = new Program("run", site("a.yaml", taken.getLocalPort(), 9).toString())) {
            String told = server.end(30);
            assertThat(server.exitCode()).as(told).isEqualTo(3);
            assertThat(told).contains(String.valueOf(taken.getLocalPort())).doesNotContain("\tat ");
        }
    }

    @Test
    void dataFolderInUse() throws Exception {
        String file = site("a.yaml", 0, 9).toString();
        try (Program first = new Program("run", file)) {
            first.awaitText("ready", 30);
            try (Program second = new Program("run", file)) {
                String told = second.end(30);
                assertThat(second.exitCode()).as(told).isEqualTo(4);
                assertThat(told).contains("data-folder", "in use").doesNotContain("\tat ");
            }
        }
    }

    @Test
    void lineOfGarbageMeasuresNothingAndHarmsNothing() throws Exception {
        try (ServerSocket line = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            long seed = Long.getLong("seed", 17);
            Thread garbage = new Thread(() -> babble(line, seed), "garbage");
            garbage.setDaemon(true);
            garbage.start();
            try (Program server = new Program("run", site("a.yaml", 0, line.getLocalPort()).toString())) {
                Api api = new Api(server.awaitText("Bearer", 30));
                var health = api.await("health", h -> h.path("lines").path(0).path("sweeps").asInt() >= 3, 30);
                assertThat(health.path("lines").path(0).path("missing").asInt()).as("seed " + seed).isEqualTo(8);
                assertThat(api.get("strings/A1").path("goodBlocks").asInt()).isZero();
                server.terminate();
                server.end(20);
            }
        }
    }

    private static void babble(ServerSocket line, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[64];
        byte[] heard = new byte[256];
        try (var master = line.accept()) {
            while (master.getInputStream().read(heard) >= 0) {
                random.nextBytes(bytes);
                bytes[0] = (byte) 0xE7;
                master.getOutputStream().write(bytes);
            }
        } catch (java.io.IOException end) {
            // The server has closed the line.
            return;
        }
    }
}
