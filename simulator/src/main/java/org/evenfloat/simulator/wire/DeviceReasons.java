// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/**
 * Why a device wants attention (document, §4, Reasons of STATUS_IS). Events stay until the server clears them by
 * name; states follow the device, and only the notice that they have changed is cleared.
 */
final class DeviceReasons {

    static final int RESTARTED = 1;
    static final int RESISTANCE = 1 << 1;
    static final int BUTTON = 1 << 2;
    static final int GUARD = 1 << 3;
    static final int FAULT = 1 << 4;

    private int events = RESTARTED;
    private int states;
    private int changed;

    void restart() {
        events = RESTARTED;
        states = 0;
        changed = 0;
    }

    void raise(int event) {
        events |= event;
    }

    void state(int bit, boolean on) {
        if (on != is(bit)) {
            states ^= bit;
            changed |= bit;
        }
    }

    boolean is(int bit) {
        return (states & bit) != 0;
    }

    void clear(int mask) {
        events &= ~mask;
        changed &= ~mask;
    }

    int word() {
        return events | states;
    }

    boolean attention() {
        return (events | changed) != 0;
    }
}
