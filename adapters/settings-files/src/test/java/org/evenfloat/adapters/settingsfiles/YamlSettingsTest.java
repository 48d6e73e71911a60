// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.settingsfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.evenfloat.application.port.out.SettingsFormat;
import org.evenfloat.contracts.SettingsFormatContract;
import org.junit.jupiter.api.Test;

class YamlSettingsTest extends SettingsFormatContract {

    @Override
    protected SettingsFormat format() {
        return new YamlSettings();
    }

    @Test
    void readsWhatPeopleWrite() {
        SettingsFormat.Text read = format().read("""
                # mine
                evenfloat-settings: 1
                settings:
                  site.name: 'Süd: unten'   # quotes because of the colon
                  strings.A1.name:
                  strings.A2.name: ~
                  strings.A1.equalizing: off
                  lines.L1.resistance-period: 6 h
                """);
        assertThat(read.problems()).isEmpty();
        assertThat(read.values()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "site.name", Optional.of("Süd: unten"), "strings.A1.name", Optional.empty(), "strings.A2.name",
                Optional.empty(), "strings.A1.equalizing", Optional.of("off"), "lines.L1.resistance-period",
                Optional.of("6 h")));
        assertThat(read.lines()).containsEntry("strings.A2.name", 6);
    }

    @Test
    void namesEveryProblemWithItsLine() {
        assertThat(format().read("""
                evenfloat-settings: 2
                extra: 1
                settings:
                  site.name: [a, [b]]
                  strings.A1.name: &x a
                  strings.A2.name: *x
                  strings.A3.name: !!str a
                  strings.A4.name: { deep: er }
                  ? [odd]
                  : key
                  site.good: a
                  site.good: b
                more: { a: 1 }
                """).problems()).containsExactly(
                "line 4, site.name: more than a single value - allowed: a single value",
                "line 5: an anchor - allowed: values written out; a text beginning with !, & or * in quotes",
                "line 6, strings.A2.name: more than a single value - allowed: a single value",
                "line 7: a tag - allowed: values written out; a text beginning with !, & or * in quotes",
                "line 8, strings.A4.name: more than a single value - allowed: a single value",
                "line 9, settings: a key that is no single word - allowed: keys such as site.name",
                "line 12, settings: a second \"site.good\" - allowed: every key once",
                "line 2: unknown key \"extra\" - allowed: evenfloat-settings, version, settings",
                "file: section \"more\" - allowed: only the section settings");
    }

    @Test
    void saysWhereTheTextIsNoYaml() {
        assertThat(format().read("evenfloat-settings: 1\nsettings:\n  a: b: c\n").problems())
                .singleElement().asString().startsWith("line 3: ");
        assertThat(format().read("settings:\n  a: b\n").problems())
                .containsExactly("line 1, evenfloat-settings: nothing - allowed: 1, the only format so far");
    }

    @Test
    void isNotSlowedDownByHostileTexts() {
        for (String text : new String[] {
            "[".repeat(500_000), "evenfloat-settings: 1\nsettings: " + "{a: ".repeat(200_000),
            "a: \"" + "x".repeat(900_000), "a: b\n".repeat(200_000), "k".repeat(900_000)}) {
            Assertions.assertThat(Duration.ofSeconds(20)).isGreaterThan(taken(text));
        }
    }

    private Duration taken(String text) {
        long begin = System.nanoTime();
        assertThat(format().read(text).problems()).isNotEmpty().hasSizeLessThan(300);
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
