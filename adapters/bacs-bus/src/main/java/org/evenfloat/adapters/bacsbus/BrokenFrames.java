// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.BitSet;

/** From whom the frames with a wrong CRC seem to be that came since a request; hints only. */
final class BrokenFrames {

    /** As many as SEARCH has slots. */
    private static final int MOST_SERIALS = 16;

    private final BitSet addresses = new BitSet();
    private final long[] serials = new long[MOST_SERIALS];
    private int serialCount;

    void clear() {
        addresses.clear();
        serialCount = 0;
    }

    void add(Frame frame) {
        addresses.set(frame.address());
        if (frame.type() == FrameType.IDENTITY && serialCount < MOST_SERIALS) {
            serials[serialCount++] = frame.u32At(0);
        }
    }

    /** Returns whether one seemed to come from that address. */
    boolean from(int address) {
        return addresses.get(address);
    }

    /** Returns whether one seemed to be the identity of a device whose serial number begins with those bits. */
    boolean identity(int bits, long prefix) {
        for (int i = 0; i < serialCount; i++) {
            if ((serials[i] ^ prefix) >> Integer.SIZE - bits == 0) {
                return true;
            }
        }
        return false;
    }
}
