// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.List;
import org.evenfloat.adapters.web.AlarmAccess;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.GuardedAlarms;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmHandling;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.evenfloat.infrastructure.time.Timekeeper;

/** The alarms: where they stand, and who may do something about them. */
final class AlarmWiring extends AbstractModule {

    @Provides
    @Singleton
    AlarmAccess alarms(SiteConfiguration configuration, Timekeeper time, Guard guard) {
        AlarmPlaces places = new AlarmPlaces(configuration.site());
        AlarmDesk desk = new AlarmDesk(
                places, new AlarmOutbox(), new GeneralAlarm(time.monotonicClock().millis()));
        ViewAlarms view = new ViewAlarms() {
            @Override
            public Standing standing() {
                return desk.standing(time.wallClock().millis());
            }

            @Override
            public long version() {
                return desk.version();
            }

            @Override
            public List<AlarmRecord> records(AlarmQuestion question) {
                return List.of();
            }
        };
        AlarmHandling handling =
                new AlarmHandling(places, desk, time.wallClock(), time.monotonicClock(), () -> true);
        return new AlarmAccess(view, new GuardedAlarms(guard, places, handling));
    }
}
