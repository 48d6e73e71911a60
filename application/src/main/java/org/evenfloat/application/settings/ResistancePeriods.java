// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;

/** After how long the resistance of every block of a line is measured again. */
public final class ResistancePeriods implements LiveSettings {

    /** What may be given, in the site file too. */
    public static final QuantityRange RANGE = QuantityRange.of(Dimension.TIME, "1 h", "60 d", "12 h");

    /** In place of a time: no resistances are measured. */
    public static final String OFF = "off";

    private static final SettingKind KIND = new SettingKind.Amount(RANGE, List.of(OFF));

    private final List<String> lines;
    private final List<SettingDefinition> definitions = new ArrayList<>();
    private final ObjLongConsumer<String> measureEvery;

    /**
     * @param site as the site file has it
     * @param periodsMillis what the site file or its default says of each line, ms; 0 is off
     * @param measureEvery sets the period of the line of that id, ms; never waits
     */
    public ResistancePeriods(Site site, Map<String, Long> periodsMillis, ObjLongConsumer<String> measureEvery) {
        this.lines = site.lines();
        this.measureEvery = measureEvery;
        for (String line : lines) {
            Set<String> strings = site.strings()
                    .filter(string -> string.blocks().stream().anyMatch(block -> block.module().line().equals(line)))
                    .map(BatteryString::id).collect(Collectors.toSet());
            definitions.add(SettingDefinition.of(
                    "lines", line, "resistance-period", "Time between two resistances on line " + line, KIND,
                    text(periodsMillis.get(line)), strings));
        }
    }

    private static String text(long millis) {
        return millis == 0 ? OFF : QuantityText.format(millis, Dimension.TIME);
    }

    @Override
    public List<SettingDefinition> definitions() {
        return definitions;
    }

    @Override
    public void apply(Function<String, String> inForce) {
        for (String line : lines) {
            String period = inForce.apply("lines." + line + ".resistance-period");
            measureEvery.accept(line, period.equals(OFF) ? 0 : RANGE.parse(period).orElseThrow());
        }
    }
}
