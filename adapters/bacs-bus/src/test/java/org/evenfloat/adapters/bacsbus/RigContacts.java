// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import org.evenfloat.simulator.wire.RelayTerminals;

/** What hangs on a relay module of a rig. */
final class RigContacts implements RelayTerminals {

    private final boolean[] energised = new boolean[4];
    private final int[] times = new int[4];
    private final boolean[] closed = new boolean[4];

    @Override
    public synchronized void energise(int relay, boolean on) {
        times[relay - 1] += on && !energised[relay - 1] ? 1 : 0;
        energised[relay - 1] = on;
    }

    @Override
    public synchronized boolean closed(int input) {
        return closed[input - 1];
    }

    synchronized boolean energised(int relay) {
        return energised[relay - 1];
    }

    synchronized int times(int relay) {
        return times[relay - 1];
    }

    synchronized void contact(int input, boolean isClosed) {
        closed[input - 1] = isClosed;
    }
}
