// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.topology.Site;

/** Facts of a room: limits as given, resistances every 12 h, a sweep a second. */
final class RoomFacts implements SiteFacts {

    private final Site site;
    private final Map<String, Integer> limits;

    RoomFacts(Site site, Map<String, Integer> limits) {
        this.site = site;
        this.limits = Map.copyOf(limits);
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public OptionalInt limit(AlarmDefinition row) {
        Integer limit = limits.get(row.id());
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    @Override
    public OptionalLong resistancePeriodMillis() {
        return OptionalLong.of(43_200_000);
    }

    @Override
    public OptionalLong sweepPeriodMillis() {
        return OptionalLong.of(1_000);
    }
}
