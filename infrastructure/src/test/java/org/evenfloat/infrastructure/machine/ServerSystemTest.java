// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.SystemStatus;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.infrastructure.server.Journal;
import org.evenfloat.infrastructure.time.RealTimekeeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServerSystemTest {

    private static final Health HEALTH = new Health(
            "0.1.0", 1_000, 61_000, 1, List.of(), new Health.HistoryHealth(true, "", 0, 0));

    @TempDir
    private Path folder;

    private final Journal journal = new Journal(InstantSource.system());

    private ServerSystem system() {
        return new ServerSystem(folder, new RealTimekeeper(), () -> HEALTH, journal);
    }

    @Test
    void saysWhatIsKnown() throws Exception {
        Files.createDirectories(folder.resolve("log"));
        Files.createDirectories(folder.resolve("spool"));
        Files.write(folder.resolve("history.mv.db"), new byte[4_096]);
        Files.write(folder.resolve("spool").resolve("1"), new byte[100]);
        Files.write(folder.resolve("log").resolve("evenfloat.log"), new byte[70]);
        SystemStatus status = system().system();
        assertThat(status.program().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(status.program().startedAtMillis()).isEqualTo(1_000);
        assertThat(status.program().uptimeMillis()).isBetween(0L, 60_000L);
        assertThat(status.machine().cores()).isPositive();
        assertThat(status.memory().heapUsedBytes()).isPositive().isLessThan(status.memory().heapMaxBytes());
        assertThat(status.disk().historyBytes()).hasValue(4_196);
        assertThat(status.disk().logBytes()).hasValue(70);
        assertThat(status.disk().freeBytes().orElseThrow()).isLessThanOrEqualTo(status.disk().totalBytes().orElseThrow());
        assertThat(status.contracts()).isEqualTo(new SystemStatus.Contracts(1, status.contracts().historyFormat(), 1, 1));
        assertThat(status.contracts().historyFormat()).isPositive();
        assertThat(status.clock().lastJump()).isNull();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxSaysMore() {
        SystemStatus status = system().system();
        assertThat(status.memory().residentBytes().orElseThrow()).isGreaterThan(10_000_000);
        assertThat(status.machine().loadAverage()).isPresent();
        assertThat(status.machine().hostName()).isNotBlank();
    }

    @Test
    void remembersTheLastJumpOfTheClock() {
        journal.happened(EventKind.CLOCK_JUMPED, "", "by +10 s");
        journal.happened(EventKind.CLOCK_JUMPED, "", "by -10 s");
        journal.happened(EventKind.SERVER_STARTED, "", "Started.");
        assertThat(system().system().clock().lastJump().text()).isEqualTo("by -10 s");
    }

    @Test
    void anotherSystemHasNoProcFiles() {
        ProcFiles none = new ProcFiles(folder);
        assertThat(none.residentBytes()).isEmpty();
        assertThat(none.loadAverage()).isEmpty();
        assertThat(none.hostName()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() {
        assertThat(FileSizes.below(folder.resolve("none"), file -> true)).hasValue(0);
    }
}
