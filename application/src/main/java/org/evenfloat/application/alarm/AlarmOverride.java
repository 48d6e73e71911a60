// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.Optional;
import org.evenfloat.domain.alarm.AlarmLimit;

/**
 * What somebody has given in place of what a limit inherits; what is empty is inherited.
 *
 * @param on whether anybody looks
 * @param limit in the unit of the signal
 * @param deadband in the unit of the signal
 * @param onDelayMillis how long a value has to be abnormal
 * @param offDelayMillis how long it has to be ordinary again
 */
public record AlarmOverride(
        Optional<Boolean> on, Optional<Integer> limit, Optional<Integer> deadband, Optional<Long> onDelayMillis,
        Optional<Long> offDelayMillis) {

    /** Gives nothing. */
    public static final AlarmOverride NONE = new AlarmOverride(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns a limit with what is given here in place of what it inherits. */
    public AlarmLimit over(AlarmLimit inherited) {
        return new AlarmLimit(
                on.orElse(inherited.on()), limit.orElse(inherited.limit()), deadband.orElse(inherited.deadband()),
                onDelayMillis.orElse(inherited.onDelayMillis()), offDelayMillis.orElse(inherited.offDelayMillis()));
    }

    /** Returns the same for a thing that is so many times as large: limit and deadband grow with it. */
    AlarmOverride times(int factor) {
        return new AlarmOverride(
                on, limit.map(one -> one * factor), deadband.map(one -> one * factor), onDelayMillis, offDelayMillis);
    }

    /** Returns what is given here, and what another gives where nothing is. */
    AlarmOverride orElse(AlarmOverride other) {
        return new AlarmOverride(on.or(other::on), limit.or(other::limit), deadband.or(other::deadband),
                onDelayMillis.or(other::onDelayMillis), offDelayMillis.or(other::offDelayMillis));
    }
}
