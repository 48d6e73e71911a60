// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RoomCommandsTest {

    @TempDir
    private Path folder;

    private static void refused(String problem, String... arguments) {
        Told told = Told.by(arguments);
        assertThat(told.exitCode()).as(told.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.err()).contains(problem, "allowed").doesNotContain("\tat ");
    }

    @Test
    void wrongOptionsAreRefused() {
        refused("--modules: 0", "demo", "--modules", "0");
        refused("--strings: 101", "simulate", "aged", "--strings", "101");
        refused("--speed: fast", "demo", "--speed", "fast");
        refused("--speed: 0", "simulate", "--speed", "0");
        refused("agde", "demo", "--scenario", "agde");
        refused("aged with --modules 1: strings[0].blocks: 1", "demo", "--scenario", "aged", "--modules", "1");
        refused("lost-module with --modules 4: faults[0].targets: A1-7", "simulate", "lost-module", "--modules", "4");
    }

    @Test
    void demoOfSeveralStringsTellsEachOfThemAndEnds() throws IOException {
        Path scenario = Files.writeString(folder.resolve("short.yaml"), """
                name: short
                about: A minute of float.
                sweep-period: 2 s
                strings: [{ id: A1, blocks: 8, capacity: 40 Ah, condition: aged, current-sensor: true }]
                phases: [{ name: float, lasts: 1 min, supply: float }]
                """);
        Told told = Told.by("demo", "--scenario", scenario.toString(), "--strings", "3", "--speed", "60", "--port", "0",
                "--headless", "--exit-at-end");
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out()).contains("A minute of float.", "line    L1 at 127.0.0.1:", "line    L3 at", "Ctrl-C ends.",
                "The story took 1 min 00 s");
        String summary = told.out().substring(told.out().indexOf("The story took"));
        assertThat(summary.lines().skip(1)).hasSize(3).allSatisfy(line -> assertThat(line)
                .matches("  A[123]   FLOAT     mean 1\\d\\.\\d{3} V +[+−]?\\d\\.\\d{2} A  spread +\\d+ mV  lowest .*"));
    }
}
