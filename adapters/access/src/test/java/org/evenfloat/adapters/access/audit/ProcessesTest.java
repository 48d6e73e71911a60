// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenfloat.application.port.out.AuditArchive.Check;
import org.evenfloat.application.port.out.AuditArchive.Written;
import org.evenfloat.contracts.SeededCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at one audit, and what a death of one of them leaves. */
@EnabledOnOs(OS.LINUX)
class ProcessesTest {

    private static final int ENTRIES = 1_000;

    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("audit");
    }

    private AuditReader reader() {
        return AuditReader.server(folder());
    }

    @Test
    void twoWriteTwoThousandEntriesWhileAThirdChecks() throws Exception {
        long seed = SeededCases.one().seed();
        System.out.println("seed " + seed);
        int checks = 0;
        try (ForkedWriter first = ForkedWriter.start(folder(), "first", ENTRIES, seed, ForkedWriter.NO_LIMIT);
                ForkedWriter second = ForkedWriter.start(folder(), "second", ENTRIES, seed + 1, ForkedWriter.NO_LIMIT)) {
            for (int told = 100; told < ENTRIES; told += 100) {
                first.await(told);
                Check meanwhile = reader().check();
                assertThat(meanwhile.problems()).as("while they write, seed " + seed).isEmpty();
                checks++;
            }
            assertThat(first.end()).as(first.refusal()).isEqualTo(ENTRIES);
            assertThat(second.end()).as(second.refusal()).isEqualTo(ENTRIES);
        }
        assertThat(checks).isEqualTo(9);
        Check check = reader().check();
        assertThat(check.problems()).as("seed " + seed).isEmpty();
        assertThat(check.remarks()).isEmpty();
        assertThat(check.entries()).isEqualTo(2 * ENTRIES);
        List<Written> all = reader().newest(Long.MAX_VALUE, 2 * ENTRIES);
        for (String name : List.of("first ", "second ")) {
            assertThat(all.stream().filter(written -> written.entry().after().startsWith(name))).hasSize(ENTRIES);
        }
    }

    @Test
    void whatWasToldToBeWrittenSurvivesAKill() throws Exception {
        long seed = SeededCases.one().seed();
        System.out.println("seed " + seed);
        int told = 0;
        for (int kill = 1; kill <= 5; kill++) {
            try (ForkedWriter writer =
                    ForkedWriter.start(folder(), "kill" + kill, 100_000, seed + kill, ForkedWriter.NO_LIMIT)) {
                writer.await(10 * kill);
                int here = writer.kill();
                told += here;
                String name = "kill" + kill + " ";
                List<Written> all = reader().newest(Long.MAX_VALUE, 100_000);
                assertThat(all.stream().filter(each -> each.entry().after().startsWith(name)).count())
                        .as("of kill " + kill + ", seed " + seed).isBetween((long) here, here + 1L);
            }
            assertThat(reader().check().problems()).as("after kill " + kill + ", seed " + seed).isEmpty();
        }
        new AuditFiles(folder()).append(Tampered.entry(1, "last"));
        Check check = reader().check();
        assertThat(check.problems()).as("seed " + seed).isEmpty();
        assertThat(check.entries()).isGreaterThan(told);
    }

    @Test
    void aDiskThatFillsUpInTheMiddleOfALineTakesNothingThatIsTold() throws Exception {
        try (ForkedWriter writer = ForkedWriter.start(folder(), "full", 1_000, 1, 30)) {
            int told = writer.end();
            assertThat(told).isBetween(5, 60);
            assertThat(writer.refusal()).contains("cannot be written", "check the free space");
            Check check = reader().check();
            assertThat(check.problems()).isEmpty();
            assertThat(check.remarks()).as("the part of a line was taken back").isEmpty();
            assertThat(check.entries()).isEqualTo(told);
        }
        assertThat(Files.size(new AuditFolder(folder()).file(1))).isLessThanOrEqualTo(30 * 1024);
    }
}
