// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/** The two levels of a limit. */
public enum AlarmLevel {
    /** Something leaves the ordinary. */
    WARNING,
    /** Something is wrong. */
    ALARM
}
