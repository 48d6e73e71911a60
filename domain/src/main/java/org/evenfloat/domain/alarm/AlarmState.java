// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/** Where an alarm is in its life. Names are stored: never rename. Source: IEC 62682, alarm state transition diagram. */
public enum AlarmState {
    /** The condition is not there, and nobody has to know of it. */
    NORMAL(false, false),
    /** The condition is there, and nobody has said that he knows. */
    UNACKNOWLEDGED(true, true),
    /** The condition is there, and somebody knows. */
    ACKNOWLEDGED(true, true),
    /** The condition is gone before anybody said that he knows. */
    RETURNED(false, true),
    /** The condition is gone, the alarm stays until it is reset; nobody has said that he knows. */
    LATCHED_UNACKNOWLEDGED(false, true),
    /** The condition is gone, the alarm stays until it is reset; somebody knows. */
    LATCHED_ACKNOWLEDGED(false, true),
    /** Hidden, and the condition is not there. */
    HIDDEN(false, false),
    /** Hidden, and the condition is there. */
    HIDDEN_ACTIVE(true, false);

    private final boolean active;
    private final boolean standing;

    AlarmState(boolean active, boolean standing) {
        this.active = active;
        this.standing = standing;
    }

    /** Returns whether the condition is there. */
    public boolean active() {
        return active;
    }

    /** Returns whether it stands in the list of alarms. */
    public boolean standing() {
        return standing;
    }

    /** Returns whether somebody has to say that he knows. */
    public boolean wantsAcknowledgement() {
        return this == UNACKNOWLEDGED || this == RETURNED || this == LATCHED_UNACKNOWLEDGED;
    }

    /** Returns whether it is hidden: shelved, suppressed or out of service. */
    public boolean hidden() {
        return this == HIDDEN || this == HIDDEN_ACTIVE;
    }
}
