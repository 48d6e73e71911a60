// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import java.util.List;
import java.util.Optional;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireLeds;

/**
 * A person who waits for the addressing mode and then presses the buttons of the modules without an address, one after
 * the other: the next one when the one before has its address, and not before the walk to it.
 */
final class Technician {

    private static final long WALK_MILLIS = 5_000;

    private final List<WireDevice> devices;
    private WireDevice at;
    private long arrivesMillis;

    /** @param devices in the order in which their buttons are pressed */
    Technician(List<WireDevice> devices) {
        this.devices = List.copyOf(devices);
    }

    void look(long nowMillis) {
        Optional<WireDevice> next = devices.stream().filter(device -> device.address() == 0).findFirst();
        // A device without an address shows red and green in addressing mode only.
        if (next.isEmpty() || next.get().leds() != WireLeds.RED_GREEN) {
            return;
        }
        if (next.get() != at) {
            at = next.get();
            arrivesMillis = nowMillis + WALK_MILLIS;
        }
        if (nowMillis >= arrivesMillis) {
            at.press();
        }
    }
}
