// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.in.ViewStrings;
import org.evenfloat.application.settings.ResistancePeriods;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.Site;

/** The facts of a running server. */
public final class PresentFacts implements SiteFacts {

    private record Known(long version, OptionalInt limit) {}

    private final ViewStrings strings;
    private final AlarmLimits limits;
    private final Supplier<ChangeSettings.Present> settings;
    private final List<Integer> sweepPeriodsMillis;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * @param limits those in force
     * @param settings says how often resistances are measured
     * @param sweepPeriodsMillis from the start of a sweep to the start of the next, of each line
     */
    public PresentFacts(
            ViewStrings strings, AlarmLimits limits, ChangeSettings settings, List<Integer> sweepPeriodsMillis) {
        this(strings, limits, settings::present, sweepPeriodsMillis);
    }

    PresentFacts(
            ViewStrings strings, AlarmLimits limits, Supplier<ChangeSettings.Present> settings,
            List<Integer> sweepPeriodsMillis) {
        this.strings = strings;
        this.limits = limits;
        this.settings = settings;
        this.sweepPeriodsMillis = List.copyOf(sweepPeriodsMillis);
    }

    @Override
    public Site site() {
        return strings.site();
    }

    @Override
    public OptionalInt limit(AlarmDefinition row) {
        long version = limits.version();
        Known last = known.get(row.id());
        if (last == null || last.version() != version) {
            last = new Known(version, ofAll(row));
            known.put(row.id(), last);
        }
        return last.limit();
    }

    private OptionalInt ofAll(AlarmDefinition row) {
        boolean plain = limits.plain(row);
        Set<Integer> all = new HashSet<>();
        for (BatteryString string : limits.strings()) {
            for (Block block : plain ? string.blocks().subList(0, 1) : string.blocks()) {
                AlarmLimit limit = limits.of(new AlarmPoint(row, block.id()));
                if (!limit.on()) {
                    return OptionalInt.empty();
                }
                all.add(limit.limit());
            }
        }
        return all.size() == 1 ? OptionalInt.of(all.iterator().next()) : OptionalInt.empty();
    }

    @Override
    public OptionalLong resistancePeriodMillis() {
        ChangeSettings.Present present = settings.get();
        SettingBook book = present.book();
        Set<String> periods = new HashSet<>();
        for (String line : site().lines()) {
            book.find("lines." + line + ".resistance-period")
                    .ifPresent(found -> periods.add(book.inForce(found, present.version().values())));
        }
        if (periods.size() != 1 || periods.contains(ResistancePeriods.OFF)) {
            return OptionalLong.empty();
        }
        return ResistancePeriods.RANGE.parse(periods.iterator().next());
    }

    @Override
    public OptionalLong sweepPeriodMillis() {
        return sweepPeriodsMillis.stream().mapToLong(Integer::longValue).max();
    }
}
