// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityRange;
import org.evenfloat.domain.quantity.QuantityText;
import org.evenfloat.domain.text.NearestWord;

/** What may be given to a setting. Every value has one canonical text, whatever of its spellings was given. */
public sealed interface SettingKind {

    /** Returns the canonical text of what was given, or empty when it is not allowed. */
    Optional<String> canonical(String given);

    /** Returns what is allowed, in words, for whoever gave something else. */
    String allowed(String given);

    /** Returns the word by which programs know the kind. */
    String word();

    /**
     * Text in one line, without spaces at its ends.
     *
     * @param least fewest characters, 0 or more
     * @param most most characters
     */
    record Text(int least, int most) implements SettingKind {

        private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]");

        @Override
        public Optional<String> canonical(String given) {
            String text = given.strip();
            int length = text.codePointCount(0, text.length());
            return length < least || length > most || UNPRINTABLE.matcher(text).find()
                    ? Optional.empty() : Optional.of(text);
        }

        @Override
        public String allowed(String given) {
            return "a text of " + (least == 0 ? "at most " : least + " to ") + most + " characters in one line";
        }

        @Override
        public String word() {
            return "text";
        }
    }

    /** On or off; true and false mean the same. */
    record OnOff() implements SettingKind {

        /** Canonical text of what is on. */
        public static final String ON = "on";

        /** Canonical text of what is off. */
        public static final String OFF = "off";

        private static final Map<String, String> WORDS = Map.of(ON, ON, "true", ON, OFF, OFF, "false", OFF);

        /** Returns the canonical text. */
        public static String text(boolean on) {
            return on ? ON : OFF;
        }

        @Override
        public Optional<String> canonical(String given) {
            return Optional.ofNullable(WORDS.get(given));
        }

        @Override
        public String allowed(String given) {
            return "on or off";
        }

        @Override
        public String word() {
            return "switch";
        }
    }

    /**
     * One of several words.
     *
     * @param words in the order in which they are offered
     */
    record Choice(List<String> words) implements SettingKind {

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> canonical(String given) {
            return words.contains(given) ? Optional.of(given) : Optional.empty();
        }

        @Override
        public String allowed(String given) {
            return NearestWord.list(given, words);
        }

        @Override
        public String word() {
            return "choice";
        }
    }

    /**
     * A number with its unit, such as {@code 12 h}, or a word in its place.
     *
     * @param range what it measures, and from where to where
     * @param words words that may stand in place of a number, such as {@code off}
     */
    record Amount(QuantityRange range, List<String> words) implements SettingKind {

        public Amount {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> canonical(String given) {
            if (words.contains(given)) {
                return Optional.of(given);
            }
            var amount = range.parse(given);
            return amount.isPresent()
                    ? Optional.of(QuantityText.format(amount.getAsLong(), range.dimension())) : Optional.empty();
        }

        @Override
        public String allowed(String given) {
            return (words.isEmpty() ? "" : String.join(", ", words) + ", or ") + range.allowed();
        }

        @Override
        public String word() {
            return range.dimension() == Dimension.TIME ? "duration" : "number";
        }
    }

    /**
     * A whole number without a unit.
     *
     * @param least smallest
     * @param most largest
     */
    record Whole(int least, int most) implements SettingKind {

        private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

        @Override
        public Optional<String> canonical(String given) {
            return Optional.of(given).filter(text -> NUMBER.matcher(text).matches())
                    .map(Integer::parseInt).filter(number -> number >= least && number <= most)
                    .map(Object::toString);
        }

        @Override
        public String allowed(String given) {
            return "a whole number, " + least + " to " + most;
        }

        @Override
        public String word() {
            return "number";
        }
    }
}
