// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmScope;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingFamily;
import org.evenfloat.domain.setting.SettingProblem;
import org.evenfloat.domain.text.NearestWord;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;

/** The settings about limits: one for each part of each limit of each string, block and line. Immutable. */
public final class LimitFamily implements SettingFamily {

    private static final List<String> ROWS = AlarmTable.all().stream().map(AlarmDefinition::id).toList();

    private final AlarmLimits limits;
    private final AlarmPlaces places;
    private final Map<String, BatteryString> strings = new LinkedHashMap<>();
    private final Map<String, List<String>> blocks = new HashMap<>();
    private final LimitConflicts conflicts;

    /** @param limits gives what a limit inherits */
    public LimitFamily(Site site, AlarmLimits limits) {
        this.limits = limits;
        this.places = new AlarmPlaces(site);
        site.strings().forEach(string -> {
            strings.put(string.id(), string);
            blocks.put(string.id(), string.blocks().stream().map(block -> block.id()).toList());
        });
        this.conflicts = new LimitConflicts(limits);
    }

    @Override
    public Optional<SettingDefinition> find(String key) {
        return LimitKey.parse(key).flatMap(this::find);
    }

    private Optional<SettingDefinition> find(LimitKey key) {
        return AlarmTable.find(key.definition())
                .filter(row -> LimitKey.groups(row.signal().scope()).contains(key.group()))
                .flatMap(row -> LimitPart.find(row, key.part())
                        .flatMap(part -> point(key, row).map(point -> definition(key, point, part))));
    }

    private SettingDefinition definition(LimitKey key, AlarmPoint point, LimitPart part) {
        AlarmDefinition row = point.definition();
        boolean ownPoint = key.group().equals("blocks");
        AlarmLimit inherited = ownPoint ? limits.ofString(point) : limits.standard(point);
        String of = key.subject().isEmpty() ? "the monitor" : singular(key.group()) + " " + key.subject();
        return SettingDefinition.of(
                key.group(), key.subject(), "alarms." + row.id() + "." + part.word(),
                part.title() + " of " + row.id() + " of " + of, part.kind(row), part.text(row, inherited),
                Set.copyOf(places.strings(point)));
    }

    private static String singular(String group) {
        return group.substring(0, group.length() - 1);
    }

    /** Returns a point that stands for what a key is about; a string for its blocks by the first of them. */
    private Optional<AlarmPoint> point(LimitKey key, AlarmDefinition row) {
        String subject = key.subject();
        if (key.group().equals("strings") && row.signal().scope() == AlarmScope.BLOCK) {
            return Optional.ofNullable(blocks.get(subject)).map(of -> new AlarmPoint(row, of.get(0)));
        }
        return places.find(row.id() + "/" + (subject.isEmpty() ? AlarmPoint.SERVER : subject));
    }

    @Override
    public Optional<SettingProblem> unknown(String key) {
        return LimitKey.parse(key).map(parts -> {
            List<String> problems = new ArrayList<>();
            List<String> allowed = new ArrayList<>();
            Optional<AlarmDefinition> row = AlarmTable.find(parts.definition());
            if (row.isEmpty()) {
                problems.add("unknown alarm " + SettingProblem.quoted(parts.definition()));
                allowed.add("an alarm of the table" + NearestWord.hint(parts.definition(), ROWS));
            } else {
                AlarmDefinition of = row.get();
                if (!LimitKey.groups(of.signal().scope()).contains(parts.group())) {
                    problems.add("an alarm about other things than " + parts.group());
                    allowed.add(String.join(" or ", LimitKey.groups(of.signal().scope())) + " for " + of.id());
                }
                if (LimitPart.find(of, parts.part()).isEmpty()) {
                    problems.add("unknown part " + SettingProblem.quoted(parts.part()));
                    allowed.add(NearestWord.list(parts.part(), LimitPart.words(of)));
                }
            }
            unknownSubject(parts, problems, allowed);
            return new SettingProblem(
                    SettingProblem.quoted(key), String.join(", ", problems), String.join("; ", allowed));
        });
    }

    private void unknownSubject(LimitKey key, List<String> problems, List<String> allowed) {
        Collection<String> known = switch (key.group()) {
            case "strings" -> strings.keySet();
            case "lines" -> places.subjects(AlarmTable.of(AlarmScope.LINE).get(0));
            case "blocks" -> near(key.subject());
            default -> List.of("");
        };
        boolean there = key.group().equals("blocks")
                ? places.find(AlarmTable.of(AlarmScope.BLOCK).get(0).id() + "/" + key.subject()).isPresent()
                : known.contains(key.subject());
        if (!there) {
            problems.add("unknown " + singular(key.group()) + " " + SettingProblem.quoted(key.subject()));
            allowed.add("a " + singular(key.group()) + " of this site" + NearestWord.hint(key.subject(), known));
        }
    }

    /** Returns blocks of the string that an unknown block seems to be of: looking through all of a large site is slow. */
    private List<String> near(String block) {
        String prefix = block.contains("-") ? block.substring(0, block.lastIndexOf('-')) : block;
        return NearestWord.of(prefix, strings.keySet()).or(() -> Optional.of(prefix).filter(strings::containsKey))
                .map(blocks::get).orElse(List.of());
    }

    /** Returns what is given, as limits take it. */
    public LimitsGiven read(Map<String, String> given) {
        Map<String, AlarmOverride> ofStrings = new HashMap<>();
        Map<String, AlarmOverride> points = new HashMap<>();
        given.forEach((text, value) -> {
            LimitKey key = LimitKey.parse(text).orElseThrow();
            AlarmDefinition row = AlarmTable.find(key.definition()).orElseThrow();
            LimitPart part = LimitPart.find(row, key.part()).orElseThrow();
            Map<String, AlarmOverride> into = key.group().equals("strings") ? ofStrings : points;
            String id = row.id() + "/" + (key.subject().isEmpty() ? AlarmPoint.SERVER : key.subject());
            into.merge(id, part.with(row, AlarmOverride.NONE, value), (old, one) -> part.with(row, old, value));
        });
        return new LimitsGiven(ofStrings, points);
    }

    @Override
    public List<SettingProblem> conflicts(Map<String, String> given) {
        LimitsGiven all = read(given);
        List<LimitConflicts.Place> touched = new ArrayList<>();
        for (String text : given.keySet()) {
            LimitKey key = LimitKey.parse(text).orElseThrow();
            AlarmDefinition row = AlarmTable.find(key.definition()).orElseThrow();
            point(key, row).ifPresent(point -> touched.add(
                    new LimitConflicts.Place(key.group(), key.subject(), point)));
        }
        return conflicts.of(touched, all);
    }
}
