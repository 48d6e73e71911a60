// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.application.settings.AlarmLimitSettings;
import org.evenfloat.application.settings.EqualizingSwitches;
import org.evenfloat.application.settings.LiveSettings;
import org.evenfloat.application.settings.ResistancePeriods;
import org.evenfloat.application.settings.SiteNames;
import org.evenfloat.application.sweep.SiteView;
import org.evenfloat.application.sweep.StringWatch;
import org.evenfloat.domain.topology.Site;
import org.evenfloat.infrastructure.site.SiteConfiguration;

/** What settings act on in this server. A new setting is one more in each list. */
public final class SettingEffects {

    private SettingEffects() {}

    /** Returns every setting of a site, with what it does in a running server. */
    public static List<LiveSettings> running(
            SiteConfiguration configuration, SiteView view, List<StringWatch> watches, Lines lines,
            AlarmLimits limits, EventSink events) {
        Map<String, StringWatch> byId = new HashMap<>();
        watches.forEach(watch -> byId.put(watch.id(), watch));
        Site site = configuration.site();
        return List.of(
                new SiteNames(site, view::publish),
                new EqualizingSwitches(site, (string, on) -> byId.get(string).equalizing(on), events),
                new ResistancePeriods(site, resistancePeriods(configuration),
                        (line, millis) -> lines.get(line).care().measureResistancesEvery(millis)),
                new AlarmLimitSettings(site, limits));
    }

    /** Returns every setting of a site whose server is not running: nothing acts on anything. */
    public static List<LiveSettings> stopped(SiteConfiguration configuration, AlarmLimits limits) {
        Site site = configuration.site();
        return List.of(
                new SiteNames(site, renamed -> {}),
                new EqualizingSwitches(site, (string, on) -> {}, (kind, subject, text) -> {}),
                new ResistancePeriods(site, resistancePeriods(configuration), (line, millis) -> {}),
                new AlarmLimitSettings(site, limits));
    }

    private static Map<String, Long> resistancePeriods(SiteConfiguration configuration) {
        Map<String, Long> periods = new HashMap<>();
        configuration.lines().forEach(line ->
                periods.put(line.settings().line(), line.plan().resistancePeriodMillis()));
        return periods;
    }
}
