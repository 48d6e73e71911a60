// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTransitions;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.alarm.Hiding;

/** One alarm that is not NORMAL, or hidden. Guarded by its desk. */
final class LiveAlarm {

    final AlarmPoint point;
    final List<String> strings;
    final Map<HideReason, Hiding> hidings = new EnumMap<>(HideReason.class);
    AlarmState state = AlarmState.NORMAL;
    long sequence;
    boolean firstOut;
    long raisedAtMillis;
    long changedAtMillis;
    int value;
    int limit;
    int raises;
    String acknowledgedBy = "";
    long acknowledgedAtMillis;
    String comment = "";

    LiveAlarm(AlarmPoint point, List<String> strings) {
        this.point = point;
        this.strings = strings;
    }

    static LiveAlarm of(Alarm kept) {
        LiveAlarm alarm = new LiveAlarm(kept.point(), kept.strings());
        alarm.hidings.putAll(kept.hidings());
        alarm.state = kept.state();
        alarm.sequence = kept.sequence();
        alarm.firstOut = kept.firstOut();
        alarm.raisedAtMillis = kept.raisedAtMillis();
        alarm.changedAtMillis = kept.changedAtMillis();
        alarm.value = kept.value();
        alarm.limit = kept.limit();
        alarm.raises = kept.raises();
        alarm.acknowledgedBy = kept.acknowledgedBy();
        alarm.acknowledgedAtMillis = kept.acknowledgedAtMillis();
        alarm.comment = kept.comment();
        return alarm;
    }

    /** Returns what an action makes of it; empty when that cannot happen to it now. */
    Optional<AlarmState> after(AlarmAction action) {
        return AlarmTransitions.next(state, action, point.definition().latching());
    }

    void become(AlarmState next, long atMillis) {
        if (next == AlarmState.UNACKNOWLEDGED && state != next) {
            acknowledgedBy = "";
            acknowledgedAtMillis = 0;
            comment = "";
        }
        state = next;
        changedAtMillis = atMillis;
    }

    boolean over() {
        return state == AlarmState.NORMAL && hidings.isEmpty();
    }

    boolean driving() {
        return point.definition().general() && state.active() && state.standing();
    }

    Alarm shown(boolean chattering) {
        return new Alarm(
                point, strings, state, sequence, firstOut, raisedAtMillis, changedAtMillis, value, limit, raises,
                chattering, acknowledgedBy, acknowledgedAtMillis, comment, hidings);
    }
}
