// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

import java.util.Set;
import org.evenfloat.domain.state.StringState;

/**
 * One sort of alarm: a row of the {@link AlarmTable}.
 *
 * @param id unique, stored and spoken by every protocol: never renamed
 * @param signal what it looks at
 * @param side on which side of the limit it is abnormal
 * @param level how far off that is
 * @param priority how soon somebody has to do something
 * @param standard where its limit comes from when nobody gave another
 * @param timing deadband and delays when nobody gave others
 * @param latching whether it stays until somebody lets it go
 * @param suppressedIn states of the string in which it says nothing; while the state is unknown, a row with such
 *     states neither comes nor goes
 * @param general whether it drives the general alarm: relay and buzzer
 * @param words for people
 */
public record AlarmDefinition(
        String id, AlarmSignal signal, AlarmSide side, AlarmLevel level, AlarmPriority priority, StandardLimit standard,
        AlarmTiming timing, boolean latching, Set<StringState> suppressedIn, boolean general, AlarmWords words) {

    public AlarmDefinition {
        suppressedIn = Set.copyOf(suppressedIn);
    }

    /** Returns whether its limit can be changed: flags have none. */
    public boolean hasLimit() {
        return signal.dimension().isPresent() || signal == AlarmSignal.HISTORY_BACKLOG;
    }
}
