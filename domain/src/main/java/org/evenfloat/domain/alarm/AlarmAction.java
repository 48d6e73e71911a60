// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/** What happens to an alarm. */
public enum AlarmAction {
    /** The condition has come. */
    RAISE,
    /** The condition has gone. */
    RETURN,
    /** Somebody says that he knows. */
    ACKNOWLEDGE,
    /** Somebody lets a latched alarm go. */
    RESET,
    /** The first reason to hide it has come: shelved, suppressed by the state of the plant, or out of service. */
    HIDE,
    /** The last reason to hide it has gone. */
    SHOW
}
