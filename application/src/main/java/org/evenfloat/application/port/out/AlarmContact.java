// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.out;

/**
 * A relay or a buzzer that tells people who look at no screen. Called by one thread, which may wait for it; what cannot
 * be told is tried again.
 */
public interface AlarmContact {

    /** Returns what people call it, for messages. */
    String name();

    /**
     * Shows the general alarm.
     *
     * @param relayHolds whether a fail-safe relay holds: all is well
     * @param buzzes whether a buzzer sounds
     */
    void show(boolean relayHolds, boolean buzzes) throws ContactFailure;

    /** Returns whether what was shown last still stands; when it does not it is shown again. Never waits. */
    default boolean stands() {
        return true;
    }
}
