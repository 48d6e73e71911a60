// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/** Bytes on their way to the master: an answer on the wire, or something that arrives at once at its time. */
final class Burst {

    final byte[] bytes = new byte[WireFrame.MAX_SIZE];
    int length;
    int done;
    long startNanos;
    boolean onWire;

    Burst load(byte[] source, int sourceLength, long newStartNanos, boolean takesLineTime) {
        System.arraycopy(source, 0, bytes, 0, sourceLength);
        length = sourceLength;
        done = 0;
        startNanos = newStartNanos;
        onWire = takesLineTime;
        return this;
    }

    long endNanos(WirePace pace) {
        return onWire ? startNanos + pace.charactersNanos(length) : startNanos;
    }
}
