// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.time.InstantSource;
import java.util.List;
import org.evenfloat.adapters.web.AlarmAccess;
import org.evenfloat.adapters.web.AlarmTuning;
import org.evenfloat.application.access.GuardedBackTest;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmHandling;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.out.AlarmQuestion;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.GeneralAlarm;
import org.evenfloat.domain.topology.Site;

/** Alarms of a site whose values nobody looks at, for what does not ask for them. */
final class NoAlarms implements ViewAlarms {

    private final AlarmDesk desk;

    private NoAlarms(AlarmDesk desk) {
        this.desk = desk;
    }

    static AlarmAccess of(Site site) {
        AlarmPlaces places = new AlarmPlaces(site);
        AlarmDesk desk = new AlarmDesk(places, new AlarmOutbox(), new GeneralAlarm(0));
        return new AlarmAccess(new NoAlarms(desk), new AlarmHandling(
                places, desk, InstantSource.system(), () -> System.nanoTime() / 1_000_000, () -> true));
    }

    /** Returns the limits of a site; nobody tries others in a bench. */
    static AlarmTuning tuning(Site site) {
        return new AlarmTuning(new AlarmLimits(site), new GuardedBackTest(null, null));
    }

    @Override
    public Standing standing() {
        return desk.standing(System.currentTimeMillis());
    }

    @Override
    public long version() {
        return desk.version();
    }

    @Override
    public List<AlarmRecord> records(AlarmQuestion question) {
        return List.of();
    }
}
