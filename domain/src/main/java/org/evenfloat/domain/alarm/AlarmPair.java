// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import java.util.List;
import java.util.Set;
import org.evenfloat.domain.state.StringState;

/** Makes the two rows of a signal on one side of its limits: a warning, and an alarm beyond it. */
final class AlarmPair {

    private final String stem;
    private final AlarmSignal signal;
    private final AlarmSide side;
    private final AlarmWords words;
    private AlarmTiming timing = AlarmTiming.AT_ONCE;
    private Set<StringState> suppressedIn = Set.of();
    private boolean latching;

    /** @param stem id of the rows without their level, such as {@code block-voltage-low} */
    AlarmPair(String stem, AlarmSignal signal, AlarmSide side, AlarmWords words) {
        this.stem = stem;
        this.signal = signal;
        this.side = side;
        this.words = words;
    }

    AlarmPair timed(int deadband, long onDelayMillis, long offDelayMillis) {
        timing = new AlarmTiming(deadband, onDelayMillis, offDelayMillis);
        return this;
    }

    /** Says nothing in these states. */
    AlarmPair notIn(Set<StringState> states) {
        suppressedIn = states;
        return this;
    }

    /** Stays until somebody lets it go. */
    AlarmPair latching() {
        latching = true;
        return this;
    }

    /** Returns both rows: the warning is for the next visit or for today, the alarm one step more urgent. */
    List<AlarmDefinition> at(StandardLimit warning, StandardLimit alarm, AlarmPriority ofAlarm) {
        AlarmPriority ofWarning = ofAlarm == AlarmPriority.URGENT ? AlarmPriority.HIGH : AlarmPriority.LOW;
        return List.of(
                row(AlarmLevel.WARNING, ofWarning, warning), row(AlarmLevel.ALARM, ofAlarm, alarm));
    }

    /** Returns one row alone. */
    AlarmDefinition only(AlarmLevel level, AlarmPriority priority, StandardLimit standard) {
        return new AlarmDefinition(
                stem, signal, side, level, priority, standard, timing, latching, suppressedIn, general(level), words);
    }

    private AlarmDefinition row(AlarmLevel level, AlarmPriority priority, StandardLimit standard) {
        String id = stem + (level == AlarmLevel.WARNING ? "-warning" : "-alarm");
        return new AlarmDefinition(
                id, signal, side, level, priority, standard, timing, latching, suppressedIn, general(level), words);
    }

    private static boolean general(AlarmLevel level) {
        return level == AlarmLevel.ALARM;
    }
}
