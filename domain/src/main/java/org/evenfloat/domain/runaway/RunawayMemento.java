// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

import java.util.Arrays;
import java.util.Objects;

/**
 * Everything a {@link RunawayGuard} remembers, so that another one goes on from it and says the same, bit for bit:
 * held readings, filters, votes, rings, offsets, what is being learnt. Written and read in one fixed order of its parts.
 * Nobody changes the arrays any more: they are large, and one is made a minute and a string.
 *
 * @param version {@link #VERSION} of what wrote it
 * @param blocks blocks of the string
 * @param learntBy who had it learnt anew; empty when nobody did
 * @param wholes times, counters and flags
 * @param numbers filters and what was learnt
 * @param rings temperatures of the last 45 min in 0.01 °C, votes, voltages of the learning window in mV
 */
public record RunawayMemento(int version, int blocks, String learntBy, long[] wholes, double[] numbers, short[] rings) {

    /** Changes whenever the order or the meaning of the fields does. */
    public static final int VERSION = 1;

    @Override
    public boolean equals(Object other) {
        return other instanceof RunawayMemento that
                && version == that.version && blocks == that.blocks && learntBy.equals(that.learntBy)
                && Arrays.equals(wholes, that.wholes) && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(rings, that.rings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, blocks, learntBy, Arrays.hashCode(wholes), Arrays.hashCode(numbers),
                Arrays.hashCode(rings));
    }

    @Override
    public String toString() {
        return "memento of " + blocks + " blocks, version " + version;
    }
}
