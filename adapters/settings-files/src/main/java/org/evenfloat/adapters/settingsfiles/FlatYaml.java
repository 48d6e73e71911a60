// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.settingsfiles;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML of two levels: keys with single values, and keys with sections of such keys. Reads the events of the parser one
 * by one, so that no text, however made, costs more than its length; no anchors, aliases and tags. Goes on after a
 * problem where the parser can.
 */
final class FlatYaml {

    private static final int LONGEST_QUOTE = 60;
    private static final int MOST_PROBLEMS = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    /**
     * A single value.
     *
     * @param text what stands there; empty for nothing, {@code null} and {@code ~}
     * @param line in which line its key stands, from 1
     */
    record Value(Optional<String> text, int line) {}

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Map<String, Value>> sections = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private FlatYaml() {}

    /** Returns what a text says, whatever is wrong with it. */
    static FlatYaml read(String text) {
        FlatYaml yaml = new FlatYaml();
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(text.length() + 1)
                .setBufferSize(text.length() + 2).build();
        try {
            yaml.document(new Parse(settings).parseString(text).iterator());
        } catch (MarkedYamlEngineException e) {
            yaml.problem(line(e.getProblemMark().or(e::getContextMark)), "", String.valueOf(e.getProblem()),
                    "YAML: key, colon, space, value; a text with \": \" or \" #\" in quotes");
        } catch (YamlEngineException e) {
            yaml.problem(1, "", "a character that YAML does not know", "text without control characters");
        }
        return yaml;
    }

    /** Returns the single values. */
    Map<String, Value> values() {
        return values;
    }

    /** Returns a section, or an empty one when there is none. */
    Map<String, Value> section(String key) {
        return sections.getOrDefault(key, Map.of());
    }

    /** Returns whether there is a section of that key. */
    boolean has(String key) {
        return sections.containsKey(key);
    }

    /** Returns the keys of all sections. */
    Iterable<String> sections() {
        return sections.keySet();
    }

    /** Returns all problems, each {@code line N, where: what was given - allowed: what is}. */
    List<String> problems() {
        return problems;
    }

    private void problem(int line, String where, String given, String allowed) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add("line " + line + (where.isEmpty() ? "" : ", " + where) + ": " + given + " - allowed: " + allowed);
        }
    }

    private void document(Iterator<Event> events) {
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                problem(line(event.getStartMark()), "", "a second document", "one");
                return;
            }
            if (event instanceof MappingStartEvent start) {
                plain(start);
                section(events, "", values);
            } else if (event instanceof NodeEvent) {
                problem(line(event.getStartMark()), "", "no keys and values", "keys and values");
                return;
            }
        }
    }

    /** Reads the keys of a section to its end; {@code name} is empty for the outermost. */
    private void section(Iterator<Event> events, String name, Map<String, Value> into) {
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            if (!(event instanceof ScalarEvent key) || !plain(key)) {
                problem(line(event.getStartMark()), name, "a key that is no single word", "keys such as site.name");
                skip(events, event);
                event = events.next();
                skip(events, event);
                continue;
            }
            value(events, name, key, into);
        }
    }

    private void value(Iterator<Event> events, String name, ScalarEvent key, Map<String, Value> into) {
        int line = line(key.getStartMark());
        boolean twice = into.containsKey(key.getValue()) || name.isEmpty() && sections.containsKey(key.getValue());
        if (twice) {
            problem(line, name, "a second " + quoted(key.getValue()), "every key once");
        }
        Event event = events.next();
        if (event instanceof ScalarEvent scalar && plain(scalar)) {
            into.putIfAbsent(key.getValue(), new Value(text(scalar), line));
        } else if (event instanceof MappingStartEvent start && name.isEmpty() && !twice && plain(start)) {
            Map<String, Value> section = new LinkedHashMap<>();
            sections.put(key.getValue(), section);
            section(events, key.getValue(), section);
        } else {
            if (!(event instanceof ScalarEvent)) {
                problem(line, key.getValue(), "more than a single value", "a single value");
            }
            skip(events, event);
        }
    }

    /** Reads over the rest of a value that began with that event. */
    private static void skip(Iterator<Event> events, Event begin) {
        int depth = begin instanceof CollectionStartEvent ? 1 : 0;
        while (depth > 0) {
            Event event = events.next();
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        }
    }

    private boolean plain(NodeEvent event) {
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent collection && collection.getTag().isPresent();
        if (tagged || event.getAnchor().isPresent()) {
            problem(line(event.getStartMark()), "", tagged ? "a tag" : "an anchor",
                    "values written out; a text beginning with !, & or * in quotes");
        }
        return !tagged && event.getAnchor().isEmpty();
    }

    private static Optional<String> text(ScalarEvent scalar) {
        String text = scalar.getValue();
        boolean nothing = scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (text.isEmpty() || text.equals("~") || text.equals("null"));
        return nothing ? Optional.empty() : Optional.of(text);
    }

    static String quoted(String text) {
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return '"' + UNPRINTABLE.matcher(shown).replaceAll("?") + '"';
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(at -> at.getLine() + 1).orElse(1);
    }
}
