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
            phases[point] = ACTIVE;
            return NOTHING;
        }
        if (phases[point] == CLEAR) {
            phases[point] = RAISING;
            sinceMillis[point] = nowMillis;
        }
        if (nowMillis - sinceMillis[point] < onDelayMillis) {
            return NOTHING;
        }
        phases[point] = ACTIVE;
        return RAISED;
    }

    /** Takes note that the condition of a point does not hold. */
    public int isGone(int point, long nowMillis, long offDelayMillis) {
        if (phases[point] < ACTIVE) {
            phases[point] = CLEAR;
            return NOTHING;
        }
        if (phases[point] == ACTIVE) {
            phases[point] = CLEARING;
            sinceMillis[point] = nowMillis;
        }
        if (nowMillis - sinceMillis[point] < offDelayMillis) {
            return NOTHING;
        }
        phases[point] = CLEAR;
        return RETURNED;
    }
}
