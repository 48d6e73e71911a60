// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings whose keys follow a pattern and are too many to be listed: one is there as soon as somebody asks for it.
 */
public interface SettingFamily {

    /** Returns the setting of that key; empty when the family has none such. Takes the same time on every site. */
    Optional<SettingDefinition> find(String key);

    /** Returns which part of a key is unknown; empty when the key does not look like one of the family at all. */
    Optional<SettingProblem> unknown(String key);

    /**
     * Returns what does not go together, in whatever order; each problem names the key that it is about.
     *
     * @param given canonical texts by key, of settings of this family only; what is not in it has its default
     */
    List<SettingProblem> conflicts(Map<String, String> given);
}
