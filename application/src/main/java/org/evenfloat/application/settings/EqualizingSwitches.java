// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.evenfloat.application.event.EventSink;
import org.evenfloat.domain.event.EventKind;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;

/** Whether each string is equalized. Switching it off lets its bypasses rest by its next sweep. */
public final class EqualizingSwitches implements LiveSettings {

    private static final SettingKind ON_OFF = new SettingKind.OnOff();

    private final List<String> strings;
    private final List<SettingDefinition> definitions;
    private final BiConsumer<String, Boolean> equalize;
    private final EventSink events;
    private final Map<String, Boolean> present = new HashMap<>();

    /**
     * @param site as the site file has it
     * @param equalize lets the string of that id be equalized or not; never waits
     * @param events told of every switch but those of the start
     */
    public EqualizingSwitches(Site site, BiConsumer<String, Boolean> equalize, EventSink events) {
        this.strings = site.strings().map(BatteryString::id).toList();
        this.definitions = site.strings().map(string -> SettingDefinition.of(
                "strings", string.id(), "equalizing", "Equalizing of string " + string.id(), ON_OFF,
                SettingKind.OnOff.text(string.equalizing()), Set.of(string.id()))).toList();
        this.equalize = equalize;
        this.events = events;
    }

    /** Returns the key of the switch of a string. */
    static String key(String string) {
        return "strings." + string + ".equalizing";
    }

    @Override
    public List<SettingDefinition> definitions() {
        return definitions;
    }

    @Override
    public void apply(Function<String, String> inForce) {
        for (String string : strings) {
            boolean on = inForce.apply(key(string)).equals(SettingKind.OnOff.ON);
            Boolean before = present.put(string, on);
            equalize.accept(string, on);
            if (before != null && before != on) {
                events.happened(EventKind.EQUALIZING_SWITCHED, string, "String " + string + ": equalizing was switched "
                        + (on ? "on." : "off; its bypasses are off from its next sweep on."));
            }
        }
    }
}
