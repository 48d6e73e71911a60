// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/**
 * When conditions count: a condition has to hold for its on-delay before it is raised and to be gone for its off-delay
 * before it returns, for many points in columns. The same core decides both, so that every raise has one return and
 * every return had its raise. Nothing known changes nothing. One thread; allocates nothing.
 */
public final class ConditionTimers {

    /** Nothing changed. */
    public static final int NOTHING = 0;

    /** The condition counts now. */
    public static final int RAISED = 1;

    /** The condition counts no more. */
    public static final int RETURNED = 2;

    private static final byte CLEAR = 0;
    private static final byte RAISING = 1;
    private static final byte ACTIVE = 2;
    private static final byte CLEARING = 3;

    private final byte[] phases;
    private final long[] sinceMillis;
    private long changes;

    /**
     * @param points how many there are
     */
    public ConditionTimers(int points) {
        phases = new byte[points];
        sinceMillis = new long[points];
    }

    /** Returns whether the condition of a point counts: what its limit's deadband depends on. */
    public boolean counts(int point) {
        return phases[point] >= ACTIVE;
    }

    /** Takes note that the condition of a point holds. */
    public int holds(int point, long nowMillis, long onDelayMillis) {
        if (phases[point] >= ACTIVE) {
            if (phases[point] == CLEARING) {
                go(point, ACTIVE, nowMillis);
            }
            return NOTHING;
        }
        if (phases[point] == CLEAR) {
            go(point, RAISING, nowMillis);
        }
        if (nowMillis - sinceMillis[point] < onDelayMillis) {
            return NOTHING;
        }
        go(point, ACTIVE, nowMillis);
        return RAISED;
    }

    private void go(int point, byte phase, long nowMillis) {
        phases[point] = phase;
        sinceMillis[point] = nowMillis;
        changes++;
    }

    /** Takes note that the condition of a point does not hold. */
    public int isGone(int point, long nowMillis, long offDelayMillis) {
        if (phases[point] < ACTIVE) {
            if (phases[point] == RAISING) {
                go(point, CLEAR, nowMillis);
            }
            return NOTHING;
        }
        if (phases[point] == ACTIVE) {
            go(point, CLEARING, nowMillis);
        }
        if (nowMillis - sinceMillis[point] < offDelayMillis) {
            return NOTHING;
        }
        go(point, CLEAR, nowMillis);
        return RETURNED;
    }

    /** Begins anew for a point at which nobody looks any more; returns whether that ends a condition that counted. */
    public int forget(int point) {
        boolean counted = counts(point);
        if (phases[point] != CLEAR) {
            go(point, CLEAR, sinceMillis[point]);
        }
        return counted ? RETURNED : NOTHING;
    }

    /** Returns a number that grows with every change of any point. */
    public long changes() {
        return changes;
    }

    /** Returns how many points there are. */
    public int points() {
        return phases.length;
    }

    /** Returns whether a point is on its way: neither quiet nor settled. */
    public boolean pending(int point) {
        return phases[point] == RAISING || phases[point] == CLEARING;
    }

    /** Returns since when a point is in its phase, on the clock that is given to it. */
    public long sinceMillis(int point) {
        return sinceMillis[point];
    }

    /**
     * Takes a point over from an earlier run, as if nothing had been.
     *
     * @param counts whether its condition counted
     * @param pending whether it was on its way to change that
     * @param since when that began, on the clock of this run; may lie before its start
     */
    public void restore(int point, boolean counts, boolean pending, long since) {
        phases[point] = counts ? pending ? CLEARING : ACTIVE : pending ? RAISING : CLEAR;
        sinceMillis[point] = since;
    }
}
