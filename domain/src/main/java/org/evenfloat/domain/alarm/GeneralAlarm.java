// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.alarm;

/**
 * The general alarm: one relay and one buzzer for everything that counts. The relay is fail-safe: it holds while all
 * is well and drops with the general alarm or without power. The buzzer sounds with each new alarm of the general
 * alarm until somebody mutes it or acknowledges all, and again after a time when nobody has acknowledged. Pure.
 */
public final class GeneralAlarm {

    /** The relay picks up only when values have come in after a start. */
    public static final long SETTLE_MILLIS = 15_000;

    /** A muted alarm that nobody acknowledges is said again. */
    public static final long AGAIN_MILLIS = 30 * 60_000;

    private final long startedMillis;
    private boolean active;
    private boolean unacknowledged;
    private boolean muted;
    private long mutedMillis;

    /** @param startedMillis when the server started, on a clock that does not jump */
    public GeneralAlarm(long startedMillis) {
        this.startedMillis = startedMillis;
    }

    /**
     * Takes the alarms that stand.
     *
     * @param anyActive whether one that drives the general alarm is active and not hidden
     * @param anyUnacknowledged whether one of those waits for somebody to say that he knows
     */
    public void look(boolean anyActive, boolean anyUnacknowledged, long nowMillis) {
        active = anyActive;
        unacknowledged = anyUnacknowledged;
        if (!unacknowledged || nowMillis - mutedMillis >= AGAIN_MILLIS) {
            muted = false;
        }
    }

    /** A new alarm that drives the general alarm was raised: the buzzer sounds again. */
    public void raised() {
        muted = false;
    }

    /** Silences the buzzer until there is something new. */
    public void mute(long nowMillis) {
        muted = true;
        mutedMillis = nowMillis;
    }

    /** Returns whether the general alarm stands. */
    public boolean active() {
        return active;
    }

    /** Returns whether the relay holds: all is well, and was looked at long enough. */
    public boolean relayHolds(long nowMillis) {
        return !active && nowMillis - startedMillis >= SETTLE_MILLIS;
    }

    /** Returns whether the buzzer sounds. */
    public boolean buzzes() {
        return unacknowledged && !muted;
    }

    /** Returns whether somebody silenced it. */
    public boolean muted() {
        return unacknowledged && muted;
    }
}
