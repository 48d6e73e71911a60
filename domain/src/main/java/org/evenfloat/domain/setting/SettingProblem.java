// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

/**
 * Something that may not be given to a setting.
 *
 * @param key of the setting, as it was given
 * @param given what was given
 * @param allowed what is allowed
 */
public record SettingProblem(String key, String given, String allowed) {

    private static final int LONGEST_QUOTE = 60;

    /** Returns a text as problems quote it. */
    public static String quoted(String text) {
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return '"' + shown.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?") + '"';
    }

    /** Returns it in one line. */
    @Override
    public String toString() {
        return key + ": " + given + " - allowed: " + allowed;
    }
}
