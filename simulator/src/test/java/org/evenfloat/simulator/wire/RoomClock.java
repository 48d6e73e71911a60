// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.function.LongSupplier;

/** The room's clock in tests: stands until it is moved. */
public final class RoomClock implements LongSupplier {

    private volatile long millis = 5_000_000;

    @Override
    public long getAsLong() {
        return millis;
    }

    public void pass(long passedMillis) {
        millis += passedMillis;
    }
}
