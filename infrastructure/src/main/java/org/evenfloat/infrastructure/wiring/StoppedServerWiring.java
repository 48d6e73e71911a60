// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.List;
import org.evenfloat.adapters.historyh2.H2Database;
import org.evenfloat.adapters.historyh2.H2History;
import org.evenfloat.adapters.historyh2.HistorySettings;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedSettings;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.BackTest;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.history.MemoryRing;
import org.evenfloat.application.history.RecentAndStoredHistory;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.settings.SettingsDesk;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.SettingEffects;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** What commands may do to the data folder of a server that does not run. */
@Module
final class StoppedServerWiring {

    private StoppedServerWiring() {}

    /** The history is not open: the versions and the audit say what was done. */
    @Provides
    static EventSink events() {
        return (kind, subject, text) -> {};
    }

    @Provides
    @Singleton
    static AlarmLimits limits(SiteConfiguration configuration) {
        return new AlarmLimits(configuration.site());
    }

    /** The history is opened for whoever asks for it; he closes it. */
    @Provides
    @Singleton
    static H2Database database(SiteConfiguration configuration, DataFolder folder, Timekeeper time) {
        H2Database database = new H2Database(
                new HistorySettings(folder.path(), configuration.history().maxSizeBytes(), HistorySettings.USUAL_EVENTS),
                time.monotonicClock());
        return NotMade.unless(() -> {
            database.open();
            return database;
        });
    }

    /** @param settings puts the limits into force */
    @Provides
    @Singleton
    static BackTest backTest(
            SiteConfiguration configuration, H2Database database, AlarmLimits limits, ChangeSettings settings) {
        List<LineRoster> rosters = configuration.site().lines().stream().map(configuration.site()::roster).toList();
        MemoryRing empty = new MemoryRing(rosters, 1_000, 1_000);
        return new BackTest(new RecentAndStoredHistory(empty, new H2History(database)), limits);
    }

    @Provides
    @Singleton
    static ChangeSettings settings(
            SiteConfiguration configuration, DataFolder folder, Timekeeper time, Guard guard, EventSink events,
            AlarmLimits limits) {
        SettingsDesk desk = SettingsWiring.desk(
                configuration, folder, time, events, SettingEffects.stopped(configuration, limits));
        return NotMade.unless(() -> {
            desk.load();
            return new GuardedSettings(guard, desk);
        });
    }
}
