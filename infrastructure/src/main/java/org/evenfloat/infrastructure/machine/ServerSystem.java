// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.evenfloat.adapters.bacsbus.ModuleBuses;
import org.evenfloat.adapters.historyh2.H2Database;
import org.evenfloat.adapters.web.WebServer;
import org.evenfloat.application.port.in.Health;
import org.evenfloat.application.port.in.LogTail;
import org.evenfloat.application.port.in.SystemStatus;
import org.evenfloat.application.port.in.ViewHealth;
import org.evenfloat.application.port.in.ViewSystem;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.event.Event;
import org.evenfloat.infrastructure.LogFiles;
import org.evenfloat.infrastructure.server.Journal;
import org.evenfloat.infrastructure.site.SiteFile;
import org.evenfloat.infrastructure.time.RealTimekeeper;
import org.evenfloat.infrastructure.time.Timekeeper;

/** The running server as its operating system sees it. */
public final class ServerSystem implements ViewSystem {

    private static final SystemStatus.Contracts CONTRACTS = new SystemStatus.Contracts(
            WebServer.API_VERSION, H2Database.format(), SiteFile.FORMAT, ModuleBuses.PROTOCOL_VERSION);

    private final Path dataFolder;
    private final Timekeeper time;
    private final ViewHealth health;
    private final Journal journal;
    private final ProcFiles proc = new ProcFiles(Path.of("/proc"));
    private final ClockKeeping keeping = ClockKeeping.ofSystemd();
    private final long startedMonotonicMillis;

    public ServerSystem(Path dataFolder, Timekeeper time, ViewHealth health, Journal journal) {
        this.dataFolder = dataFolder;
        this.time = time;
        this.health = health;
        this.journal = journal;
        this.startedMonotonicMillis = time.monotonicClock().millis();
    }

    @Override
    public SystemStatus system() {
        Health now = health.health();
        Runtime runtime = Runtime.getRuntime();
        return new SystemStatus(
                new SystemStatus.Program(
                        now.version(), System.getProperty("java.version"), System.getProperty("java.vendor"),
                        ProcessHandle.current().pid(), now.startedAtMillis(),
                        time.monotonicClock().millis() - startedMonotonicMillis),
                new SystemStatus.Machine(
                        hostName(), System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("os.arch"), runtime.availableProcessors(), loadAverage()),
                new SystemStatus.Memory(
                        runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory(), proc.residentBytes()),
                disk(), clock(now.nowMillis()), CONTRACTS);
    }

    @Override
    public LogTail log(Actor who, int entries, LogTail.Level least) throws IOException {
        return LogReader.read(LogFiles.file(dataFolder), entries, least);
    }

    private String hostName() {
        return proc.hostName()
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
                .orElse("");
    }

    private OptionalDouble loadAverage() {
        OptionalDouble load = proc.loadAverage();
        if (load.isPresent()) {
            return load;
        }
        double asked = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return asked < 0 ? OptionalDouble.empty() : OptionalDouble.of(asked);
    }

    private SystemStatus.Disk disk() {
        OptionalLong free = OptionalLong.empty();
        OptionalLong total = OptionalLong.empty();
        try {
            FileStore store = Files.getFileStore(dataFolder);
            free = OptionalLong.of(store.getUsableSpace());
            total = OptionalLong.of(store.getTotalSpace());
        } catch (IOException e) {
            // said as not known
        }
        Path logs = LogFiles.folder(dataFolder);
        return new SystemStatus.Disk(
                dataFolder.toString(), free, total, FileSizes.below(dataFolder, file -> !file.startsWith(logs)),
                FileSizes.below(logs, file -> true));
    }

    private SystemStatus.Clock clock(long nowMillis) {
        SystemStatus.ClockJump jump = journal.lastClockJump().map(ServerSystem::jump).orElse(null);
        return new SystemStatus.Clock(
                nowMillis, time instanceof RealTimekeeper ? keeping.synchronised() : null, jump);
    }

    private static SystemStatus.ClockJump jump(Event event) {
        return new SystemStatus.ClockJump(event.atMillis(), event.text());
    }
}
