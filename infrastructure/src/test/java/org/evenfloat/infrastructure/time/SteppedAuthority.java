// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.time;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A room's clock that goes at once to wherever the server waits for, until it is gone. */
public final class SteppedAuthority implements TimeAuthority {

    /** Every instant the server waited for, in order. */
    public final List<Long> idles = new CopyOnWriteArrayList<>();

    private volatile long nowMillis;
    private volatile long endMillis = Long.MAX_VALUE;
    private volatile boolean closed;

    /** Lets the room be gone when somebody waits for that instant or a later one. */
    public void goneAt(long millis) {
        endMillis = millis;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public long monotonicMillis() {
        return nowMillis;
    }

    @Override
    public long wallMillis() {
        return 1_800_000_000_000L + nowMillis;
    }

    @Override
    public long idleUntil(long untilMillis) {
        idles.add(untilMillis);
        if (untilMillis >= endMillis) {
            return Long.MIN_VALUE;
        }
        nowMillis = untilMillis;
        return untilMillis;
    }

    @Override
    public double speed() {
        return 1_000;
    }

    @Override
    public void close() {
        closed = true;
    }
}
