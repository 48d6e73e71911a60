// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/**
 * When a value counts as abnormal, and when as ordinary again.
 *
 * @param on whether anybody looks
 * @param limit abnormal beyond it, in the unit of the signal
 * @param deadband how far it has to come back behind the limit, 0 or more
 * @param onDelayMillis how long it has to be abnormal, 0 or more
 * @param offDelayMillis how long it has to be ordinary again, 0 or more
 */
public record AlarmLimit(boolean on, int limit, int deadband, long onDelayMillis, long offDelayMillis) {

    public AlarmLimit {
        if (deadband < 0 || onDelayMillis < 0 || offDelayMillis < 0) {
            throw new IllegalArgumentException("deadband " + deadband + ", on-delay " + onDelayMillis + " ms, off-delay "
                    + offDelayMillis + " ms - none below 0");
        }
    }
}
