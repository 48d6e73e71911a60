// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that somebody probably meant. */
public final class NearestWord {

    /** In a shorter text nearly every word is near. */
    private static final int SHORTEST = 3;
    /** A longer text is no mistyped word, and comparing takes time with its square. */
    private static final int LONGEST = 64;
    /** More than there are time zones. */
    private static final int MOST_WORDS = 1000;
    private static final int MOST_SHOWN = 30;

    private NearestWord() {}

    /** Returns the nearest of the words, or empty when more than half of what was written would have to change. */
    public static Optional<String> of(String written, Collection<String> words) {
        if (written.length() < SHORTEST || written.length() > LONGEST || Character.isDigit(written.charAt(0))) {
            return Optional.empty();
        }
        String lower = written.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return words.stream().limit(MOST_WORDS)
                .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= lower.length() / 2)
                .min(Comparator.<String>comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns the words as a problem lists them, the first ones when there are many, and the nearest one. */
    public static String list(String written, Collection<String> words) {
        String shown = words.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        return shown + (words.size() > MOST_SHOWN ? ", …" : "") + hint(written, words);
    }

    /** Returns {@code ; nearest: word}, or nothing when no word is near. */
    public static String hint(String written, Collection<String> words) {
        return of(written, words).map(word -> "; nearest: " + word).orElse("");
    }

    /** Returns the Levenshtein distance. */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
