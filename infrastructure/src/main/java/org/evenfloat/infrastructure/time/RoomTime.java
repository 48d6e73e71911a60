// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

import org.evenfloat.simulator.room.RoomClock;

/** The clock of a simulated room in this process. */
public final class RoomTime implements TimeAuthority {

    private final RoomClock clock;
    private final RoomClock.Participant participant;

    /** Lets this server take part in the room's time from now on. */
    public RoomTime(RoomClock clock) {
        this.clock = clock;
        this.participant = clock.join();
    }

    @Override
    public long monotonicMillis() {
        return clock.monotonicMillis();
    }

    @Override
    public long wallMillis() {
        return clock.wallMillis();
    }

    @Override
    public long idleUntil(long untilMillis) throws InterruptedException {
        return participant.idleUntil(untilMillis);
    }

    @Override
    public double speed() {
        return clock.effectiveSpeed();
    }

    @Override
    public void close() {
        participant.close();
    }
}
