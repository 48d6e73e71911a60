// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.protection;

import org.evenfloat.application.port.out.MonotonicClock;

/**
 * The clock of guards and breaker policies: monotonic, and goes on over restarts, so that what was under way goes on.
 * Set once, before anybody asks.
 */
public final class GuardClock {

    /** More than that is not taken from the wall clock for the time in which no server ran. */
    private static final long LONGEST_ABSENCE_MILLIS = 30L * 24 * 3_600_000;

    private final MonotonicClock monotonic;
    private long aheadMillis;

    public GuardClock(MonotonicClock monotonic) {
        this.monotonic = monotonic;
    }

    /**
     * Goes on from what an earlier run kept. Of several calls the latest time counts.
     *
     * @param keptGuardMillis time of this clock then
     * @param keptAtMillis time of the wall clock then, epoch ms
     * @param nowMillis time of the wall clock now
     */
    public void goOn(long keptGuardMillis, long keptAtMillis, long nowMillis) {
        long absence = Math.max(1, Math.min(LONGEST_ABSENCE_MILLIS, nowMillis - keptAtMillis));
        aheadMillis = Math.max(aheadMillis, keptGuardMillis + absence - monotonic.millis());
    }

    /** Returns the time, ms. */
    public long millis() {
        return monotonic.millis() + aheadMillis;
    }

    /** Returns the time of this clock at a time of the monotonic clock, ms. */
    public long at(long monotonicMillis) {
        return monotonicMillis + aheadMillis;
    }

    /** Returns the time of the monotonic clock now, ms. */
    public long monotonicMillis() {
        return monotonic.millis();
    }

    /** Returns the time of the monotonic clock at a time of this one, ms; {@link Long#MAX_VALUE} stays. */
    public long monotonic(long guardMillis) {
        return guardMillis == Long.MAX_VALUE ? Long.MAX_VALUE : guardMillis - aheadMillis;
    }
}
