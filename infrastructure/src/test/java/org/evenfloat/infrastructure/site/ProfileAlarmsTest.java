// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenfloat.application.alarm.AlarmLimits;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmTable;
import org.junit.jupiter.api.Test;

/** Figures for alarms in the profiles of a site file. */
class ProfileAlarmsTest {

    private static final String END = "end-of-discharge: 1.75 V }";

    private static String with(String... figures) {
        StringBuilder text = new StringBuilder("end-of-discharge: 1.75 V, alarms: [\n");
        for (String figure : figures) {
            text.append("    { ").append(figure).append(" },\n");
        }
        return SiteTexts.spoiled(END, text + "  ] }").replace("    profile: vrla-agm", "    profile: mine");
    }

    private static AlarmPoint point(String row, String subject) {
        return new AlarmPoint(AlarmTable.find(row).orElseThrow(), subject);
    }

    @Test
    void figuresCountForBlocksAndStringsWithTheirSource() throws Exception {
        AlarmLimits limits = new AlarmLimits(SiteTexts.parse(with(
                "key: block-voltage-low-alarm.limit, value: 2150 mV, source: \"sheet 7, p. 3\"",
                "key: block-voltage-low-alarm.on-delay, value: 5 min, source: ours",
                "key: block-resistance-high-alarm.state, value: on, source: sheet 8")).site());
        AlarmPoint low = point("block-voltage-low-alarm", "A1-1");
        assertThat(limits.of(low).limit()).as("of 6 cells").isEqualTo(12_900);
        assertThat(limits.of(low).onDelayMillis()).isEqualTo(300_000);
        assertThat(limits.of(low).offDelayMillis()).as("general").isEqualTo(60_000);
        assertThat(limits.standardSource(low)).isEqualTo("profile mine: sheet 7, p. 3; ours");
        assertThat(limits.of(point("block-resistance-high-alarm", "A3-5")).on()).isTrue();
        AlarmPoint general = point("block-voltage-low-warning", "A1-1");
        assertThat(limits.of(general).limit()).isEqualTo(13_200);
        assertThat(limits.standardSource(general)).isEqualTo(general.definition().standard().source());
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        List<String> problems = SiteTexts.problems(with(
                "key: block-voltage-lo-alarm.limit, value: 2 V, source: sheet",
                "key: block-voltage-low-alarm.limits, value: 2 V, source: sheet",
                "key: block-voltage-low-alarm.limit, value: 13 V, source: sheet",
                "key: line-down.on-delay, value: 1 s, source: sheet",
                "key: module-lost.on-delay, value: 1 s, source: sheet",
                "key: discharge-alarm.state, value: perhaps",
                "key: block-weak-warning.limit, value: 0.5 %, source: \" \"",
                "value: 3 K, source: sheet, colour: red"));
        assertThat(problems).anyMatch(p -> p.contains("alarms[0].key: \"block-voltage-lo-alarm.limit\" - allowed: ")
                        && p.contains("nearest: block-voltage-low-alarm"))
                .anyMatch(p -> p.contains("alarms[1].key: \"block-voltage-low-alarm.limits\" - allowed: "
                        + "block-voltage-low-alarm. and ") && p.contains("nearest: limit"))
                .anyMatch(p -> p.contains("alarms[2].value: \"13 V\" - allowed: a voltage such as 2.2 V, 0.5 V to 5 V"))
                .anyMatch(p -> p.contains("alarms[3].key: \"line-down.on-delay\" - allowed: "))
                .anyMatch(p -> p.contains("alarms[4].key: \"module-lost.on-delay\" - allowed: "))
                .anyMatch(p -> p.contains("alarms[5].value: \"perhaps\" - allowed: on or off"))
                .anyMatch(p -> p.contains("alarms[5]: no source"))
                .anyMatch(p -> p.contains("alarms[6].value: \"0.5 %\" - allowed: "))
                .anyMatch(p -> p.contains("alarms[6].source: "))
                .anyMatch(p -> p.contains("unknown key \"colour\""))
                .anyMatch(p -> p.contains("alarms[7]: no key"));
        assertThat(problems).hasSize(11);
    }

    @Test
    void aKeyTwiceAndLimitsThatDoNotGoTogetherAreRefused() {
        assertThat(SiteTexts.problems(with(
                "key: discharge-alarm.limit, value: 5 min, source: one",
                "key: discharge-alarm.limit, value: 6 min, source: other")))
                .singleElement().asString().contains("a second \"discharge-alarm.limit\"", "every key once");
        assertThat(SiteTexts.problems(with(
                "key: block-temperature-high-warning.limit, value: 50 °C, source: sheet",
                "key: block-voltage-low-warning.limit, value: 2.05 V, source: sheet")))
                .anyMatch(p -> p.contains("block-temperature-high-warning.limit \"50 °C\" - allowed: not above \"45 °C\","
                        + " the limit of block-temperature-high-alarm"))
                .anyMatch(p -> p.contains("block-voltage-low-warning.limit \"2.05 V\" - allowed: not below \"2.1 V\","
                        + " the limit of block-voltage-low-alarm"))
                .hasSize(2);
    }
}
