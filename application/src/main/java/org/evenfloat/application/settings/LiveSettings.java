// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.evenfloat.domain.setting.SettingDefinition;
import org.evenfloat.domain.setting.SettingFamily;

/** Some settings of the site, and what puts them into force. */
public interface LiveSettings {

    /** Returns the settings, in the order in which people see them. */
    List<SettingDefinition> definitions();

    /**
     * Puts values into force: once before the first sweep, then after each change, whether it concerns these settings or
     * not. Never waits; called by one thread at a time.
     *
     * @param inForce gives the value in force of each of the definitions by its key
     */
    void apply(Function<String, String> inForce);

    /** Returns the settings that are not listed, if there are any beside the {@link #definitions()}. */
    default Optional<SettingFamily> family() {
        return Optional.empty();
    }

    /**
     * Puts what was given to the settings of the family into force; called just after {@link #apply}.
     *
     * @param given canonical texts by key; what is not in it has its default
     */
    default void applyGiven(Map<String, String> given) {}
}
