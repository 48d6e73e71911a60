// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.setting.SettingBook;
import org.evenfloat.domain.setting.SettingVersion;

/** Settings as a text that people read, edit and give to each other. Reads and writes nothing but texts. */
public interface SettingsFormat {

    /** Longest text that is read, in characters. */
    int MOST_CHARACTERS = 1_000_000;

    /**
     * What a text says.
     *
     * @param values by key, in the order of the text; empty ones go back to the default
     * @param lines in which line of the text each key stands, from 1
     * @param problems what is wrong with the text itself, each {@code line N, where: what was given - what is allowed}
     */
    record Text(Map<String, Optional<String>> values, Map<String, Integer> lines, List<String> problems) {}

    /** Returns all settings of a version, with what each is, what may be given to it, and its default. */
    String write(SettingBook book, SettingVersion version);

    /** Returns what a text says, with all problems of the text itself. */
    Text read(String text);
}
