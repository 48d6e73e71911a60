// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** However a server ends, it is started anew and opens the breaker; however it hangs, it is ended first. */
@Isolated("measures time")
@EnabledOnOs(OS.LINUX)
class SupervisorTest {

    private static final long LEFT_MILLIS = 20_000;

    /** What a server may take that was replaced. */
    private static final long REPLACED_MILLIS = 30_000;

    @TempDir
    private Path folder;

    private Release release;

    @BeforeEach
    void unpack() throws Exception {
        release = Release.unpack(folder.resolve("release"));
    }

    private static void tripsAlsoWhenReplaced(StarvedRoom room) throws Exception {
        long late = room.lateMillis(60);
        System.out.println("the order left " + late + " ms after it was due");
        assertThat(late).as("ms after it was due").isBetween(-50L, REPLACED_MILLIS);
    }

    @Test
    void aHeapThatIsFull() throws Exception {
        Path trigger = folder.resolve("fill");
        Path agent = HeapFiller.jar(folder);
        try (StarvedRoom room = new StarvedRoom(folder.resolve("room"), LEFT_MILLIS);
                SupervisedServer server = new SupervisedServer(release, room.site(), environment -> {
                    environment.put("EVENFLOAT_HEAP", "96m");
                    environment.put("EVENFLOAT_JAVA_OPTS", "-javaagent:" + agent + "=" + trigger);
                })) {
            room.awaitCountdown(30);
            long first = server.server().orElseThrow().pid();
            Files.createFile(trigger);
            server.supervisor().await(line -> line.matches(".*% of the old generation.*|.*is started anew.*"), 30);
            tripsAlsoWhenReplaced(room);
            System.out.println(server.server().map(ProcessHandle::pid).equals(Optional.of(first))
                    ? "by the process whose heap is full" : "by the process that replaced it");
        }
    }

    @Test
    void aGuardThatHangs() throws Exception {
        SickMachine machine = new SickMachine(folder);
        try (StarvedRoom room = new StarvedRoom(folder.resolve("room"), LEFT_MILLIS);
                SupervisedServer server = new SupervisedServer(release, room.site(), machine::infect)) {
            room.awaitCountdown(30);
            machine.hangThread("guard");
            server.supervisor().awaitText("Thread guard has not got on for 15 s", 30);
            assertThat(machine.victims()).as("threads that hang").isEqualTo(1);
            server.supervisor().awaitText("ended with code 6", 10);
            machine.heal();
            tripsAlsoWhenReplaced(room);
        }
    }

    @Test
    void aServerThatDiesOrStandsStillIsReplacedAndAnEndOnPurposeIsOne() throws Exception {
        try (StarvedRoom room = new StarvedRoom(folder.resolve("room"), LEFT_MILLIS);
                SupervisedServer server = new SupervisedServer(release, room.site(), environment -> { }, "--silence=5")) {
            server.supervisor().awaitText("ready", 60);
            server.signal("KILL");
            server.supervisor().awaitText("ended with code 137", 10);
            server.supervisor().awaitText("ready", 60);
            tripsAlsoWhenReplaced(room);
            server.signal("STOP");
            server.supervisor().awaitText("gave no sign of life for 5 s; it is killed", 20);
            server.supervisor().awaitText("ready", 60);
            server.supervisor().terminate();
            assertThat(server.supervisor().end(30)).contains("SERVER_STOPPED");
            assertThat(server.supervisor().exitCode()).isEqualTo(143);
        }
    }

    @Test
    void badInputIsNotTriedAgain() throws Exception {
        try (SupervisedServer server = new SupervisedServer(
                release, folder.resolve("none.yaml"), environment -> { })) {
            assertThat(server.supervisor().end(30)).contains("cannot be read").doesNotContain("started anew");
            assertThat(server.supervisor().exitCode()).isEqualTo(2);
        }
        try (Program wrong = release.start("supervise", "--silence=1", "site.yaml")) {
            assertThat(wrong.end(30)).contains("--silence: '1' - allowed: whole seconds from 5 to 99999");
            assertThat(wrong.exitCode()).isEqualTo(2);
        }
    }
}
