// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/** On which side of its limit a value is abnormal. */
public enum AlarmSide {
    LOW,
    HIGH;

    /** Returns whether a value lies beyond a limit. */
    public boolean beyond(int value, int limit) {
        return this == HIGH ? value > limit : value < limit;
    }

    /** Returns where a value has to come back to: the limit, moved by the deadband towards the ordinary. */
    public int release(int limit, int deadband) {
        return this == HIGH ? limit - deadband : limit + deadband;
    }
}
