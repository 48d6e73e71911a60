// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.text.NearestWord;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One value of the site file and its place; whatever cannot be read from it becomes a problem there. */
final class Entry {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_NAME = 100;
    /** The longest list that makes sense: the modules of a string, one by one. */
    private static final int MOST_ITEMS = BatteryStringReader.MAX_BLOCKS;

    private final String where;
    private final Node node;
    private final ProblemList problems;

    Entry(String where, Node node, ProblemList problems) {
        this.where = where;
        this.node = node;
        this.problems = problems;
    }

    String where() {
        return where;
    }

    int line() {
        return YamlText.line(node.getStartMark());
    }

    int column() {
        return YamlText.column(node.getStartMark());
    }

    /** Says that something else must stand here. */
    void reject(String allowed) {
        reject(given(), allowed);
    }

    void reject(String given, String allowed) {
        problems.add(new SiteFileProblem(line(), column(), where, given, allowed));
    }

    /** Returns what stands here as a problem quotes it. */
    String given() {
        if (node instanceof ScalarNode scalar) {
            return scalar.isPlain() && scalar.getValue().isEmpty() ? "nothing" : quote(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "a section";
    }

    static String quote(String text) {
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return '"' + UNPRINTABLE.matcher(shown).replaceAll("?") + '"';
    }

    /** Returns the text of a single value, whatever it is. */
    Optional<String> scalar() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** Returns a text for people. */
    Optional<String> name() {
        return line(LONGEST_NAME);
    }

    /** Returns a text for people of so many characters at most. */
    Optional<String> line(int longest) {
        Optional<String> line = scalar().filter(text -> !text.isBlank() && text.length() <= longest
                && text.equals(text.strip()) && !UNPRINTABLE.matcher(text).find());
        if (line.isEmpty()) {
            reject("a text of 1 to " + longest + " characters in one line");
        }
        return line;
    }

    Optional<String> matching(Pattern pattern, String allowed) {
        Optional<String> text = scalar().filter(value -> pattern.matcher(value).matches());
        if (text.isEmpty()) {
            reject(allowed);
        }
        return text;
    }

    OptionalLong quantity(QuantityRange range) {
        OptionalLong amount = scalar().map(range::parse).orElse(OptionalLong.empty());
        if (amount.isEmpty()) {
            reject(range.allowed());
        }
        return amount;
    }

    OptionalInt number(int min, int max, String what) {
        Optional<Integer> number = scalar().filter(text -> WHOLE.matcher(text).matches()).map(Integer::valueOf)
                .filter(value -> value >= min && value <= max);
        if (number.isEmpty()) {
            reject(what + ", " + min + " to " + max);
        }
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Returns what one of the words stands for. */
    <T> Optional<T> choice(Map<String, T> words) {
        Optional<T> chosen = scalar().map(words::get);
        if (chosen.isEmpty()) {
            rejectWord(words.keySet());
        }
        return chosen;
    }

    /** Says that one of the words must stand here. */
    void rejectWord(Collection<String> words) {
        reject(NearestWord.list(scalar().orElse(""), words));
    }

    Optional<Section> section(KeySet keys) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Section(this, mapping, keys, problems));
        }
        reject("a section with the keys " + String.join(", ", keys.keys()));
        return Optional.empty();
    }

    /** Returns the values of a list, the first ones of a list that is too long. */
    List<Entry> items(String what) {
        if (!(node instanceof SequenceNode sequence)) {
            reject("a list of " + what);
            return List.of();
        }
        List<Entry> items = new ArrayList<>();
        if (sequence.getValue().size() > MOST_ITEMS) {
            reject("a list of " + sequence.getValue().size(), "at most " + MOST_ITEMS + " in one list");
        }
        for (Node item : sequence.getValue().subList(0, Math.min(MOST_ITEMS, sequence.getValue().size()))) {
            items.add(new Entry(where + "[" + items.size() + "]", item, problems));
        }
        return items;
    }

    /** Returns the sections of a list; those that are none are left out. */
    List<Section> sections(String what, KeySet keys) {
        return items(what).stream().flatMap(item -> item.section(keys).stream()).toList();
    }
}
