// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects lines of YAML text: keys, values, lists of sections. */
final class YamlLines {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)*");
    /** Words that some reader of YAML takes for something else than text. */
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean atDash;

    /** Writes a key whose value needs no quotes. */
    void plain(String key, Object value) {
        line(key + ": " + value);
    }

    /** Writes a key with any text. */
    void text(String key, String value) {
        line(key + ": " + quoted(value));
    }

    /** Begins a section or a list; what follows belongs to it until {@link #end()}. */
    void begin(String key) {
        line(key + ":");
        depth++;
    }

    void end() {
        depth--;
    }

    /** Begins a section of a list; its first line gets the dash. */
    void beginItem() {
        atDash = true;
        depth++;
    }

    private void line(String content) {
        text.append("  ".repeat(atDash ? depth - 1 : depth)).append(atDash ? "- " : "").append(content).append('\n');
        atDash = false;
    }

    /** Returns the text so that YAML reads it back as it is. */
    static String quoted(String value) {
        if (PLAIN.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT))) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (shown(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format("\\U%08X", c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean shown(int codePoint) {
        return codePoint == ' ' || Character.isLetterOrDigit(codePoint)
                || codePoint < 0x2000 && !Character.isISOControl(codePoint) && Character.isDefined(codePoint);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
