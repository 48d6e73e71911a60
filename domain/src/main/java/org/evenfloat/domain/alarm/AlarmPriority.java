// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/** How soon somebody has to do something. Names are stored: never rename. */
public enum AlarmPriority {
    /** At once: the battery or what it feeds is in danger. */
    URGENT,
    /** Today. */
    HIGH,
    /** With the next visit. */
    LOW;

    /** Returns the number that people know it by: 1 is the most urgent. */
    public int number() {
        return ordinal() + 1;
    }
}
