// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.settingsfiles;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as YAML reads them back as they are. */
final class YamlScalar {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_./-]*( [\\p{L}\\p{N}_./-]+)*");
    /** Words that some reader of YAML takes for something else than text; on and off are none in YAML 1.2. */
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "y", "n");

    private YamlScalar() {}

    /** Returns a text with quotes around it where it needs them. */
    static String of(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c == ' ' || Character.isLetterOrDigit(c)
                    || c < 0x2000 && !Character.isISOControl(c) && Character.isDefined(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format("\\U%08X", c));
            }
        });
        return quoted.append('"').toString();
    }
}
