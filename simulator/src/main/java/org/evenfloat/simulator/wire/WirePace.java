// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.wire;

/**
 * How fast a line is and whether it keeps to that (document, §1 and §3). A paced line hands every byte over when a
 * real line would have carried it; an unpaced one has the same slots in the same order, but takes no time.
 *
 * @param baud bits a second; a character has 10 of them
 * @param paced whether bytes and conversions take their time
 */
public record WirePace(int baud, boolean paced) {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long BIT_NANOS_AT_1_BAUD = 1_000_000_000;
    private static final int CHARACTER_BITS = 10;

    /** The lowest and highest rate that the document knows are 9600 and 115200; anything from 300 to 4 Mbaud works. */
    public WirePace {
        if (baud < 300 || baud > 4_000_000) {
            throw new IllegalArgumentException("baud: " + baud + " - 300 to 4000000");
        }
    }

    /** Returns the pace of a real line of that rate. */
    public static WirePace at(int baud) {
        return new WirePace(baud, true);
    }

    /** Returns the pace of accelerated simulation: answers as fast as they can be computed. */
    public static WirePace unpaced() {
        return new WirePace(115_200, false);
    }

    /** Returns how long so many characters take on a real line of that rate, in ns, rounded up. */
    public long charactersNanos(int characters) {
        return (characters * CHARACTER_BITS * BIT_NANOS_AT_1_BAUD + baud - 1) / baud;
    }

    /** Returns how many characters a real line carries completely in that time of at most some minutes. */
    long charactersIn(long nanos) {
        return nanos < 0 ? 0 : (long) ((double) nanos * baud / (CHARACTER_BITS * BIT_NANOS_AT_1_BAUD) + 1e-9);
    }

    /** Returns the silence before the first slot: 4 characters, at least 1 ms. */
    public long turnNanos() {
        return Math.max(charactersNanos(4), NANOS_PER_MILLI);
    }

    /** Returns the pause after which a frame is given up: 20 characters or 20 ms, whichever is more. */
    public long gapNanos() {
        return Math.max(charactersNanos(20), 20 * NANOS_PER_MILLI);
    }

    /** Returns how long the devices measure after a SAMPLE: 120 ms, nothing when unpaced. */
    long conversionNanos() {
        return paced ? 120 * NANOS_PER_MILLI : 0;
    }

    /** Returns how long a sleeping device keeps its receiver awake after an edge: 50 ms (document, §10). */
    long receiverAwakeNanos() {
        return 50 * NANOS_PER_MILLI;
    }
}
