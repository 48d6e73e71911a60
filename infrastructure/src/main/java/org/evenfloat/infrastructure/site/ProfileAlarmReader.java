// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.alarm.ProfilePart;
import org.evenfloat.domain.setting.SettingKind;
import org.evenfloat.domain.topology.ProfileFigure;

/** Reads what battery profiles say of alarms: figures with their sources. */
final class ProfileAlarmReader {

    private static final int LONGEST_SOURCE = 300;

    private ProfileAlarmReader() {}

    /** Returns the figures that are right. */
    static List<ProfileFigure> read(Section profile) {
        List<ProfileFigure> figures = new ArrayList<>();
        Map<String, Entry> keys = new HashMap<>();
        for (Section section : profile.sections("alarms", "figures for alarms", KeySet.PROFILE_ALARM)) {
            Optional<Entry> key = section.need("key", ProfilePart.allowed(""));
            Optional<ProfilePart> part = key.flatMap(ProfileAlarmReader::part);
            Optional<Entry> given = section.need(
                    "value", part.map(each -> each.kind().allowed("")).orElse("what the alarm takes, with its unit"));
            Optional<String> value = part.flatMap(each -> given.flatMap(entry -> value(entry, each.kind())));
            Optional<String> source = section.need("source", "the data sheet or standard that says so")
                    .flatMap(entry -> entry.line(LONGEST_SOURCE));
            if (part.isPresent() && second(key.get(), keys)) {
                continue;
            }
            if (part.isPresent() && value.isPresent() && source.isPresent()) {
                figures.add(new ProfileFigure(key.get().scalar().orElseThrow(), value.get(), source.get()));
            }
        }
        return figures;
    }

    private static Optional<ProfilePart> part(Entry key) {
        Optional<ProfilePart> part = key.scalar().flatMap(ProfilePart::find);
        if (part.isEmpty()) {
            key.reject(ProfilePart.allowed(key.scalar().orElse("")));
        }
        return part;
    }

    private static Optional<String> value(Entry entry, SettingKind kind) {
        Optional<String> value = entry.scalar().flatMap(kind::canonical);
        if (value.isEmpty()) {
            entry.reject(kind.allowed(entry.scalar().orElse("")));
        }
        return value;
    }

    private static boolean second(Entry key, Map<String, Entry> keys) {
        Entry first = keys.putIfAbsent(key.scalar().orElseThrow(), key);
        if (first != null) {
            key.reject("a second " + key.given() + ", the first is in line " + first.line(), "every key once");
        }
        return first != null;
    }
}
