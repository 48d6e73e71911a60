// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The query of one request: reads its parameters and collects everything that is wrong with them. */
final class Query {

    /** Longest piece of a request that an error repeats. */
    private static final int QUOTED = 60;

    private final Map<String, List<String>> given;
    private final List<String> problems = new ArrayList<>();

    Query(Context context, String... allowed) {
        given = context.queryParamMap();
        Set<String> known = Set.of(allowed);
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(
                        quoted(name) + ": unknown parameter - "
                                + (allowed.length == 0 ? "no parameters" : String.join(", ", allowed))));
    }

    static String quoted(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    /** Returns the instant in epoch ms, or {@code otherwise} when there is none or it is not valid. */
    long instant(String name, long otherwise) {
        String text = single(name, Instants.ALLOWED);
        if (text == null) {
            return otherwise;
        }
        OptionalLong millis = Instants.parse(text);
        if (millis.isEmpty()) {
            wrong(name, text, Instants.ALLOWED);
        }
        return millis.orElse(otherwise);
    }

    /** Returns the whole number, or {@code otherwise} when there is none or it is not within the bounds. */
    int number(String name, int least, int most, int otherwise) {
        return (int) number(name, (long) least, most, otherwise);
    }

    /** Returns the whole number, or {@code otherwise} when there is none or it is not within the bounds. */
    long number(String name, long least, long most, long otherwise) {
        String allowed = "a whole number from " + least + " to " + most;
        String text = single(name, allowed);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of bounds
        }
        wrong(name, text, allowed);
        return otherwise;
    }

    /** Returns the text; empty when there is none or it is longer than that. */
    String text(String name, int most) {
        String allowed = "at most " + most + " characters";
        String text = single(name, allowed);
        if (text != null && text.length() > most) {
            wrong(name, text, allowed);
            return "";
        }
        return text == null ? "" : text;
    }

    /** Returns the word, or {@code otherwise} when there is none or it is not one of those allowed. */
    String word(String name, List<String> allowed, String otherwise) {
        String list = String.join(", ", allowed);
        String text = single(name, list);
        if (text == null || allowed.contains(text)) {
            return text == null ? otherwise : text;
        }
        wrong(name, text, list);
        return otherwise;
    }

    /** Returns the word in either case, or {@code otherwise} when there is none or it is none of those. */
    <E extends Enum<E>> E word(String name, E[] words, E otherwise) {
        String allowed = Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", "));
        String text = single(name, allowed);
        if (text == null) {
            return otherwise;
        }
        for (E word : words) {
            if (word.name().equalsIgnoreCase(text)) {
                return word;
            }
        }
        wrong(name, text, allowed);
        return otherwise;
    }

    /** Returns the words of a list separated by commas; empty when there is none. */
    Set<String> words(String name, int most, Predicate<String> good, String allowed) {
        String text = single(name, allowed);
        if (text == null) {
            return Set.of();
        }
        List<String> words = List.of(text.split(",", -1));
        if (words.size() > most) {
            wrong(name, words.size() + " words", "at most " + most + " " + allowed);
            return Set.of();
        }
        words.stream().filter(good.negate()).forEach(word -> wrong(name, word.isEmpty() ? "nothing" : word, allowed));
        return new LinkedHashSet<>(words);
    }

    private String single(String name, String allowed) {
        List<String> values = given.get(name);
        if (values == null) {
            return null;
        }
        if (values.size() != 1) {
            wrong(name, values.isEmpty() ? "not decodable" : values.size() + " values", allowed + ", once");
            return null;
        }
        return values.get(0);
    }

    void wrong(String where, String text, String allowed) {
        problems.add(where + ": " + quoted(text) + " - " + allowed);
    }

    /** Returns how many things are wrong so far. */
    int wrongSoFar() {
        return problems.size();
    }

    /** Refuses the request when anything was wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw Refused.badRequest(problems);
        }
    }

    /** Refuses the request when anything was wrong or what its path names does not exist. */
    void check(boolean exists, String where, String id, String allowed) {
        if (!exists) {
            problems.add(0, where + ": " + quoted(id) + " - " + allowed);
            throw new Refused(
                    404, "There is no such " + where + "; GET " + Route.BASE + "/site lists all ids.", problems);
        }
        check();
    }
}
