// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmSignal;
import org.evenfloat.domain.alarm.ConditionColumn;
import org.evenfloat.domain.alarm.ConditionTimers;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.alarm.Hiding;
import org.evenfloat.domain.state.StringState;

/**
 * Some rows of the alarm table over the same subjects, looked at with each sweep. In a state that suppresses a row
 * nothing of it is looked at: what stood is hidden, and shows again or returns with the first value afterwards. One
 * thread; allocates nothing when nothing changes.
 */
public final class AlarmRows {

    private final AlarmDesk desk;
    private final AlarmLimits limits;
    private final boolean sameType;
    private final List<Row> rows = new ArrayList<>();
    private long limitsVersion;
    private long nowMillis;

    /** One row over all subjects. */
    private final class Row implements ConditionColumn.Changes {

        private final AlarmDefinition definition;
        private final List<String> subjects;
        private final ConditionColumn column;
        private final BitSet hidden = new BitSet();
        private boolean suppressed;

        Row(AlarmDefinition definition, List<String> subjects) {
            this.definition = definition;
            this.subjects = subjects;
            this.column = new ConditionColumn(definition.side(), subjects.size());
        }

        /** Most points never have anything to say: there is an object for one only while it speaks. */
        private AlarmPoint point(int point) {
            return new AlarmPoint(definition, subjects.get(point));
        }

        @Override
        public void changed(int point, int change, int value) {
            desk.change(point(point), change, value, column.limit(point), nowMillis, "");
        }

        void takeLimits() {
            boolean same = limits.plain(definition) && (sameType || definition.standard().everywhere());
            AlarmLimit last = null;
            for (int point = 0; point < subjects.size(); point++) {
                AlarmLimit limit = same && last != null ? last : limits.of(point(point));
                last = limit.equals(last) ? last : limit;
                if (column.limit(point, last) == ConditionTimers.RETURNED) {
                    desk.change(point(point), ConditionTimers.RETURNED, 0, column.limit(point), nowMillis,
                            "nobody looks at it any more");
                }
            }
        }

        void look(int[] values, StringState state, long monotonicMillis) {
            if (state == StringState.UNKNOWN && !definition.suppressedIn().isEmpty()) {
                return; // nobody knows whether it says something: nothing comes and nothing goes
            }
            boolean suppress = state != null && definition.suppressedIn().contains(state);
            if (suppress != suppressed) {
                suppressed = suppress;
                if (suppress) {
                    hide(state);
                }
            }
            if (suppressed) {
                return;
            }
            column.look(values, monotonicMillis, this);
            if (!hidden.isEmpty()) {
                show(values);
            }
        }

        private void hide(StringState state) {
            for (int point = 0; point < subjects.size(); point++) {
                if (hidden.get(point)) {
                    continue; // from an earlier run
                }
                if (column.timers().counts(point)) {
                    hidden.set(point);
                    desk.hide(point(point), HideReason.SUPPRESSED, new Hiding(
                            AlarmDesk.SERVER, "says nothing in " + state, nowMillis, 0));
                } else {
                    column.timers().forget(point);
                }
            }
        }

        /** What is ordinary now returned while nobody looked. */
        private void show(int[] values) {
            for (int point = hidden.nextSetBit(0); point >= 0; point = hidden.nextSetBit(point + 1)) {
                if (values[point] == AlarmSignal.UNKNOWN) {
                    continue;
                }
                hidden.clear(point);
                if (column.timers().counts(point) && column.timers().pending(point)) {
                    column.timers().forget(point);
                    changed(point, ConditionTimers.RETURNED, values[point]);
                }
                desk.show(
                        point(point), HideReason.SUPPRESSED, AlarmDesk.SERVER, "it says something again", nowMillis);
            }
        }

        void restore(long wallMinusMonotonic, Map<String, AlarmMemento.Pending> pending) {
            for (int point = 0; point < subjects.size(); point++) {
                AlarmPoint own = point(point);
                boolean counts = desk.counted(own);
                AlarmMemento.Pending way = pending.get(own.id());
                boolean fits = way != null && way.counts() == counts;
                long since = fits ? way.sinceMillis() - wallMinusMonotonic : 0;
                column.timers().restore(point, counts, fits, since);
                if (desk.hidden(own, HideReason.SUPPRESSED)) {
                    hidden.set(point);
                }
            }
        }

        void pending(long wallMinusMonotonic, List<AlarmMemento.Pending> into) {
            ConditionTimers timers = column.timers();
            for (int point = 0; point < subjects.size(); point++) {
                if (timers.pending(point)) {
                    into.add(new AlarmMemento.Pending(
                            point(point).id(), timers.counts(point), timers.sinceMillis(point) + wallMinusMonotonic));
                }
            }
        }
    }

    /**
     * @param definitions rows about the same sort of thing
     * @param subjects ids, in the order of the columns that will be shown
     * @param sameType whether all are blocks of one string, and so of one type
     */
    public AlarmRows(
            AlarmDesk desk, AlarmLimits limits, List<AlarmDefinition> definitions, List<String> subjects,
            boolean sameType) {
        this.desk = desk;
        this.limits = limits;
        this.sameType = sameType;
        List<String> own = List.copyOf(subjects);
        definitions.forEach(definition -> rows.add(new Row(definition, own)));
    }

    /** Where columns of values come from. */
    @FunctionalInterface
    public interface Columns {

        /** Returns the column of a signal; one value a subject. */
        int[] of(AlarmSignal signal);
    }

    /**
     * Looks at the values of one sweep.
     *
     * @param state of the string; null where there is none
     * @param wallMillis for stamps, epoch ms
     * @param monotonicMillis for durations
     */
    public void look(Columns columns, StringState state, long wallMillis, long monotonicMillis) {
        nowMillis = wallMillis;
        if (limitsVersion != limits.version()) {
            limitsVersion = limits.version();
            rows.forEach(Row::takeLimits);
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            row.look(columns.of(row.definition.signal()), state, monotonicMillis);
        }
    }

    /**
     * Takes over what was on its way in an earlier run; the desk must have its alarms back already.
     *
     * @param wallMinusMonotonic wall clock minus monotonic clock, ms
     * @param pending by the ids of their points
     */
    public void restore(long wallMinusMonotonic, Map<String, AlarmMemento.Pending> pending) {
        if (!pending.isEmpty() || desk.any()) {
            rows.forEach(row -> row.restore(wallMinusMonotonic, pending));
        }
    }

    /** Returns a number that grows when something sets out or arrives. */
    public long changes() {
        long changes = 0;
        for (int i = 0; i < rows.size(); i++) {
            changes += rows.get(i).column.timers().changes();
        }
        return changes;
    }

    /** Adds what is on its way. */
    public void pending(long wallMinusMonotonic, List<AlarmMemento.Pending> into) {
        rows.forEach(row -> row.pending(wallMinusMonotonic, into));
    }
}
