// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/**
 * What an alarm is an alarm of: a row of the table and the thing that it is about.
 *
 * @param definition the row
 * @param subject id of the block, string or line; {@code server} for the monitor itself
 */
public record AlarmPoint(AlarmDefinition definition, String subject) {

    /** Stands for the monitor itself. */
    public static final String SERVER = "server";

    /** Returns the id by which every protocol knows it, such as {@code block-voltage-low-alarm/A1-17}. */
    public String id() {
        return definition.id() + "/" + subject;
    }
}
