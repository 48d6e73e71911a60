// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.topology.LineRoster;

/**
 * Tells modules their target and duty. A new frame begins where the target changes, the addresses have a gap or the
 * frame is full.
 */
final class DutyFrames {

    /** Stands in an order for a module that regulates by itself; FFFF on the bus. */
    private static final int BY_ITSELF = -1;

    private final HalfDuplex talk;
    private final LineRoster roster;

    DutyFrames(HalfDuplex talk, LineRoster roster) {
        this.talk = talk;
        this.roster = roster;
    }

    /** Sends the order, frame by frame at the pace of the line. */
    void send(EqualizeOrder order) throws LineFailure {
        check(order);
        int[] duty = order.dutyTenThousandths();
        int[] target = order.targetMillivolts();
        int row = 0;
        while (row < duty.length) {
            int first = row;
            Frame request = talk.request(FrameType.DUTY, roster.moduleAddress(first))
                    .u16(target[first]).u8(order.validitySeconds());
            do {
                request.u16(duty[row]);
                row++;
            } while (row < duty.length && row - first < LineTiming.DUTY_ADDRESSES && target[row] == target[first]
                    && roster.moduleAddress(row) == roster.moduleAddress(first) + row - first);
            talk.send();
        }
    }

    /** Refuses an order before a part of it is sent. */
    private void check(EqualizeOrder order) {
        int modules = roster.moduleCount();
        if (order.dutyTenThousandths().length != modules || order.targetMillivolts().length != modules) {
            throw new IllegalArgumentException("order for line " + order.line() + ": "
                    + order.dutyTenThousandths().length + " duties, " + order.targetMillivolts().length
                    + " targets - " + modules + " of each");
        }
        for (int row = 0; row < modules; row++) {
            int duty = order.dutyTenThousandths()[row];
            if (duty < BY_ITSELF || duty > EqualizeOrder.FULL) {
                throw new IllegalArgumentException("duty of " + roster.blockId(row) + ": " + duty
                        + " - 0 to " + EqualizeOrder.FULL + ", " + BY_ITSELF + " to regulate by itself");
            }
        }
    }
}
