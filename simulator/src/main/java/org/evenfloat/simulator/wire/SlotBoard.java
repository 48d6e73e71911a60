// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/**
 * The answers to one request on the wire, in order of their slots. Frames in one slot collide: where either sends
 * a dominant bit (0), the wire shows it, and their clocks are never quite in step, so that what is seen has a
 * wrong CRC even when both have sent the same.
 */
final class SlotBoard {

    /** More slots than any request has (document, §4: COLLECT asks for 32 at most). */
    private static final int MAX_SLOTS = WireLine.MAX_WINDOW;

    private final byte[][] bytes = new byte[MAX_SLOTS][WireFrame.MAX_SIZE];
    private final byte[] scratch = new byte[WireFrame.MAX_SIZE];
    private final int[] startCharacters = new int[MAX_SLOTS];
    private final int[] length = new int[MAX_SLOTS];
    private final int[] senders = new int[MAX_SLOTS];
    private int count;

    void clear() {
        count = 0;
    }

    void add(int slotCharacters, WireFrame frame) {
        int at = count;
        while (at > 0 && startCharacters[at - 1] > slotCharacters) {
            at--;
        }
        if (at > 0 && startCharacters[at - 1] == slotCharacters) {
            collide(at - 1, frame);
        } else {
            insert(at, slotCharacters, frame);
        }
    }

    /** Garbles what has collided; then the slots are ready to be carried. */
    void finish() {
        for (int slot = 0; slot < count; slot++) {
            if (senders[slot] > 1 && WireFrame.isFrame(bytes[slot], 0, length[slot])) {
                bytes[slot][length[slot] - 1] ^= (byte) 0xFF;
            }
        }
    }

    int count() {
        return count;
    }

    int startCharacters(int slot) {
        return startCharacters[slot];
    }

    byte[] bytes(int slot) {
        return bytes[slot];
    }

    int length(int slot) {
        return length[slot];
    }

    boolean isCollision(int slot) {
        return senders[slot] > 1;
    }

    private void collide(int slot, WireFrame frame) {
        frame.copyTo(scratch, 0);
        byte[] seen = bytes[slot];
        for (int at = 0; at < frame.size(); at++) {
            seen[at] = at < length[slot] ? (byte) (seen[at] & scratch[at]) : scratch[at];
        }
        length[slot] = Math.max(length[slot], frame.size());
        senders[slot]++;
    }

    private void insert(int at, int slotCharacters, WireFrame frame) {
        byte[] free = bytes[count];
        for (int slot = count; slot > at; slot--) {
            bytes[slot] = bytes[slot - 1];
            startCharacters[slot] = startCharacters[slot - 1];
            length[slot] = length[slot - 1];
            senders[slot] = senders[slot - 1];
        }
        bytes[at] = free;
        frame.copyTo(free, 0);
        startCharacters[at] = slotCharacters;
        length[at] = frame.size();
        senders[at] = 1;
        count++;
    }
}
