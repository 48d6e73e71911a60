// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/**
 * One row of the table over many points of the same sort: compares a column of values with its limits and lets the
 * timers decide when that counts. A value that is not known raises nothing and clears nothing. One thread; allocates
 * nothing.
 */
public final class ConditionColumn {

    /** Takes what has changed. */
    @FunctionalInterface
    public interface Changes {

        /**
         * The condition of a point counts now, or no more.
         *
         * @param change {@link ConditionTimers#RAISED} or {@link ConditionTimers#RETURNED}
         * @param value what was seen
         */
        void changed(int point, int change, int value);
    }

    private final AlarmSide side;
    private final ConditionTimers timers;
    private final AlarmLimit[] limits;

    /** @param points how many there are */
    public ConditionColumn(AlarmSide side, int points) {
        this.side = side;
        this.timers = new ConditionTimers(points);
        this.limits = new AlarmLimit[points];
    }

    /**
     * Gives a point its limit. Points that have the same may share it.
     *
     * @return {@link ConditionTimers#RETURNED} when nobody looks at it any more and its condition counted, else
     *     {@link ConditionTimers#NOTHING}
     */
    public int limit(int point, AlarmLimit limit) {
        limits[point] = limit;
        return limit.on() ? ConditionTimers.NOTHING : timers.forget(point);
    }

    /** Returns the limit of a point. */
    public int limit(int point) {
        return limits[point].limit();
    }

    /**
     * Looks at a column of values.
     *
     * @param values one a point; {@link AlarmSignal#UNKNOWN} where nothing usable is known
     * @param nowMillis on a clock that does not jump
     */
    public void look(int[] values, long nowMillis, Changes changes) {
        for (int point = 0; point < limits.length; point++) {
            int value = values[point];
            AlarmLimit limit = limits[point];
            if (value == AlarmSignal.UNKNOWN || !limit.on()) {
                continue;
            }
            int threshold = timers.counts(point) ? side.release(limit.limit(), limit.deadband()) : limit.limit();
            int change = side.beyond(value, threshold)
                    ? timers.holds(point, nowMillis, limit.onDelayMillis())
                    : timers.isGone(point, nowMillis, limit.offDelayMillis());
            if (change != ConditionTimers.NOTHING) {
                changes.changed(point, change, value);
            }
        }
    }

    /** Returns the timers, to be kept over a restart. */
    public ConditionTimers timers() {
        return timers;
    }
}
