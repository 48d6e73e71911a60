// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.setting;

import java.util.Set;

/**
 * One setting of a site.
 *
 * @param key unique, such as {@code strings.A1.name}: {@code group.subject.name}, or {@code group.name} without one
 * @param group what sort of thing it belongs to: {@code site}, {@code batteries}, {@code strings}, {@code blocks},
 *     {@code lines}
 * @param subject id of what it belongs to; empty for the site
 * @param name last part of the key, the same for all of its sort
 * @param title what people call it
 * @param kind what may be given to it
 * @param standard canonical text in force when nobody gave another
 * @param strings ids of the strings it belongs to; empty when it belongs to the site as a whole
 */
public record SettingDefinition(
        String key, String group, String subject, String name, String title, SettingKind kind, String standard,
        Set<String> strings) {

    public SettingDefinition {
        strings = Set.copyOf(strings);
    }

    /** Returns a setting whose key follows from what it belongs to. */
    public static SettingDefinition of(
            String group, String subject, String name, String title, SettingKind kind, String standard,
            Set<String> strings) {
        String key = subject.isEmpty() ? group + "." + name : group + "." + subject + "." + name;
        return new SettingDefinition(key, group, subject, name, title, kind, standard, strings);
    }
}
