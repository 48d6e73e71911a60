// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.settingsfiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.port.out.SettingsFormat;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingVersion;

/** Settings as YAML that explains itself: each setting with its title, its default, and what may be given. */
public final class YamlSettings implements SettingsFormat {

    static final String FORMAT_KEY = "evenfloat-settings";
    static final String FORMAT = "1";
    static final String VALUES = "settings";

    private static final Set<String> KEYS = Set.of(FORMAT_KEY, "version");

    @Override
    public String write(SettingBook book, SettingVersion version) {
        StringBuilder text = new StringBuilder("""
                # Settings of Evenfloat. Given to the server again, this file changes what it names and nothing else; a key
                # without a value goes back to its default. Lines that begin with # say what else there is.
                """);
        text.append(FORMAT_KEY).append(": ").append(FORMAT).append('\n');
        text.append("version: ").append(version.number()).append("  # in force when this was written\n");
        text.append(VALUES).append(":\n");
        String shown = "";
        for (SettingDefinition definition : book.definitions(version.values())) {
            String sort = definition.group() + "." + definition.name();
            if (!sort.equals(shown)) {
                shown = sort;
                text.append("  # ").append(definition.kind().allowed("")).append('\n');
            }
            line(text, book, definition, version);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, SettingBook book, SettingDefinition definition, SettingVersion version) {
        Optional<String> given = book.effective(definition, version.values());
        int locked = book.lockedInLine(definition.key());
        text.append(given.isPresent() ? "  " : "  # ").append(definition.key()).append(": ")
                .append(YamlScalar.of(given.orElse(definition.standard()))).append("  # ").append(definition.title());
        if (locked > 0) {
            text.append("; given in the site file, line ").append(locked);
        } else if (given.isPresent()) {
            text.append("; default ").append(YamlScalar.of(definition.standard()));
        } else {
            text.append("; default");
        }
        text.append('\n');
    }

    @Override
    public Text read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return new Text(Map.of(), Map.of(), List.of("file: " + text.length() + " characters - allowed: at most "
                    + MOST_CHARACTERS));
        }
        FlatYaml yaml = FlatYaml.read(text);
        List<String> problems = new ArrayList<>(yaml.problems());
        FlatYaml.Value format = yaml.values().get(FORMAT_KEY);
        if (problems.isEmpty() && (format == null || !format.text().equals(Optional.of(FORMAT)))) {
            problems.add("line " + (format == null ? 1 : format.line()) + ", " + FORMAT_KEY + ": "
                    + (format == null ? "nothing" : FlatYaml.quoted(format.text().orElse(""))) + " - allowed: " + FORMAT
                    + ", the only format so far");
        }
        yaml.values().forEach((key, value) -> {
            if (!KEYS.contains(key) && !key.equals(VALUES)) {
                problems.add("line " + value.line() + ": unknown key " + FlatYaml.quoted(key) + " - allowed: "
                        + FORMAT_KEY + ", version, " + VALUES);
            }
        });
        yaml.sections().forEach(key -> {
            if (!key.equals(VALUES)) {
                problems.add("file: section " + FlatYaml.quoted(key) + " - allowed: only the section " + VALUES);
            }
        });
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        yaml.section(VALUES).forEach((key, value) -> {
            values.put(key, value.text());
            lines.put(key, value.line());
        });
        return new Text(values, lines, problems);
    }
}
