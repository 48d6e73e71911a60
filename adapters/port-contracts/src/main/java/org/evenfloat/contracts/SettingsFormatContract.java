// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.port.out.SettingsFormat;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingFamily;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.setting.SettingProblem;
import org.evenfloat.domain.setting.SettingValues;
import org.evenfloat.domain.setting.SettingVersion;
import org.junit.jupiter.api.Test;

/** What every {@link SettingsFormat} does. */
public abstract class SettingsFormatContract {

    private static final SettingBook BOOK = new SettingBook(
            List.of(
                    definition("site", "", "name", "Name of the site", new SettingKind.Text(1, 100), "Nord"),
                    definition("strings", "A1", "name", "Name of string A1", new SettingKind.Text(1, 100), "A1"),
                    definition("strings", "A1", "equalizing", "Equalizing of string A1", new SettingKind.OnOff(), "on"),
                    definition("blocks", "A1-1", "label", "Label of block A1-1", new SettingKind.Text(0, 40), "")),
            Map.of("strings.A1.equalizing", 12));

    /** Returns the format. */
    protected abstract SettingsFormat format();

    private static SettingDefinition definition(
            String group, String subject, String name, String title, SettingKind kind, String standard) {
        return SettingDefinition.of(group, subject, name, title, kind, standard, Set.of());
    }

    private static SettingVersion version(Map<String, String> values) {
        return new SettingVersion(7, 6, 0, "anna", "web", "why", 1, new SettingValues(values));
    }

    @Test
    void readsWhatItWrites() {
        SeededCases.check("what is written is read again", 100, draw -> {
            String name = draw.pick(List.of("Süd # 1", "a: b", "on", "\"x\"", "12", "null", "-", "Rack 4, unten", "🔋"));
            Map<String, String> values = Map.of("strings.A1.name", name, "blocks.A1-1.label", name + name);
            SettingsFormat.Text read = format().read(format().write(BOOK, version(values)));
            assertThat(read.problems()).isEmpty();
            assertThat(read.values()).containsExactlyInAnyOrderEntriesOf(Map.of(
                    "strings.A1.name", Optional.of(name), "blocks.A1-1.label", Optional.of(name + name)));
        });
    }

    @Test
    void saysWhatEachSettingIsAndWhatElseThereIs() {
        String text = format().write(BOOK, version(Map.of("site.name", "Süd", "strings.A1.equalizing", "off")));
        assertThat(text).contains("Name of the site", "Nord", "Süd", "blocks.A1-1.label", "on or off", "line 12");
        assertThat(format().read(text).values()).as("what the site file gives is not in force from here")
                .containsExactly(Map.entry("site.name", Optional.of("Süd")));
        assertThat(format().read(text).lines().get("site.name")).isEqualTo(lineOf(text, "  site.name"));
    }

    private static int lineOf(String text, String begin) {
        return (int) text.substring(0, text.indexOf("\n" + begin) + 1).chars().filter(c -> c == '\n').count() + 1;
    }

    /** One setting for each number. */
    private static final class Numbers implements SettingFamily {

        @Override
        public Optional<SettingDefinition> find(String key) {
            return key.matches("numbers\\.[0-9]+\\.name")
                    ? Optional.of(definition("numbers", key.split("\\.")[1], "name", "Name of a number",
                            new SettingKind.Text(0, 40), "nameless"))
                    : Optional.empty();
        }

        @Override
        public Optional<SettingProblem> unknown(String key) {
            return Optional.empty();
        }

        @Override
        public List<SettingProblem> conflicts(Map<String, String> given) {
            return List.of();
        }
    }

    @Test
    void writesOfAFamilyWhatIsGiven() {
        SettingBook book = new SettingBook(List.of(), List.of(new Numbers()), Map.of());
        String text = format().write(book, version(Map.of("numbers.7.name", "seven", "letters.a.name", "a")));
        assertThat(text).contains("Name of a number", "nameless").doesNotContain("letters");
        assertThat(format().read(text).values()).containsExactly(Map.entry("numbers.7.name", Optional.of("seven")));
    }

    @Test
    void writesASiteWithoutAnyValue() {
        SettingsFormat.Text read = format().read(format().write(BOOK, SettingVersion.FIRST));
        assertThat(read.problems()).isEmpty();
        assertThat(read.values()).isEmpty();
    }

    @Test
    void refusesWhatIsNoSuchText() {
        for (String text : List.of("", "hello", "{", "\u0000", "x".repeat(SettingsFormat.MOST_CHARACTERS + 1))) {
            assertThat(format().read(text).problems()).as(text.length() > 99 ? "a long text" : text).isNotEmpty();
        }
    }
}
