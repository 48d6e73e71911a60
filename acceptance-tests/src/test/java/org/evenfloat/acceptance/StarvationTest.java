// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The order to open a breaker leaves in time whatever the rest of the server waits for. */
@Isolated("measures time")
@EnabledOnOs(OS.LINUX)
class StarvationTest {

    /** A server takes a few seconds to start, also beside other work. */
    private static final long LEFT_MILLIS = 16_000;

    @TempDir
    private Path folder;

    private Program sickServer(StarvedRoom room, SickMachine machine) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Program.command("run", room.site().toString()));
        machine.infect(builder.environment());
        return new Program(builder);
    }

    private static void starves(SickMachine machine) {
        Awaitility.await("somebody waits for the disk").atMost(Duration.ofSeconds(10))
                .until(() -> machine.victims() > 0);
    }

    @Test
    void theDatabaseHangs() throws Exception {
        SickMachine machine = new SickMachine(folder);
        try (StarvedRoom room = new StarvedRoom(folder.resolve("room"), LEFT_MILLIS);
                Program server = sickServer(room, machine)) {
            room.awaitCountdown(30);
            machine.hang(room.data().resolve("history"));
            room.tripsInTime();
            starves(machine);
            machine.heal();
        }
    }

    @Test
    void theWholeDiskHangs() throws Exception {
        SickMachine machine = new SickMachine(folder);
        try (StarvedRoom room = new StarvedRoom(folder.resolve("room"), LEFT_MILLIS);
                Program server = sickServer(room, machine)) {
            room.awaitCountdown(30);
            machine.hang(room.data());
            starves(machine);
            room.tripsInTime();
            machine.heal();
        }
    }

    @Test
    void theDiskIsFull() throws Exception {
        SickMachine machine = new SickMachine(folder);
        try (StarvedRoom room = new StarvedRoom(folder.resolve("room"), LEFT_MILLIS);
                Program server = sickServer(room, machine)) {
            room.awaitCountdown(30);
            machine.fill(room.data());
            starves(machine);
            room.tripsInTime();
            room.api().await("protection", p -> p.at("/breakers/0/phase").asText().equals("OPEN"), 20);
            machine.heal();
        }
    }

    @Test
    void everyClientHangsAndNobodyReadsTheConsole() throws Exception {
        try (StarvedRoom room = new StarvedRoom(folder.resolve("room"), LEFT_MILLIS)) {
            List<String> words = new ArrayList<>(List.of("bash", "-c", "head -c 1000000 /dev/zero & exec \"$@\" 2>&1", "-"));
            words.addAll(Program.command("run", room.site().toString()));
            Process server = new ProcessBuilder(words).start(); // its output is never read, and full from the start
            try (HangingClients clients = new HangingClients(room.webPort())) {
                room.awaitCountdown(30);
                clients.streams(100, room.token());
                clients.begunRequests(200);
                Awaitility.await("streams are served").atMost(Duration.ofSeconds(5))
                        .until(() -> clients.answered() >= 90);
                room.tripsInTime();
                assertThat(server.isAlive()).isTrue();
                assertThat(server.getInputStream().available()).as("output that waits").isGreaterThan(60_000);
            } finally {
                server.destroyForcibly();
            }
        }
    }
}
