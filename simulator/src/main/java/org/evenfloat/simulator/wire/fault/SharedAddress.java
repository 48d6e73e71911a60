// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire.fault;

import java.util.concurrent.atomic.AtomicLong;
import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;

/** A device has the address of another one, so that their answers collide, until the server gives it a new one. */
public final class SharedAddress implements LineFault {

    private final WireDevice intruder;
    private final int address;
    private final AtomicLong happened = new AtomicLong();
    private int formerAddress;

    /**
     * A fault that begins when it is added to a line, and gives the old address back when it is removed.
     *
     * @param intruder the device that gets a wrong address
     * @param address the address that another device has, 1 to FEFF
     */
    public SharedAddress(WireDevice intruder, int address) {
        this.intruder = intruder;
        this.address = address;
    }

    /** Returns how many answers the intruder has sent under the shared address. */
    @Override
    public long happened() {
        return happened.get();
    }

    @Override
    public void begin() {
        formerAddress = intruder.address();
        intruder.readdress(address);
    }

    @Override
    public void end() {
        if (intruder.address() == address) {
            intruder.readdress(formerAddress);
        }
    }

    @Override
    public boolean sends(WireDevice device, WireFrame answer) {
        if (device == intruder && answer.address() == address) {
            happened.incrementAndGet();
        }
        return true;
    }
}
