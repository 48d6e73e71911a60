// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenfloat.domain.text.NearestWord;

/**
 * The settings of one site, and which of them the site file has decided already: those keep what it says. Immutable.
 * Values for settings that this site does not have, or not any more, are kept and have no effect.
 */
public final class SettingBook {

    /** Most problems that are told one by one. */
    public static final int MOST_PROBLEMS = 200;

    /** Looking for the nearest of many keys takes time: more mistyped ones are told without it. */
    private static final int MOST_HINTS = 20;

    private final Map<String, SettingDefinition> definitions;
    private final List<SettingFamily> families;
    private final Map<String, Integer> locked;

    /** A book without families. */
    public SettingBook(List<SettingDefinition> definitions, Map<String, Integer> locked) {
        this(definitions, List.of(), locked);
    }

    /**
     * @param definitions in the order in which people see them
     * @param families settings that are not listed
     * @param locked keys that the site file gives, each with its line there; the default of such a setting is what it
     *     says
     */
    public SettingBook(
            List<SettingDefinition> definitions, List<SettingFamily> families, Map<String, Integer> locked) {
        Map<String, SettingDefinition> all = new LinkedHashMap<>();
        for (SettingDefinition definition : definitions) {
            if (all.put(definition.key(), definition) != null) {
                throw new IllegalArgumentException(definition.key() + ": twice - every setting once");
            }
        }
        this.definitions = Collections.unmodifiableMap(all);
        this.families = List.copyOf(families);
        this.locked = Map.copyOf(locked);
    }

    /** Returns all settings in order, without those of families. */
    public Collection<SettingDefinition> definitions() {
        return definitions.values();
    }

    /** Returns all settings in order, and then those of families to which something is given. */
    public List<SettingDefinition> definitions(SettingValues given) {
        List<SettingDefinition> all = new ArrayList<>(definitions.values());
        for (String key : given.given().keySet()) {
            if (!definitions.containsKey(key)) {
                inFamily(key).filter(definition -> effective(definition, given).isPresent()).ifPresent(all::add);
            }
        }
        return all;
    }

    /** Returns the setting of that key. */
    public Optional<SettingDefinition> find(String key) {
        SettingDefinition listed = definitions.get(key);
        return listed != null ? Optional.of(listed) : inFamily(key);
    }

    private Optional<SettingDefinition> inFamily(String key) {
        return families.stream().flatMap(family -> family.find(key).stream()).findFirst();
    }

    /** Returns what was given to the settings of a family, as far as it has an effect: canonical texts by key. */
    public Map<String, String> given(SettingFamily family, SettingValues given) {
        Map<String, String> own = new TreeMap<>();
        for (String key : given.given().keySet()) {
            family.find(key).flatMap(definition -> effective(definition, given))
                    .ifPresent(text -> own.put(key, text));
        }
        return own;
    }

    /** Returns what does not go together after a change, and is not as it was before. */
    public List<SettingProblem> conflicts(SettingValues before, SettingValues after) {
        Set<SettingProblem> conflicts = new LinkedHashSet<>();
        for (SettingFamily family : families) {
            Map<String, String> now = given(family, after);
            Map<String, String> then = given(family, before);
            if (!now.equals(then)) {
                conflicts.addAll(family.conflicts(now));
                family.conflicts(then).forEach(conflicts::remove);
            }
        }
        return shortened(List.copyOf(conflicts));
    }

    /** Returns in which line of the site file that setting is given; 0 when it is not. */
    public int lockedInLine(String key) {
        return locked.getOrDefault(key, 0);
    }

    /** Returns the value in force of a setting: what was given if it has an effect, else the default. */
    public String inForce(SettingDefinition definition, SettingValues given) {
        return effective(definition, given).orElse(definition.standard());
    }

    /** Returns what was given to a setting, if that has an effect. */
    public Optional<String> effective(SettingDefinition definition, SettingValues given) {
        return lockedInLine(definition.key()) > 0 ? Optional.empty()
                : given.find(definition.key()).flatMap(definition.kind()::canonical);
    }

    /** Returns the keys of given values that have no effect: unknown here, decided by the site file, or not allowed. */
    public List<String> withoutEffect(SettingValues given) {
        return given.given().keySet().stream()
                .filter(key -> find(key).flatMap(definition -> effective(definition, given)).isEmpty())
                .toList();
    }

    /**
     * Looks at what somebody wants to change.
     *
     * @param present what was given so far
     * @param wanted new values by key; empty ones go back to the default
     */
    public SettingProposal propose(SettingValues present, Map<String, Optional<String>> wanted) {
        List<SettingProblem> problems = new ArrayList<>();
        Map<String, Optional<String>> good = new TreeMap<>();
        for (Map.Entry<String, Optional<String>> entry : wanted.entrySet()) {
            problem(present, entry.getKey(), entry.getValue(), problems.size()).ifPresentOrElse(
                    problems::add, () -> take(good, entry.getKey(), entry.getValue()));
        }
        SettingValues after = present.with(good);
        problems.addAll(conflicts(present, after));
        if (!problems.isEmpty()) {
            return new SettingProposal(List.of(), shortened(problems), present);
        }
        return new SettingProposal(difference(present, after), List.of(), after);
    }

    /** What the site file says stays there; saying the same again changes nothing. No text is no value. */
    private void take(Map<String, Optional<String>> good, String key, Optional<String> value) {
        if (lockedInLine(key) == 0) {
            good.put(key, value.flatMap(text -> find(key).flatMap(definition -> definition.kind().canonical(text)))
                    .filter(text -> !text.isEmpty()));
        }
    }

    private Optional<SettingProblem> problem(
            SettingValues present, String key, Optional<String> value, int before) {
        SettingDefinition definition = find(key).orElse(null);
        if (definition == null) {
            if (value.isEmpty() && present.find(key).isPresent()) {
                return Optional.empty(); // somebody tidies up what has no effect
            }
            return Optional.of(unknown(key, before < MOST_HINTS));
        }
        Optional<String> canonical = value.flatMap(definition.kind()::canonical);
        if (lockedInLine(key) > 0 && !canonical.equals(Optional.of(definition.standard()))) {
            return Optional.of(new SettingProblem(
                    key, value.map(SettingProblem::quoted).orElse("the default"),
                    "only " + SettingProblem.quoted(definition.standard()) + ", which the site file gives in line "
                            + lockedInLine(key) + "; change it there"));
        }
        return value.isPresent() && canonical.isEmpty()
                ? Optional.of(new SettingProblem(
                        key, SettingProblem.quoted(value.get()), definition.kind().allowed(value.get())))
                : Optional.empty();
    }

    private SettingProblem unknown(String key, boolean hints) {
        Optional<SettingProblem> ofFamily = hints
                ? families.stream().flatMap(family -> family.unknown(key).stream()).findFirst() : Optional.empty();
        return ofFamily.orElseGet(() -> new SettingProblem(SettingProblem.quoted(key), "unknown key",
                "a setting of this site" + (hints ? NearestWord.hint(key, definitions.keySet()) : "")));
    }

    private static List<SettingProblem> shortened(List<SettingProblem> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<SettingProblem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        first.add(new SettingProblem("settings", problems.size() - MOST_PROBLEMS + " more problems", "none"));
        return first;
    }

    /** Returns what is not the same in two sets of values, by key. */
    public List<SettingChange> difference(SettingValues before, SettingValues after) {
        TreeSet<String> keys = new TreeSet<>(before.given().keySet());
        keys.addAll(after.given().keySet());
        return keys.stream()
                .filter(key -> !before.find(key).equals(after.find(key)))
                .map(key -> new SettingChange(
                        key, before.find(key), after.find(key), find(key).map(SettingDefinition::standard)))
                .toList();
    }
}
