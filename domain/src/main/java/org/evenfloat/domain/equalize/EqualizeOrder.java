// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.equalize;

/**
 * What the modules of one line shall do until the next order. Shapes: one entry per module row of the line's
 * {@link org.evenfloat.domain.topology.LineRoster}.
 *
 * @param line id of the line
 * @param dutyTenThousandths duty of the bypass, 0 to 10,000, or {@link #BY_ITSELF}
 * @param targetMillivolts voltage that the block is equalized to; 0 where there is none
 * @param validitySeconds time after which a module that hears nothing new switches its bypass off, 1 to 255
 */
public record EqualizeOrder(String line, int[] dutyTenThousandths, int[] targetMillivolts, int validitySeconds) {

    /** Full duty. */
    public static final int FULL = 10_000;

    /** In place of a duty: the module regulates to the target by itself. */
    public static final int BY_ITSELF = -1;
}
