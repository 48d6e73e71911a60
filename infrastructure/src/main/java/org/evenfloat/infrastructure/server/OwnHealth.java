// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.evenfloat.application.alarm.MonitorHealth;
import org.evenfloat.application.history.HistoryRecorder;
import org.evenfloat.application.port.in.Health.HistoryHealth;
import org.evenfloat.application.protection.ProtectionKeeper;
import org.evenfloat.infrastructure.threads.GuardThread;

/** How the monitor itself is doing. The disk is asked by whoever may wait for it. */
public final class OwnHealth implements MonitorHealth {

    private static final int UNKNOWN = -1;
    private static final int WHOLE = 1_000;

    /** A guard looks every few seconds at least. */
    private static final long STALLED_MILLIS = 15_000;

    private final HistoryRecorder recorder;
    private final Path dataFolder;
    private final Supplier<GuardThread> guard;
    private final ProtectionKeeper keeper;
    private final AtomicInteger diskFree = new AtomicInteger(UNKNOWN);

    /**
     * @param guard the guard's thread
     * @param keeper keeps what it decides
     */
    public OwnHealth(HistoryRecorder recorder, Path dataFolder, Supplier<GuardThread> guard, ProtectionKeeper keeper) {
        this.recorder = recorder;
        this.dataFolder = dataFolder;
        this.guard = guard;
        this.keeper = keeper;
    }

    /** Asks the disk; may wait for it. */
    public void askDisk() {
        try {
            FileStore disk = Files.getFileStore(dataFolder);
            long total = disk.getTotalSpace();
            diskFree.set(total <= 0 ? UNKNOWN : (int) (disk.getUsableSpace() * WHOLE / total));
        } catch (IOException | ArithmeticException unknown) {
            diskFree.set(UNKNOWN);
        }
    }

    @Override
    public boolean historyFailing() {
        return !recorder.health().working();
    }

    @Override
    public long historyBacklog() {
        HistoryHealth health = recorder.health();
        return health.waiting();
    }

    @Override
    public int diskFreePermille() {
        return diskFree.get();
    }

    @Override
    public boolean guardStalled() {
        return guard.get().silentMillis() > STALLED_MILLIS || !guard.get().fault().isEmpty();
    }

    @Override
    public boolean protectionNotKept() {
        return !keeper.problem().isEmpty();
    }
}
