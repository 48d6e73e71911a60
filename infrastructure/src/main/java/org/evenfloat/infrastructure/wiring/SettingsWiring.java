// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.util.List;
import org.evenfloat.adapters.settingsfiles.FileSettingsStore;
import org.evenfloat.adapters.settingsfiles.YamlSettings;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedSettings;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.settings.LiveSettings;
import org.evenfloat.application.settings.SettingsDesk;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.application.sweep.StringWatch;
import org.evenfloat.infrastructure.DataFolder;
import org.evenfloat.infrastructure.server.Lines;
import org.evenfloat.infrastructure.server.SettingEffects;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** What people change in operation. */
@Module
final class SettingsWiring {

    private static final String FOLDER = "settings";

    private SettingsWiring() {}

    /** Returns the desk over the versions in a data folder. */
    static SettingsDesk desk(
            SiteConfiguration configuration, DataFolder folder, Timekeeper time, EventSink events,
            List<LiveSettings> live) {
        return new SettingsDesk(
                live, configuration.givenSettings(), new FileSettingsStore(folder.path().resolve(FOLDER)),
                new YamlSettings(), time.wallClock(), events);
    }

    @Provides
    @Singleton
    static SettingsDesk desk(
            SiteConfiguration configuration, DataFolder folder, Timekeeper time, EventSink events, SiteView view,
            List<StringWatch> watches, Lines lines, AlarmLimits limits) {
        return desk(configuration, folder, time, events,
                SettingEffects.running(configuration, view, watches, lines, limits, events));
    }

    @Provides
    @Singleton
    static GuardedSettings settings(Guard guard, SettingsDesk desk) {
        return new GuardedSettings(guard, desk);
    }
}
