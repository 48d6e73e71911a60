// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

import java.util.Arrays;

/** Finds the devices of a line by address, without search; several may share one. */
final class AddressIndex {

    private static final int NONE = -1;

    private final int[] first = new int[WireDevice.MAX_ADDRESS + 1];
    private int[] next = new int[0];

    AddressIndex() {
        Arrays.fill(first, NONE);
    }

    void rebuild(WireDevice[] devices) {
        Arrays.fill(first, NONE);
        next = new int[devices.length];
        for (int at = devices.length - 1; at >= 0; at--) {
            int address = devices[at].address();
            next[at] = first[address];
            first[address] = at;
        }
    }

    /** Returns the first device with that address, any int, or a number below 0. Address 0 is nobody's. */
    int first(int address) {
        return address > 0 && address < first.length ? first[address] : NONE;
    }

    /** Returns the next device with the same address, or a number below 0. */
    int next(int device) {
        return next[device];
    }
}
