// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenfloat.application.port.out.SettingsFailure;
import org.evenfloat.application.port.out.SettingsFormat;
import org.evenfloat.application.port.out.SettingsStore;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingVersion;

/** Versions in memory, and a format of one {@code key=value} a line. */
public final class SettingsInMemory implements SettingsStore, SettingsFormat {

    public final TreeMap<Long, SettingVersion> kept = new TreeMap<>();
    public final List<String> damaged = new ArrayList<>();
    public long damagedLast;
    public boolean full;

    @Override
    public Newest newest() {
        return new Newest(Optional.ofNullable(kept.lastEntry()).map(Map.Entry::getValue),
                Math.max(damagedLast, kept.isEmpty() ? 0 : kept.lastKey()), List.copyOf(damaged));
    }

    @Override
    public Optional<SettingVersion> version(long number) {
        return Optional.ofNullable(kept.get(number));
    }

    @Override
    public List<SettingVersion> before(long before, int most) {
        return kept.headMap(before, false).descendingMap().values().stream().limit(most).toList();
    }

    @Override
    public void append(SettingVersion version) throws SettingsFailure {
        if (full) {
            throw new SettingsFailure("the disk is full");
        }
        kept.put(version.number(), version);
    }

    @Override
    public String write(SettingBook book, SettingVersion version) {
        StringBuilder text = new StringBuilder();
        version.values().given().forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        return text.toString();
    }

    @Override
    public Text read(String text) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        int line = 0;
        for (String each : text.split("\n")) {
            line++;
            String[] parts = each.split("=", 2);
            if (parts.length < 2) {
                problems.add("line " + line + ": no value - allowed: key=value");
                continue;
            }
            values.put(parts[0], Optional.of(parts[1]).filter(value -> !value.isEmpty()));
            lines.put(parts[0], line);
        }
        return new Text(values, lines, problems);
    }
}
