// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import java.util.concurrent.atomic.AtomicLong;
import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;

/** The line can be unplugged and replugged, at the side of the devices or at that of the master. */
public final class UnpluggedLine implements LineFault {

    /** Where the plug is. */
    public enum Side {
        /** Between the port and the devices: the port stays open, and nobody answers. */
        DEVICES,
        /** The port itself: transports close it, and it comes back when replugged. */
        MASTER
    }

    private final Side side;
    private final AtomicLong happened = new AtomicLong();
    private volatile boolean unplugged;

    /**
     * A line that is still plugged.
     *
     * @param side where it will be unplugged
     */
    public UnpluggedLine(Side side) {
        this.side = side;
    }

    /** Unplugs the line. */
    public void unplug() {
        if (!unplugged) {
            unplugged = true;
            happened.incrementAndGet();
        }
    }

    /** Plugs the line in again. */
    public void replug() {
        unplugged = false;
    }

    /** Returns how often the line was unplugged. */
    @Override
    public long happened() {
        return happened.get();
    }

    @Override
    public boolean reaches(WireDevice device, WireFrame request) {
        return !unplugged;
    }

    @Override
    public boolean isLinkClosed() {
        return unplugged && side == Side.MASTER;
    }
}
