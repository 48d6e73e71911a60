// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.BitSet;
import java.util.List;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.ConditionColumn;
import org.evenfloat.domain.alarm.ConditionTimers;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.state.StringState;

/** One row of the table with one set of limits over values that have gone by; decides as {@link AlarmRows} does. */
final class PastCondition {

    /** Takes what would have been raised, and when it would have gone. */
    interface Raises {

        /** A condition would have counted from here on. */
        void raised(int point, int value, long atMillis);

        /** A condition would have counted no more. */
        void returned(int point, long atMillis);
    }

    private final AlarmDefinition definition;
    private final ConditionColumn column;
    private final Raises raises;
    private final BitSet hidden = new BitSet();
    private boolean suppressed;
    private long nowMillis;

    /** @param limits one a point */
    PastCondition(AlarmDefinition definition, List<AlarmLimit> limits, Raises raises) {
        this.definition = definition;
        this.column = new ConditionColumn(definition.side(), limits.size());
        this.raises = raises;
        for (int point = 0; point < limits.size(); point++) {
            column.limit(point, limits.get(point));
        }
    }

    /** @param state of the string; null when nobody knows: then nothing is suppressed */
    void look(int[] values, StringState state, long atMillis) {
        nowMillis = atMillis;
        if (state == StringState.UNKNOWN && !definition.suppressedIn().isEmpty()) {
            return; // as while it happens: nothing comes and nothing goes
        }
        boolean suppress = state != null && definition.suppressedIn().contains(state);
        if (suppress && !suppressed) {
            hide();
        }
        suppressed = suppress;
        if (suppressed) {
            return;
        }
        column.look(values, atMillis, this::changed);
        show(values);
    }

    private void changed(int point, int change, int value) {
        if (change == ConditionTimers.RAISED) {
            raises.raised(point, value, nowMillis);
        } else {
            raises.returned(point, nowMillis);
        }
    }

    private void hide() {
        for (int point = 0; point < column.timers().points(); point++) {
            if (column.timers().counts(point)) {
                hidden.set(point);
            } else {
                column.timers().forget(point);
            }
        }
    }

    /** What is ordinary now returned while nobody looked. */
    private void show(int[] values) {
        for (int point = hidden.nextSetBit(0); point >= 0; point = hidden.nextSetBit(point + 1)) {
            if (values[point] != AlarmSignal.UNKNOWN) {
                hidden.clear(point);
                if (column.timers().counts(point) && column.timers().pending(point)) {
                    column.timers().forget(point);
                    raises.returned(point, nowMillis);
                }
            }
        }
    }
}
