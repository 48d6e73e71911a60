// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

import java.util.Optional;

/**
 * One setting that is not what it was.
 *
 * @param key of the setting
 * @param before what was given to it; empty when it had its default
 * @param after what is given to it now; empty when it goes back to its default
 * @param standard its default; empty when this site has no such setting
 */
public record SettingChange(String key, Optional<String> before, Optional<String> after, Optional<String> standard) {

    /** Returns it as people read it. */
    @Override
    public String toString() {
        return key + ": " + words(before) + " → " + words(after);
    }

    private static String words(Optional<String> value) {
        return value.map(text -> '"' + text + '"').orElse("default");
    }
}
