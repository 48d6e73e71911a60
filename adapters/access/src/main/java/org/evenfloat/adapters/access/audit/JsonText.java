// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

/**
 * Writes a text as a JSON string in one way only. Beside what JSON demands, it escapes what could fool somebody who looks
 * at the file: control characters, marks that turn the direction of writing, and halves of characters.
 */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    static void write(StringBuilder target, String text) {
        target.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                target.append('\\').append(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                target.append(c).append(text.charAt(++i));
            } else if (hidden(c)) {
                target.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15))
                        .append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            } else {
                target.append(c);
            }
        }
        target.append('"');
    }

    /** Returns whether a character does not show as itself; a half of a character is one of them. */
    static boolean hidden(char c) {
        return Character.isISOControl(c) || Character.isSurrogate(c) || Character.getType(c) == Character.FORMAT
                || c == '\u2028' || c == '\u2029';
    }

    /** Returns a text of at most so many characters; what was cut is told at its end. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String mark = "… (cut, " + text.length() + " characters in all)";
        int end = most - mark.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + mark;
    }
}
