// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.List;
import org.evenfloat.adapters.historyh2.FileSpool;
import org.evenfloat.adapters.historyh2.H2Database;
import org.evenfloat.adapters.historyh2.H2History;
import org.evenfloat.adapters.historyh2.H2SiteMemory;
import org.evenfloat.adapters.historyh2.HistorySettings;
import org.evenfloat.application.history.HistoryRecorder;
import org.evenfloat.application.history.MemoryRing;
import org.evenfloat.application.history.RecentAndStoredHistory;
import org.evenfloat.application.history.RecordingPolicy;
import org.evenfloat.application.history.SweepRecording;
import org.evenfloat.application.port.in.ReadHistory;
import org.evenfloat.application.port.out.HistoryStore;
import org.evenfloat.application.port.out.SiteMemory;
import org.evenfloat.application.port.out.Spool;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.Journal;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.threads.HistoryThread;
import org.evenfloat.infrastructure.time.RealTimekeeper;
import org.evenfloat.infrastructure.time.Timekeeper;

/** The history: H2 behind the ports, the ring in front, the queue and its thread between. */
@Module
final class HistoryWiring {

    /** A spool of this size holds about a day of discharge of a large site. */
    private static final long SPOOL_BYTES = 64L << 20;

    private HistoryWiring() {}

    @Provides
    @Singleton
    static H2Database database(DataFolder folder, SiteConfiguration configuration) {
        // Its pauses between attempts are real time, also in a simulation: a disk does not get faster.
        H2Database database = new H2Database(
                new HistorySettings(folder.path(), configuration.history().maxSizeBytes(), HistorySettings.USUAL_EVENTS),
                new RealTimekeeper().monotonicClock());
        return NotMade.unless(() -> {
            database.open();
            return database;
        });
    }

    @Provides
    @Singleton
    static HistoryStore store(H2Database database) {
        return new H2History(database);
    }

    @Provides
    @Singleton
    static SiteMemory memory(H2Database database) {
        return new H2SiteMemory(database);
    }

    @Provides
    @Singleton
    static Spool spool(DataFolder folder) {
        return NotMade.unless(() -> new FileSpool(folder.path(), SPOOL_BYTES));
    }

    @Provides
    @Singleton
    static HistoryThread thread(Timekeeper time) {
        return new HistoryThread(time);
    }

    @Provides
    @Singleton
    static HistoryRecorder recorder(HistoryStore store, Spool spool, HistoryThread thread, Journal journal) {
        HistoryRecorder recorder =
                new HistoryRecorder(store, spool, HistoryRecorder.Limits.USUAL, journal::log, thread::wake);
        thread.serve(recorder);
        return recorder;
    }

    @Provides
    @Singleton
    static MemoryRing ring(List<LineRoster> rosters, SiteConfiguration configuration) {
        long shortestMillis = configuration.lines().stream()
                .mapToLong(line -> line.plan().sweepPeriodMillis()).min().orElse(1000);
        return new MemoryRing(rosters, configuration.history().memoryMillis(), shortestMillis);
    }

    @Provides
    @Singleton
    static SweepRecording recording(
            SiteConfiguration configuration, MemoryRing ring, HistoryRecorder recorder, Journal journal) {
        RecordingPolicy policy = new RecordingPolicy(
                configuration.site(), configuration.history().floatIntervalMillis(),
                configuration.history().everySweepAfterEventMillis());
        SweepRecording recording = new SweepRecording(policy, ring, recorder);
        journal.recordTo(recording);
        return recording;
    }

    @Provides
    @Singleton
    static ReadHistory history(MemoryRing ring, HistoryStore store) {
        return new RecentAndStoredHistory(ring, store);
    }
}
