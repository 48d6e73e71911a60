// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import java.util.concurrent.atomic.AtomicLong;
import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;

/** One device hears nothing and says nothing; its own clock goes on, so that its bypass runs out of validity. */
public final class DeadDevice implements LineFault {

    private final WireDevice dead;
    private final AtomicLong happened = new AtomicLong();

    /** @param dead the device that is cut off from its line; alive again when the fault is removed */
    public DeadDevice(WireDevice dead) {
        this.dead = dead;
    }

    /** Returns how many requests have not reached the device. */
    @Override
    public long happened() {
        return happened.get();
    }

    @Override
    public boolean reaches(WireDevice device, WireFrame request) {
        if (device != dead) {
            return true;
        }
        happened.incrementAndGet();
        return false;
    }
}
