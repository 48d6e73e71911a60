// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.sweep;

import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.topology.LineRoster;

/**
 * The newest duties of one line on their way from the conductor to the line. Latest only: what the line did not fetch
 * in time is replaced. The arrays are allocated once.
 */
public final class OrderBox {

    /** How long modules go on by themselves: a silent server means bypass off (docs/module-bus.md, 6). */
    static final int VALIDITY_SECONDS = 60;

    private final String line;
    private final int[] dutyTenThousandths;
    private final int[] targetMillivolts;
    private boolean fresh;

    private OrderBox(String line, int modules) {
        this.line = line;
        this.dutyTenThousandths = new int[modules];
        this.targetMillivolts = new int[modules];
    }

    /** Returns the box of a line, empty. */
    public static OrderBox of(LineRoster roster) {
        return new OrderBox(roster.line(), roster.moduleCount());
    }

    synchronized void set(int row, int duty, int target) {
        dutyTenThousandths[row] = duty;
        targetMillivolts[row] = target;
        fresh = true;
    }

    /** Copies the newest order into {@code order} and returns whether there was one since the last call. */
    synchronized boolean fetch(EqualizeOrder order) {
        boolean fetched = fresh;
        if (fetched) {
            System.arraycopy(dutyTenThousandths, 0, order.dutyTenThousandths(), 0, dutyTenThousandths.length);
            System.arraycopy(targetMillivolts, 0, order.targetMillivolts(), 0, targetMillivolts.length);
        }
        fresh = false;
        return fetched;
    }

    /** Returns an order of the right size to fetch into. */
    EqualizeOrder emptyOrder() {
        return new EqualizeOrder(
                line, new int[dutyTenThousandths.length], new int[dutyTenThousandths.length], VALIDITY_SECONDS);
    }
}
