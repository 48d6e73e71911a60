// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.application.alarm.LimitFamily;
import org.evenfloat.application.alarm.LimitsGiven;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingFamily;
import org.evenfloat.domain.topology.Site;

/** Limits, delays and deadbands of alarms: for a string, a block, a line, or the monitor itself. */
public final class AlarmLimitSettings implements LiveSettings {

    private final LimitFamily family;
    private final AlarmLimits limits;

    /**
     * @param site as the site file has it
     * @param limits takes what is given
     */
    public AlarmLimitSettings(Site site, AlarmLimits limits) {
        this.family = new LimitFamily(site, limits);
        this.limits = limits;
    }

    @Override
    public List<SettingDefinition> definitions() {
        return List.of();
    }

    @Override
    public void apply(Function<String, String> inForce) {
        // all of its settings are in the family
    }

    @Override
    public Optional<SettingFamily> family() {
        return Optional.of(family);
    }

    @Override
    public void applyGiven(Map<String, String> given) {
        LimitsGiven all = family.read(given);
        limits.override(all.strings(), all.points());
    }
}
