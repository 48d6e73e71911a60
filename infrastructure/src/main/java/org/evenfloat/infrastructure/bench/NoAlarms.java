// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import org.evenfloat.adapters.web.AlarmTuning;
import org.evenfloat.application.access.GuardedBackTest;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.domain.topology.Site;

/** Limits of a site, and nobody who tries others. */
final class NoAlarms {

    private NoAlarms() {}

    static AlarmTuning tuning(Site site) {
        return new AlarmTuning(new AlarmLimits(site), new GuardedBackTest(null, null));
    }
}
