// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/**
 * Deadband and delays.
 *
 * @param deadband in the unit of the signal; per cell where the limit is
 * @param onDelayMillis how long a value has to be abnormal
 * @param offDelayMillis how long it has to be ordinary again
 */
public record AlarmTiming(int deadband, long onDelayMillis, long offDelayMillis) {

    /** Raised with the first sweep that sees it, gone with the first that does not. */
    public static final AlarmTiming AT_ONCE = new AlarmTiming(0, 0, 0);
}
