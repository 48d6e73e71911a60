// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.simulator.room;

import org.evenfloat.simulator.wire.CarriedAnswer;
import org.evenfloat.simulator.wire.LineFault;
import org.evenfloat.simulator.wire.WireDevice;
import org.evenfloat.simulator.wire.WireFrame;
import org.evenfloat.simulator.wire.fault.CorruptAnswers;
import org.evenfloat.simulator.wire.fault.DeadDevice;
import org.evenfloat.simulator.wire.fault.LostAnswers;
import org.evenfloat.simulator.wire.fault.UnpluggedLine;

/** Makes the line faults that scenarios name. */
final class RoomFaults {

    private final long seed;

    RoomFaults(long seed) {
        this.seed = seed;
    }

    LineFault silent(WireDevice device) {
        return new DeadDevice(device);
    }

    LineFault unplugged() {
        UnpluggedLine line = new UnpluggedLine(UnpluggedLine.Side.MASTER);
        line.unplug();
        return line;
    }

    /** Half of the share of answers is lost, the other half arrives corrupt. */
    LineFault noise(double share) {
        return new Both(new LostAnswers(share / 2, seed), new CorruptAnswers(share / 2, seed + 1));
    }

    private record Both(LineFault lost, LineFault corrupt) implements LineFault {

        @Override
        public long happened() {
            return lost.happened() + corrupt.happened();
        }

        @Override
        public boolean sends(WireDevice device, WireFrame answer) {
            return lost.sends(device, answer) && corrupt.sends(device, answer);
        }

        @Override
        public void carry(CarriedAnswer answer) {
            lost.carry(answer);
            corrupt.carry(answer);
        }
    }
}
