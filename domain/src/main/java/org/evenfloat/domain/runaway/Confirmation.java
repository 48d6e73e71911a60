// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.runaway;

/** What supports the temperatures of the blocks that vote for a trip. */
public enum Confirmation {
    /** Nothing does. */
    NONE,
    /** At least three blocks vote, and at least one of their sensors reads well. */
    SEVERAL_BLOCKS,
    /** The block is hardly warmer than the median: the whole string is hot. */
    WHOLE_STRING,
    /** The block's voltage, or its duty, has sunk as that of a hot block does. */
    SAG,
    /** A neighbour is warmed, and the block's voltage or duty has sunk somewhat. */
    NEIGHBOUR,
    /** The rule needs no other support. */
    NOT_NEEDED
}
