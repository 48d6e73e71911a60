// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/**
 * What the line carries in one slot on its way to the master: the bytes of an answer, or of answers that have
 * collided. Faults change it between the devices and the master, where serial device servers live too.
 */
public final class CarriedAnswer {

    /** The most bytes of noise before one answer. */
    public static final int MAX_NOISE = 64;

    private final byte[] bytes = new byte[WireFrame.MAX_SIZE];
    private final byte[] noise = new byte[MAX_NOISE];
    private int length;
    private int noiseLength;
    private boolean postponed;
    private boolean repeated;

    CarriedAnswer() {}

    void load(byte[] source, int sourceLength) {
        System.arraycopy(source, 0, bytes, 0, sourceLength);
        length = sourceLength;
        noiseLength = 0;
        postponed = false;
        repeated = false;
    }

    /** Returns the bytes themselves, {@link #length} of them; they may be changed in place. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns how many bytes there are. */
    public int length() {
        return length;
    }

    /** Lets the answer arrive in the next exchange that has answers, just before those. */
    public void postpone() {
        postponed = true;
    }

    /** Lets the answer arrive twice. */
    public void repeat() {
        repeated = true;
    }

    /** Lets bytes that nobody on this line has sent arrive before the answer; cut beyond {@link #MAX_NOISE}. */
    public void precede(byte[] foreign, int foreignLength) {
        int room = Math.min(foreignLength, MAX_NOISE - noiseLength);
        System.arraycopy(foreign, 0, noise, noiseLength, room);
        noiseLength += room;
    }

    byte[] noise() {
        return noise;
    }

    int noiseLength() {
        return noiseLength;
    }

    boolean isPostponed() {
        return postponed;
    }

    boolean isRepeated() {
        return repeated;
    }
}
