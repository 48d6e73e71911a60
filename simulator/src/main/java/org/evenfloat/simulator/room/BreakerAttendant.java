// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

/** A person who closes a breaker whenever it has been open for a while, as after a proof test. */
final class BreakerAttendant {

    private static final long NEVER = Long.MAX_VALUE;

    private final RoomBreaker breaker;
    private final long afterMillis;
    private long closesMillis = NEVER;

    /** @param afterMillis so long after it was seen open it is closed */
    BreakerAttendant(RoomBreaker breaker, long afterMillis) {
        this.breaker = breaker;
        this.afterMillis = afterMillis;
    }

    void look(long nowMillis) {
        if (!breaker.isOpen()) {
            closesMillis = NEVER;
            return;
        }
        if (closesMillis == NEVER) {
            closesMillis = nowMillis + afterMillis;
        }
        if (nowMillis >= closesMillis) {
            breaker.close();
            closesMillis = NEVER;
        }
    }
}
