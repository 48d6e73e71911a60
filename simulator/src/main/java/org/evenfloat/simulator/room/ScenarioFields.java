// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of one YAML map and takes note of every problem instead of ending at the first. */
final class ScenarioFields {

    private static final Pattern AMOUNT = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?) ?([a-zA-Z%°]*)");

    private final String where;
    private final Map<?, ?> fields;
    private final List<String> problems;
    private final TreeSet<String> unread = new TreeSet<>();
    private final TreeSet<String> known = new TreeSet<>();

    ScenarioFields(String where, Object node, List<String> problems) {
        this.where = where;
        this.problems = problems;
        this.fields = node instanceof Map<?, ?> map ? map : Map.of();
        if (!(node instanceof Map<?, ?>)) {
            problem("", node, "a map of keys and values");
        }
        fields.keySet().forEach(key -> unread.add(String.valueOf(key)));
    }

    boolean has(String key) {
        known.add(key);
        return fields.containsKey(key);
    }

    String text(String key, String otherwise) {
        Object value = value(key);
        if (value == null && otherwise == null) {
            problem(key, null, "a text");
            return "";
        }
        return value == null ? otherwise : String.valueOf(value);
    }

    /** Returns an amount in the base unit of {@code units}, which maps each allowed unit to its factor. */
    double amount(String key, Map<String, Double> units, Double otherwise, double least, double most) {
        Object value = value(key);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        Matcher matcher = AMOUNT.matcher(String.valueOf(value));
        if (matcher.matches() && units.containsKey(matcher.group(2))) {
            double amount = Double.parseDouble(matcher.group(1)) * units.get(matcher.group(2));
            if (amount >= least && amount <= most) {
                return amount;
            }
        }
        problem(key, value, text(least, units) + " to " + text(most, units));
        return least;
    }

    /** Returns a number without a fraction. */
    int whole(String key, Integer otherwise, int least, int most) {
        Object value = value(key);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        problem(key, value, "a whole number, " + least + " to " + most);
        return least;
    }

    /** Returns an amount in the largest unit in which it is not below 1; zero in the smallest. */
    private static String text(double amount, Map<String, Double> units) {
        String best = units.entrySet().stream()
                .filter(unit -> Math.abs(amount) >= unit.getValue())
                .max(Map.Entry.comparingByValue())
                .or(() -> units.entrySet().stream().min(Map.Entry.comparingByValue()))
                .orElseThrow().getKey();
        String number = String.format(Locale.ROOT, "%.3f", amount / units.get(best)).replaceAll("\\.?0+$", "");
        return best.isEmpty() ? number : number + " " + best;
    }

    <E extends Enum<E>> E word(String key, Class<E> words, E otherwise) {
        Object value = value(key);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        List<String> allowed = new ArrayList<>();
        for (E word : words.getEnumConstants()) {
            String text = word.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (text.equals(String.valueOf(value))) {
                return word;
            }
            allowed.add(text);
        }
        problem(key, value, "one of " + String.join(", ", allowed));
        return words.getEnumConstants()[0];
    }

    boolean yes(String key, boolean otherwise) {
        Object value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean given) {
            return given;
        }
        problem(key, value, "true or false");
        return otherwise;
    }

    List<?> list(String key) {
        Object value = value(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        problem(key, value, "a list");
        return List.of();
    }

    void problem(String key, Object given, String allowed) {
        problems.add(where + (key.isEmpty() ? "" : "." + key) + ": " + (given == null ? "missing" : given)
                + " - allowed: " + allowed);
    }

    /** Takes note of keys that nobody asked for. */
    void finish() {
        unread.forEach(key -> problem(key, "unknown key", String.join(", ", known)));
    }

    private Object value(String key) {
        unread.remove(key);
        known.add(key);
        return fields.get(key);
    }
}
