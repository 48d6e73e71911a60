// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenfloat.application.alarm.ProfileLimits;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.quantity.Voltage;
import org.evenfloat.domain.topology.BatteryProfile;
import org.evenfloat.domain.topology.Chemistry;
import org.evenfloat.domain.topology.ProfileFigure;

/** Reads battery profiles; all voltages are per cell. */
final class ProfileReader {

    /** From a deeply discharged NiCd cell to a full lithium cell. */
    static final QuantityRange FLOAT = QuantityRange.of(Dimension.VOLTAGE, "0.5 V", "5 V", "2.27 V");
    static final QuantityRange BOOST = QuantityRange.of(Dimension.VOLTAGE, "0.5 V", "5 V", "2.35 V");
    static final QuantityRange END = QuantityRange.of(Dimension.VOLTAGE, "0.5 V", "5 V", "1.75 V");

    static final Map<String, Chemistry> CHEMISTRIES = chemistries();

    private ProfileReader() {}

    private static Map<String, Chemistry> chemistries() {
        Map<String, Chemistry> chemistries = new LinkedHashMap<>();
        for (Chemistry chemistry : Chemistry.values()) {
            chemistries.put(name(chemistry), chemistry);
        }
        return chemistries;
    }

    /** Returns what the site file calls a chemistry. */
    static String name(Chemistry chemistry) {
        return chemistry.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static void read(Section section, Named<BatteryProfile> profiles) {
        Optional<String> name = profiles.claim(section);
        Optional<Chemistry> chemistry =
                section.need("chemistry", String.join(", ", CHEMISTRIES.keySet())).flatMap(e -> e.choice(CHEMISTRIES));
        OptionalLong floating = voltage(section, "float-voltage", FLOAT);
        OptionalLong boost = voltage(section, "boost-voltage", BOOST);
        OptionalLong end = voltage(section, "end-of-discharge", END);
        List<ProfileFigure> alarms = ProfileAlarmReader.read(section);
        if (floating.isEmpty() || boost.isEmpty() || end.isEmpty()) {
            return;
        }
        if (end.getAsLong() >= floating.getAsLong() || floating.getAsLong() > boost.getAsLong()) {
            section.reject("float " + volts(floating) + ", boost " + volts(boost) + ", end of discharge " + volts(end),
                    "end of discharge below float, and float not above boost");
            return;
        }
        if (name.isPresent() && chemistry.isPresent()) {
            BatteryProfile profile = new BatteryProfile(
                    name.get(), chemistry.get(), of(floating), of(boost), of(end), alarms);
            ProfileLimits.conflicts(profile).forEach(conflict -> section.reject(
                    "alarms", conflict.key() + " " + conflict.given(), conflict.allowed()));
            profiles.define(name.get(), profile);
        }
    }

    private static OptionalLong voltage(Section section, String key, QuantityRange range) {
        return section.need(key, range.allowed()).map(e -> e.quantity(range)).orElse(OptionalLong.empty());
    }

    private static String volts(OptionalLong millivolts) {
        return QuantityText.format(millivolts.getAsLong(), Dimension.VOLTAGE);
    }

    private static Voltage of(OptionalLong millivolts) {
        return new Voltage((int) millivolts.getAsLong());
    }
}
